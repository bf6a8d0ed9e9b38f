package io.recital.models.ledger.score;

import io.recital.models.fact.Facts;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingContent;
import io.recital.models.finding.Milestone;
import io.recital.models.finding.PerformanceMeasure;
import io.recital.models.governance.Meeting;
import io.recital.models.governance.Recorded;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.duty.DutyState;
import io.recital.models.ledger.duty.DutyState.Status;
import io.recital.models.ledger.duty.DutyStates;
import io.recital.models.ledger.measure.MeasureResult;
import io.recital.models.ledger.measure.MeasureResults;
import io.recital.models.ledger.measure.PromisedMeasure;
import io.recital.models.maturity.Indicator;
import io.recital.models.maturity.Share;
import io.recital.models.report.ReportQuestion;
import io.recital.models.report.Standing;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The shares that maturity is judged by, counted over all counterparties; absent where there is nothing to count. */
final class LiveMaturity {
    private final ReportQuestion question;
    private final LocalDate year;
    private final LocalDate quarter;
    private final Map<Indicator, Share> shares = new EnumMap<>(Indicator.class);

    private LiveMaturity(ReportQuestion question) {
        this.question = question;
        this.year = question.asOf().minusYears(1);
        this.quarter = question.asOf().minusMonths(3);
    }

    static Map<Indicator, Share> of(ReportQuestion question) {
        LiveMaturity live = new LiveMaturity(question);
        live.contracts();
        live.duties();
        live.measures();
        live.money();
        live.feeds();
        live.reviews();
        return live.shares;
    }

    private void put(Indicator indicator, long count, long of) {
        if (of > 0) {
            shares.put(indicator, new Share(count, of));
        }
    }

    private void contracts() {
        long typed = sum(standing -> standing.family().members().stream()
                .filter(member -> member.findings().stream().anyMatch(LiveMaturity::isType))
                .count());
        put(
                Indicator.CONTRACTS_TYPED,
                typed,
                sum(standing -> standing.family().members().size()));
        List<Finding> weighty = question.standings().stream()
                .flatMap(standing -> standing.family().members().stream())
                .flatMap(member -> member.findings().stream())
                .filter(finding -> isWeighty(finding.content()))
                .toList();
        put(
                Indicator.FINDINGS_REVIEWED,
                weighty.stream().filter(finding -> !finding.isProvisional()).count(),
                weighty.size());
    }

    private static boolean isType(Finding finding) {
        return finding.content() instanceof ContractFact fact && fact.fact() == FactType.DOCUMENT_TYPE;
    }

    private static boolean isWeighty(FindingContent content) {
        return content instanceof CommercialLever
                || content instanceof PerformanceMeasure
                || content instanceof Milestone;
    }

    private void duties() {
        List<DutyState> duties = question.standings().stream()
                .flatMap(standing -> DutyStates.of(standing.dossier()).stream())
                .filter(state -> state.occurrence().due().isAfter(year))
                .toList();
        owned(duties);
        List<Status> states = duties.stream().map(DutyState::status).toList();
        long done = count(states, Status.DONE::equals);
        put(
                Indicator.OBLIGATIONS_ON_TIME,
                done,
                done + count(states, status -> status == Status.LATE || status == Status.OVERDUE));
    }

    /** Of what is still to be done; unknown where nobody names owners here: they may be kept elsewhere. */
    private void owned(List<DutyState> duties) {
        List<DutyState> open = duties.stream()
                .filter(state -> state.status() == Status.OPEN || state.status() == Status.DUE)
                .toList();
        long owned = count(open, state -> state.owner().isPresent());
        if (owned > 0) {
            put(Indicator.OBLIGATIONS_OWNED, owned, open.size());
        }
    }

    private void measures() {
        long measured = 0;
        long promised = 0;
        for (Standing standing : question.standings()) {
            Set<String> fresh = MeasureResults.of(standing.dossier()).stream()
                    .filter(result ->
                            result.value() != null && result.period().to().isAfter(quarter))
                    .map(MeasureResult::measure)
                    .map(PromisedMeasure::name)
                    .collect(Collectors.toSet());
            List<PromisedMeasure> all = PromisedMeasure.on(standing.family(), question.asOf());
            promised += all.size();
            measured += count(all, measure -> fresh.contains(measure.name()));
        }
        put(Indicator.MEASURES_MEASURED, measured, promised);
    }

    private void money() {
        long claimed = facts(Facts::claims)
                .filter(claim -> claim.sentOn().isAfter(year))
                .count();
        put(Indicator.CREDITS_CLAIMED, claimed, claimed + entries(LeakageClass.UNCLAIMED_ENTITLEMENT));
        long credited = facts(Facts::creditNotes)
                .filter(note -> note.issuedOn().isAfter(year) && !note.invoice().isEmpty())
                .count();
        put(Indicator.LEAKAGE_RECOVERED, credited, credited + entries(LeakageClass.RECOVERABLE_OVERPAYMENT));
    }

    private long entries(LeakageClass leakage) {
        return sum(standing -> standing.ledger().entries().stream()
                .filter(entry ->
                        entry.leakage() == leakage && entry.period().to().isAfter(year))
                .count());
    }

    /** Nothing where no meeting is recorded at all: then they are kept elsewhere, or not held. */
    private void reviews() {
        List<Meeting> held = question.governance().list(Meeting.class).stream()
                .map(Recorded::content)
                .filter(meeting -> meeting.isHeldBy(question.asOf()))
                .toList();
        if (!held.isEmpty()) {
            put(
                    Indicator.REVIEWS_HELD,
                    question.standings().stream()
                            .filter(standing -> isReviewed(standing, held))
                            .count(),
                    question.standings().size());
        }
    }

    private boolean isReviewed(Standing standing, List<Meeting> held) {
        return held.stream()
                        .filter(meeting -> meeting.counterparty()
                                .equals(standing.family().counterparty().id()))
                        .map(Meeting::heldOn)
                        .filter(day -> day != null && day.isAfter(year))
                        .distinct()
                        .count()
                >= 2;
    }

    private void feeds() {
        long fresh = Stream.<Function<Facts, ? extends List<? extends PerformanceFact>>>of(
                        Facts::measurements, Facts::invoiceLines, Facts::purchases, Facts::events)
                .filter(kind -> facts(kind).anyMatch(fact -> fact.knownFrom().isAfter(quarter)))
                .count();
        put(Indicator.FEEDS_FRESH, fresh, 4);
    }

    private <F> Stream<F> facts(Function<Facts, ? extends List<? extends F>> kind) {
        return question.standings().stream()
                .flatMap(standing -> kind.apply(standing.dossier().facts()).stream());
    }

    private long sum(ToLongFunction<Standing> count) {
        return question.standings().stream().mapToLong(count).sum();
    }

    private static <T> long count(List<T> all, Predicate<T> condition) {
        return all.stream().filter(condition).count();
    }
}
