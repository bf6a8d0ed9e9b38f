package io.recital.performance.ledger;

import io.recital.models.contract.Contract;
import io.recital.models.evidence.Sha256;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.fact.Period;
import io.recital.models.governance.Governance;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.Ledger;
import io.recital.models.report.PartedReporter;
import io.recital.models.report.Report;
import io.recital.models.report.ReportQuestion;
import io.recital.models.report.Reporter;
import io.recital.models.report.Standing;
import io.recital.models.report.StandingReader;
import io.recital.models.store.JdbcLedger;
import io.recital.models.store.LedgerRun;
import io.recital.models.store.LedgerVersion;
import io.recital.models.store.Tenancy;
import io.recital.performance.ledger.LedgerInputs.Sources;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ledgers of a tenant's counterparties on a day. A counterparty is computed again only when its contracts, its
 * findings or its facts are others than at its last run of this build; a look back at an earlier day than the last run
 * is computed and not kept.
 */
public final class Ledgers implements StandingReader {
    /** Of whatever day. */
    public static final Period ALWAYS = ReportQuestion.ALWAYS;

    private static final Logger LOG = LoggerFactory.getLogger(Ledgers.class);
    private static final int THREADS = 2;

    private final JdbcLedger store;
    private final Tenancy tenancy;
    private final LedgerInputs inputs;
    private final List<Check> checks;
    private final Clock clock;
    /** Counterparties that this process has computed: what another build of the checks said is not trusted. */
    private final Map<UUID, Sha256> computed = new ConcurrentHashMap<>();

    public Ledgers(JdbcLedger store, Tenancy tenancy, LedgerInputs inputs, List<Check> checks, Clock clock) {
        this.store = store;
        this.tenancy = tenancy;
        this.inputs = inputs;
        this.checks = List.copyOf(checks);
        this.clock = clock;
    }

    /**
     * All that a report is asked about.
     *
     * @param counterparty only this one; null for all
     * @param asOf null for today
     */
    public ReportQuestion question(UUID tenant, @Nullable UUID counterparty, Period window, @Nullable LocalDate asOf) {
        return inParts(tenant, counterparty, window, asOf, UnaryOperator.identity(), (standing, frame) -> standing)
                .question();
    }

    /**
     * A report. Of one that is made in parts, each part is made as soon as its counterparty's ledger is there.
     *
     * @param counterparty only this one; null for all
     * @param asOf null for today
     * @param answers adds to the question what the report needs besides
     */
    public Report report(
            Reporter reporter,
            UUID tenant,
            @Nullable UUID counterparty,
            Period window,
            @Nullable LocalDate asOf,
            UnaryOperator<ReportQuestion> answers) {
        return reporter instanceof PartedReporter<?> parted
                ? inParts(parted, tenant, counterparty, window, asOf, answers)
                : reporter.report(answers.apply(question(tenant, counterparty, window, asOf)));
    }

    private <P> Report inParts(
            PartedReporter<P> reporter,
            UUID tenant,
            @Nullable UUID counterparty,
            Period window,
            @Nullable LocalDate asOf,
            UnaryOperator<ReportQuestion> answers) {
        Parts<P> parts = inParts(tenant, counterparty, window, asOf, answers, reporter::part);
        return reporter.report(parts.question(), parts.parts());
    }

    /** What was made of each counterparty, in the order of the question's standings. */
    private record Parts<P>(ReportQuestion question, List<P> parts) {}

    private record Made<P>(Standing standing, P part) {}

    private <P> Parts<P> inParts(
            UUID tenant,
            @Nullable UUID counterparty,
            Period window,
            @Nullable LocalDate asOf,
            UnaryOperator<ReportQuestion> answers,
            BiFunction<Standing, ReportQuestion, P> maker) {
        Predicate<Contract> wanted = contract -> counterparty == null || counterparty.equals(contract.counterparty());
        Sources sources = tenancy.call(tenant, () -> inputs.read(wanted));
        ReportQuestion frame = answers.apply(frame(tenant, counterparty, window, asOf, sources));
        Map<String, LocalDate> disputed = frame.governance().disputedRowsOn(frame.asOf());
        List<Made<P>> made = inParallel(sources.counterparties(), source -> {
                    try (KeptDossier dossier = dossier(tenant, source, frame.asOf())) {
                        Standing standing = standing(tenant, source, dossier, frame.asOf(), disputed);
                        return new Made<>(standing, maker.apply(standing, frame));
                    }
                })
                .stream()
                .sorted(Comparator.comparing(each -> each.standing().name()))
                .toList();
        return new Parts<>(
                frame.about(made.stream().map(Made::standing).toList()),
                made.stream().map(Made::part).toList());
    }

