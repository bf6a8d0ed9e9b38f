package io.recital.eval.bench.ledger;

import io.recital.eval.bench.ledger.LedgerReport.CheckLine;
import io.recital.eval.bench.timing.ServerProcesses;
import io.recital.eval.bench.timing.Spent;
import io.recital.eval.bench.timing.Stopwatch;
import io.recital.models.contract.Counterparty;
import io.recital.models.fact.Facts;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.fact.SourcedFact;
import io.recital.models.family.ContractFamily;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.catalogue.Checks;
import io.recital.models.ledger.catalogue.Reports;
import io.recital.models.report.Report;
import io.recital.models.report.ReportQuestion;
import io.recital.models.report.Reporter;
import io.recital.models.store.Database;
import io.recital.models.store.DatabaseSettings;
import io.recital.models.store.Repositories;
import io.recital.performance.ledger.Ledgers;
import io.recital.performance.ledger.StoredInputs;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the ledgers and scorecards of a generated tenant as the service does, its facts in a database of their own. */
public final class LedgerBench {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerBench.class);
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    private static final int MONTHS = 12;

    private final int counterparties;
    private final int obligations;
    private final int measures;
    private final int invoiceLines;
    private final long seed;
    private final Map<String, Long> nanos = new ConcurrentHashMap<>();

    /**
     * A tenant with so much of each, spread evenly over its counterparties.
     *
     * @param measurements of a year, one a month of each measure
     */
    public LedgerBench(int counterparties, int obligations, int measurements, int invoiceLines, long seed) {
        this.counterparties = counterparties;
        this.obligations = obligations / counterparties;
        this.measures = Math.max(1, measurements / counterparties / MONTHS);
        this.invoiceLines = invoiceLines / counterparties;
        this.seed = seed;
    }

    /**
     * Stores and measures.
     *
     * @param directory where the database is made
     */
    public LedgerReport measure(Path directory) {
        try (Database database = Database.open(DatabaseSettings.embedded(directory))) {
            return measure(database, new Stopwatch(new ServerProcesses(directory)));
        }
    }

    private LedgerReport measure(Database database, Stopwatch watch) {
        Repositories store = Repositories.over(database.dataSource());
        UUID tenant = store.tenants().findOrCreate("bench").id();
        List<ContractFamily> families = new ArrayList<>();
        long rows = 0;
        for (int i = 0; i < counterparties; i++) {
            rows += store(i, database, store, tenant, families);
            if (counterparties >= 10 && (i + 1) % (counterparties / 10) == 0) {
                LOG.info("Facts of {} of {} counterparties stored", i + 1, counterparties);
            }
        }
        double storing = watch.lap().clock();
        Ledgers ledgers = new Ledgers(
                store.ledger(), database.tenancy(), new StoredInputs(store, () -> families), timed(), onTheDay());
        int scores = score(ledgers, tenant);
        Spent first = watch.lap();
        long heap = used();
        watch.skip();
        ReportQuestion question = ledgers.question(tenant, null, Ledgers.ALWAYS, AS_OF);
        Spent unchanged = watch.lap();
        score(ledgers, tenant);
        Spent scoring = watch.lap();
        store(counterparties - 1, database, store, tenant, new ArrayList<>(), seed + counterparties);
        watch.skip();
        ledgers.question(tenant, null, Ledgers.ALWAYS, AS_OF);
        Spent oneChanged = watch.lap();
        return new LedgerReport(
                counterparties,
                (long) obligations * counterparties,
                (long) measures * MONTHS * counterparties,
                (long) invoiceLines * counterparties,
                rows / storing,
                first,
                unchanged,
                scoring,
                oneChanged,
                scores,
                question.standings().stream()
                        .mapToLong(standing -> standing.ledger().entries().size())
                        .sum(),
                heap,
                checks());
    }

    /** How many counterparties have a scorecard. */
    private static int score(Ledgers ledgers, UUID tenant) {
        Reporter scorecard = Reports.find("scorecard").orElseThrow();
        Report report = ledgers.report(scorecard, tenant, null, Ledgers.ALWAYS, AS_OF, UnaryOperator.identity());
        return report.sections().get(0).rows().size();
    }

    private int store(int number, Database database, Repositories store, UUID tenant, List<ContractFamily> families) {
        return store(number, database, store, tenant, families, seed + number);
    }

    /** Stores a counterparty with a year of facts; with another seed, the same facts with other values. */
    private int store(
            int number,
            Database database,
            Repositories store,
            UUID tenant,
            List<ContractFamily> families,
            long chosen) {
        GeneratedContract contract = new GeneratedContract(number, measures, obligations);
        Facts facts = new GeneratedFacts(contract, chosen).facts(measures, invoiceLines);
        return database.tenancy().call(tenant, () -> {
            Counterparty counterparty = store.counterparties().findOrCreate(contract.company());
            families.add(contract.with(counterparty));
            List<SourcedFact> rows = new ArrayList<>();
            facts.stream().forEach(fact -> rows.add(row(fact, rows.size() + 1)));
            store.facts().store("bench", rows);
            return rows.size();
        });
    }

    private static SourcedFact row(PerformanceFact fact, int line) {
        return new SourcedFact(fact, "generated.csv", "", line);
    }

    private List<CheckLine> checks() {
        return Checks.all().stream()
                .map(LedgerBench::name)
                .distinct()
                .map(check -> new CheckLine(check, nanos.getOrDefault(check, 0L) / 1e9))
                .toList();
    }

    private List<Check> timed() {
        return Checks.all().stream()
                .map(check -> (Check) dossier -> {
                    long before = System.nanoTime();
                    var outcomes = check.run(dossier);
                    nanos.merge(name(check), System.nanoTime() - before, Long::sum);
                    return outcomes;
                })
                .toList();
    }

    private static Clock onTheDay() {
        return Clock.fixed(AS_OF.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    }

    private static String name(Check check) {
        return check.rule().getSimpleName();
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
