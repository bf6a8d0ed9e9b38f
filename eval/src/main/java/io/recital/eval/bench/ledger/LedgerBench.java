package io.recital.eval.bench.ledger;

import io.recital.eval.bench.ledger.LedgerReport.CheckLine;
import io.recital.models.fact.Facts;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.Ledger;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.catalogue.Checks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs all checks on a generated tenant, one counterparty after the other, as the service does. */
public final class LedgerBench {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerBench.class);
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    private static final int MONTHS = 12;

    private final int counterparties;
    private final int obligations;
    private final int measures;
    private final int invoiceLines;
    private final long seed;

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

    public LedgerReport measure() {
        Map<String, Long> nanos = new LinkedHashMap<>();
        Checks.all().forEach(check -> nanos.put(name(check), 0L));
        long entries = 0;
        long lines = 0;
        long measurements = 0;
        long ledgers = 0;
        long most = 0;
        for (int i = 0; i < counterparties; i++) {
            GeneratedContract contract = new GeneratedContract(i, measures, obligations);
            Facts facts = new GeneratedFacts(contract, seed + i).facts(measures, invoiceLines);
            lines += facts.invoiceLines().size();
            measurements += facts.measurements().size();
            Dossier dossier = new Dossier(contract.family(), facts, AS_OF);
            long before = System.nanoTime();
            Ledger ledger = Ledger.of(dossier, timed(nanos));
            ledgers += System.nanoTime() - before;
            entries += ledger.outcomes().stream()
                    .filter(LedgerEntry.class::isInstance)
                    .count();
            most = Math.max(most, used());
            if (counterparties >= 10 && (i + 1) % (counterparties / 10) == 0) {
                LOG.info("Ledgers of {} of {} counterparties", i + 1, counterparties);
            }
        }
        List<CheckLine> shares = new ArrayList<>();
        nanos.forEach((check, spent) -> shares.add(new CheckLine(check, spent / 1e9)));
        return new LedgerReport(
                counterparties,
                (long) obligations * counterparties,
                measurements,
                lines,
                ledgers / 1e9,
                entries,
                most,
                shares);
    }

    private static List<Check> timed(Map<String, Long> nanos) {
        return Checks.all().stream()
                .map(check -> (Check) dossier -> {
                    long before = System.nanoTime();
                    var outcomes = check.run(dossier);
                    nanos.merge(name(check), System.nanoTime() - before, Long::sum);
                    return outcomes;
                })
                .toList();
    }

    private static String name(Check check) {
        return check.getClass().getSimpleName();
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
