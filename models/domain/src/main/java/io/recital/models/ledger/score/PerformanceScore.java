package io.recital.models.ledger.score;

import static java.util.Objects.requireNonNull;

import io.recital.models.fact.Direction;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.finding.PartyReference;
import io.recital.models.governance.CorrectiveAction;
import io.recital.models.governance.CorrectiveAction.State;
import io.recital.models.governance.Governance;
import io.recital.models.governance.Recorded;
import io.recital.models.governance.ScorePart;
import io.recital.models.governance.ScoreWeights;
import io.recital.models.governance.Side;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.Ledger;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.duty.DutyState;
import io.recital.models.ledger.duty.DutyState.Status;
import io.recital.models.ledger.duty.DutyStates;
import io.recital.models.ledger.measure.MeasureResult;
import io.recital.models.ledger.measure.MeasureResults;
import io.recital.models.maturity.Share;
import io.recital.models.report.Standing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A counterparty's performance in a period: how much of what it promised it kept. A part of which the facts say nothing
 * is unknown and counts neither way; the weights of the others count for the whole.
 *
 * @param parts those of which something is known
 */
public record PerformanceScore(Period window, ScoreWeights weights, Map<ScorePart, Share> parts) {
    public PerformanceScore {
        requireNonNull(window, "window");
        requireNonNull(weights, "weights");
        parts = Map.copyOf(parts);
    }

    /** The scores of a counterparty, one for each window; what ended outside a window does not count in it. */
    public static List<PerformanceScore> of(Standing standing, Governance governance, List<Period> windows) {
        Dossier dossier = standing.dossier();
        List<MeasureResult> results = MeasureResults.of(dossier);
        List<DutyState> duties = theirs(dossier);
        Set<String> wrong = wrongRows(standing.ledger());
        List<CorrectiveAction> actions =
                governance
                        .list(
                                CorrectiveAction.class,
                                dossier.family().counterparty().id())
                        .stream()
                        .map(Recorded::content)
                        .toList();
        ScoreWeights weights = governance.weightsOn(dossier.asOf());
        return windows.stream()
                .map(window -> {
                    Map<ScorePart, Share> parts = new EnumMap<>(ScorePart.class);
                    measures(results, window).ifPresent(share -> parts.put(ScorePart.MEASURES, share));
                    duties(duties, window).ifPresent(share -> parts.put(ScorePart.DUTIES, share));
                    invoices(dossier, wrong, window).ifPresent(share -> parts.put(ScorePart.INVOICES, share));
                    actions(actions, window, dossier.asOf()).ifPresent(share -> parts.put(ScorePart.ACTIONS, share));
                    return new PerformanceScore(window, weights, parts);
                })
                .toList();
    }

    /** The same without a part that is not for everybody's eyes. */
    public PerformanceScore without(ScorePart part) {
        Map<ScorePart, Share> left = new HashMap<>(parts);
        left.remove(part);
        return new PerformanceScore(window, weights, left);
    }

    /** Of the counterparty's own actions that fell due, those that were done by their day. */
    private static Optional<Share> actions(List<CorrectiveAction> all, Period window, LocalDate asOf) {
        List<State> states = all.stream()
                .filter(action -> action.side() == Side.THEIRS && window.holds(action.due()))
                .map(action -> action.stateOn(asOf))
                .filter(state -> state != State.OPEN)
                .toList();
        return share(states.stream().filter(State.DONE::equals).count(), states.size());
    }

    private static Optional<Share> measures(List<MeasureResult> all, Period window) {
        List<MeasureResult> results = all.stream()
                .filter(result -> window.holds(result.period().to()))
                .toList();
        long met = results.stream()
                .filter(result -> result.state() == MeasureResult.State.MET)
                .count();
        return share(met, met + results.stream().filter(MeasureResult::isMissed).count());
    }

    private static List<DutyState> theirs(Dossier dossier) {
        Set<String> names = new HashSet<>(dossier.family().counterparty().aliases());
        names.add(dossier.family().counterparty().name());
        return DutyStates.of(dossier).stream()
                .filter(state -> isOf(names, state))
                .toList();
    }

    private static Optional<Share> duties(List<DutyState> theirs, Period window) {
        List<Status> states = theirs.stream()
                .filter(state -> window.holds(state.occurrence().due()))
                .map(DutyState::status)
                .toList();
        long done = states.stream().filter(status -> status == Status.DONE).count();
        long failed = states.stream()
                .filter(status -> status == Status.LATE || status == Status.OVERDUE)
                .count();
        return share(done, done + failed);
    }

    /** Whether the counterparty owes it; a party that no definition resolves to a name is nobody's for certain. */
    private static boolean isOf(Set<String> names, DutyState state) {
        PartyReference obligor = state.duty().content().obligor();
        return obligor.name() != null && names.contains(obligor.name());
    }

    private static Set<String> wrongRows(Ledger ledger) {
        Set<String> wrong = new HashSet<>();
        ledger.entries().stream()
                .filter(entry -> entry.leakage() == LeakageClass.RECOVERABLE_OVERPAYMENT)
                .map(LedgerEntry::rows)
                .forEach(wrong::addAll);
        return wrong;
    }

    private static Optional<Share> invoices(Dossier dossier, Set<String> wrong, Period window) {
        if (dossier.isOfASeller()) {
            return Optional.empty();
        }
        List<InvoiceLine> lines = dossier.facts().invoiceLines().stream()
                .filter(line -> line.direction() == Direction.RECEIVED && window.holds(line.invoiceDate()))
                .toList();
        long right = lines.stream()
                .filter(line -> !wrong.contains(line.kind().label() + ":" + line.id()))
                .count();
        return share(right, lines.size());
    }

    private static Optional<Share> share(long count, long of) {
        return of == 0 ? Optional.empty() : Optional.of(new Share(count, of));
    }

    private static BigDecimal hundredfold(Share share) {
        return BigDecimal.valueOf(share.count() * 100).divide(BigDecimal.valueOf(share.of()), 6, RoundingMode.HALF_UP);
    }

    /** From 0 to 100, to one decimal; empty when nothing is known that weighs. */
    public Optional<BigDecimal> value() {
        BigDecimal sum = BigDecimal.ZERO;
        int all = 0;
        for (Map.Entry<ScorePart, Share> part : parts.entrySet()) {
            int weight = weights.of(part.getKey());
            sum = sum.add(hundredfold(part.getValue()).multiply(BigDecimal.valueOf(weight)));
            all += weight;
        }
        return all == 0 ? Optional.empty() : Optional.of(sum.divide(BigDecimal.valueOf(all), 1, RoundingMode.HALF_UP));
    }

    /** The parts of which the facts say nothing. */
    public List<ScorePart> unknown() {
        List<ScorePart> unknown = new ArrayList<>(Arrays.asList(ScorePart.values()));
        unknown.removeAll(parts.keySet());
        return unknown;
    }
}