    /** A question whose counterparties are still to be filled in. */
    private ReportQuestion frame(
            UUID tenant, @Nullable UUID counterparty, Period window, @Nullable LocalDate asOf, Sources sources) {
        LocalDate day = asOf == null ? LocalDate.now(clock) : asOf;
        Supplier<List<PerformanceFact>> unassigned = () -> tenancy.call(tenant, sources.unassigned());
        Governance governance = tenancy.call(tenant, inputs::governance);
        Map<String, LocalDate> disputed = governance.disputedRowsOn(day);
        Supplier<List<DossierSource>> others =
                () -> counterparty == null
                        ? List.of()
                        : tenancy.call(
                                tenant,
                                () -> inputs
                                        .read(contract -> !counterparty.equals(contract.counterparty()))
                                        .counterparties()
                                        .stream()
                                        .filter(source -> !counterparty.equals(id(source)))
                                        .toList());
        return new ReportQuestion(List.of(), counterparty == null ? unassigned : List::of, window, day)
                .beside(() -> inParallel(others.get(), source -> {
                    try (KeptDossier dossier = dossier(tenant, source, day)) {
                        return standing(tenant, source, dossier, day, disputed);
                    }
                }))
                .with(governance);
    }

    private KeptDossier dossier(UUID tenant, DossierSource source, LocalDate day) {
        return new KeptDossier(() -> tenancy.call(tenant, () -> source.read(day)));
    }

    private Standing standing(
            UUID tenant, DossierSource source, KeptDossier dossier, LocalDate day, Map<String, LocalDate> disputed) {
        Sha256 hash = source.hash(day);
        Ledger ledger = tenancy.call(tenant, () -> ledger(source, hash, dossier, day));
        return standing(source, hash, dossier, ledger, disputed);
    }

    private static Standing standing(
            DossierSource source, Sha256 hash, KeptDossier dossier, Ledger ledger, Map<String, LocalDate> disputed) {
        return new Standing(
                source.family(), dossier, ledger.withDisputes(disputed), hash + " " + new TreeMap<>(disputed));
    }

    /** Two at a time: while one reads its facts, another is computed. */
    private static <T, R> List<R> inParallel(List<T> all, Function<T, R> work) {
        if (all.size() < 2) {
            return all.stream().map(work).toList();
        }
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<CompletableFuture<R>> running = all.stream()
                    .map(each -> CompletableFuture.supplyAsync(() -> work.apply(each), threads))
                    .toList();
            return running.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            threads.shutdownNow();
        }
    }

    @Override
    public List<Standing> standings(Set<UUID> contracts, LocalDate asOf) {
        Map<String, LocalDate> disputed = inputs.governance().disputedRowsOn(asOf);
        return inputs
                .read(contract -> contracts.isEmpty() || contracts.contains(contract.id()))
                .counterparties()
                .stream()
                .map(source -> {
                    try (KeptDossier dossier = new KeptDossier(() -> source.read(asOf))) {
                        Sha256 hash = source.hash(asOf);
                        return standing(source, hash, dossier, ledger(source, hash, dossier, asOf), disputed);
                    }
                })
                .toList();
    }

    @Override
    public Governance governance() {
        return inputs.governance();
    }

    /** One counterparty on a day; empty when the tenant has no contract with it. */
    public Optional<Standing> find(UUID tenant, UUID counterparty, @Nullable LocalDate asOf) {
        return question(tenant, counterparty, ALWAYS, asOf).standings().stream().findFirst();
    }

    /** All that was ever said of a counterparty, the oldest first. */
    public List<LedgerVersion> listHistory(UUID tenant, UUID counterparty) {
        return tenancy.call(tenant, () -> store.listHistory(counterparty));
    }

    private Ledger ledger(DossierSource source, Sha256 hash, Supplier<Dossier> dossier, LocalDate asOf) {
        UUID counterparty = id(source);
        Optional<LedgerRun> last = store.findLatestRun(counterparty);
        boolean known =
                last.filter(run -> run.inputs().equals(hash)).isPresent() && hash.equals(computed.get(counterparty));
        if (known) {
            return store.get(counterparty);
        }
        Ledger ledger = Ledger.of(dossier.get(), checks);
        boolean looksBack = last.filter(run -> run.asOf().isAfter(asOf)).isPresent();
        if (!looksBack && !asOf.isAfter(LocalDate.now(clock))) {
            int written = store.append(counterparty, asOf, hash, ledger);
            computed.put(counterparty, hash);
            LOG.info(
                    "Ledger of {} on {}: {} outcomes, {} new or changed",
                    counterparty,
                    asOf,
                    ledger.outcomes().size(),
                    written);
        }
        return ledger;
    }

    private static UUID id(DossierSource source) {
        return source.family().counterparty().id();
    }
}
