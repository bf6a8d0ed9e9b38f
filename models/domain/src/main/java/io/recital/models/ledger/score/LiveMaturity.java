package io.recital.models.ledger.score;

import io.recital.models.fact.FactKind;
import io.recital.models.family.FamilyMember;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingContent;
import io.recital.models.finding.Milestone;
import io.recital.models.finding.PerformanceMeasure;
import io.recital.models.governance.Governance;
import io.recital.models.governance.Meeting;
import io.recital.models.governance.Recorded;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.Ledger;
import io.recital.models.ledger.duty.DutyState;
import io.recital.models.ledger.duty.DutyState.Status;
import io.recital.models.ledger.duty.DutyStates;
import io.recital.models.ledger.measure.MeasureResult;
import io.recital.models.ledger.measure.MeasureResults;
import io.recital.models.ledger.measure.PromisedMeasure;
import io.recital.models.ledger.score.MaturityCount.Tally;
import io.recital.models.maturity.Indicator;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What one counterparty adds, on the day of its dossier, to the shares that maturity is judged by. */
final class LiveMaturity {
    private final Dossier dossier;
    private final Ledger ledger;
    private final LocalDate day;
    private final LocalDate year;
    private final LocalDate quarter;
    private final Map<Indicator, Tally> tallies = new EnumMap<>(Indicator.class);

    private LiveMaturity(Dossier dossier, Ledger ledger) {
        this.dossier = dossier;
        this.ledger = ledger;
        this.day = dossier.asOf();
        this.year = day.minusYears(1);
        this.quarter = day.minusMonths(3);
    }

    static MaturityCount of(Dossier dossier, Ledger ledger, Governance governance) {
        LiveMaturity live = new LiveMaturity(dossier, ledger);
        live.contracts();
        live.duties();
        live.measures();
        live.money();
        live.reviews(governance);
        return new MaturityCount(live.tallies, live.fresh());
    }

    private void put(Indicator indicator, long count, long of) {
        tallies.put(indicator, new Tally(count, of));
    }

    private void contracts() {
        List<FamilyMember> known =
                dossier.family().members().stream().filter(this::isKnown).toList();
        put(
                Indicator.CONTRACTS_TYPED,
                count(known, member -> member.findings().stream().anyMatch(LiveMaturity::isType)),
                known.size());
        List<Finding> weighty = known.stream()
                .flatMap(member -> member.findings().stream())
                .filter(finding -> isWeighty(finding.content()))
                .toList();
        put(Indicator.FINDINGS_REVIEWED, count(weighty, finding -> !finding.isProvisional()), weighty.size());
    }

    /** A contract without a day of its own is taken for one that was there. */
    private boolean isKnown(FamilyMember member) {
        return member.findSigned()
                .or(member::findEffective)
                .filter(from -> from.isAfter(day))
                .isEmpty();
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
        List<DutyState> duties = DutyStates.of(dossier).stream()
                .filter(state -> state.occurrence().due().isAfter(year))
                .toList();
        List<DutyState> open =
                duties.stream().filter(LiveMaturity::isStillToBeDone).toList();
        put(Indicator.OBLIGATIONS_OWNED, count(open, state -> state.owner().isPresent()), open.size());
        List<Status> states = duties.stream().map(DutyState::status).toList();
        long done = count(states, Status.DONE::equals);
        put(
                Indicator.OBLIGATIONS_ON_TIME,
                done,
                done + count(states, status -> status == Status.LATE || status == Status.OVERDUE));
    }

    private static boolean isStillToBeDone(DutyState state) {
        return state.status() == Status.OPEN || state.status() == Status.DUE;
    }

    private void measures() {
        Set<String> fresh = MeasureResults.of(dossier).stream()
                .filter(result -> result.value() != null && result.period().to().isAfter(quarter))
                .map(MeasureResult::measure)
                .map(PromisedMeasure::name)
                .collect(Collectors.toSet());
        List<PromisedMeasure> all = PromisedMeasure.on(dossier.family(), day);
        put(Indicator.MEASURES_MEASURED, count(all, measure -> fresh.contains(measure.name())), all.size());
    }

    private void money() {
        long claimed = count(dossier.facts().claims(), claim -> claim.sentOn().isAfter(year));
        put(Indicator.CREDITS_CLAIMED, claimed, claimed + entries(LeakageClass.UNCLAIMED_ENTITLEMENT));
        long credited = count(
                dossier.facts().creditNotes(),
                note -> note.issuedOn().isAfter(year) && !note.invoice().isEmpty());
        put(Indicator.LEAKAGE_RECOVERED, credited, credited + entries(LeakageClass.RECOVERABLE_OVERPAYMENT));
    }

    private long entries(LeakageClass leakage) {
        return count(
                ledger.entries(),
                entry -> entry.leakage() == leakage && entry.period().to().isAfter(year));
    }

    /** Nothing where no meeting is recorded with anybody: then they are kept elsewhere, or not held. */
    private void reviews(Governance governance) {
        List<Meeting> held = governance.list(Meeting.class).stream()
                .map(Recorded::content)
                .filter(meeting -> meeting.isHeldBy(day))
                .toList();
        if (!held.isEmpty()) {
            put(Indicator.REVIEWS_HELD, isReviewed(held) ? 1 : 0, 1);
        }
    }

    private boolean isReviewed(List<Meeting> held) {
        return held.stream()
                        .filter(meeting -> meeting.counterparty()
                                .equals(dossier.family().counterparty().id()))
                        .map(Meeting::heldOn)
                        .filter(on -> on != null && on.isAfter(year))
                        .distinct()
                        .count()
                >= 2;
    }

    private Set<FactKind> fresh() {
        return dossier.facts().stream()
                .filter(fact -> MaturityCount.FED.contains(fact.kind()))
                .filter(fact -> fact.knownFrom().isAfter(quarter))
                .map(fact -> fact.kind())
                .collect(Collectors.toSet());
    }

    private static <T> long count(List<T> all, Predicate<T> condition) {
        return all.stream().filter(condition).count();
    }
}
