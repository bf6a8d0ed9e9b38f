package io.recital.models.governance.brief;

import io.recital.models.fact.Period;
import io.recital.models.finding.Obligation;
import io.recital.models.finding.PerformanceMeasure;
import io.recital.models.governance.Governance;
import io.recital.models.governance.ScorePart;
import io.recital.models.ledger.duty.DutyState;
import io.recital.models.ledger.duty.DutyState.Status;
import io.recital.models.ledger.duty.DutyStates;
import io.recital.models.ledger.measure.MeasureResult;
import io.recital.models.ledger.measure.MeasureResults;
import io.recital.models.ledger.score.PerformanceScore;
import io.recital.models.report.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the counterparty promised and how much of it it kept in the last year. */
final class KeptPromises {
    /** Missed in this share of the periods or more, in percent, a measure is worth an ask. */
    private static final int OFTEN = 25;

    private final Standing standing;
    private final Governance governance;
    private final Period year;
    private final Map<String, List<MeasureResult>> measures;
    private final Map<Object, List<DutyState>> duties;

    KeptPromises(Standing standing, Governance governance) {
        this.standing = standing;
        this.governance = governance;
        LocalDate asOf = standing.dossier().asOf();
        this.year = new Period(asOf.minusYears(1).plusDays(1), asOf);
        this.measures = MeasureResults.of(standing.dossier()).stream()
                .filter(result -> year.holds(result.period().to()))
                .collect(Collectors.groupingBy(
                        result -> result.contract() + " " + result.measure().name(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        this.duties = theirs().stream()
                .filter(state -> year.holds(state.occurrence().due()))
                .collect(Collectors.groupingBy(DutyState::duty, LinkedHashMap::new, Collectors.toList()));
    }

    private List<DutyState> theirs() {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.add(standing.name());
        names.addAll(standing.family().counterparty().aliases());
        return DutyStates.of(standing.dossier()).stream()
                .filter(state -> Optional.ofNullable(
                                state.duty().content().obligor().name())
                        .filter(names::contains)
                        .isPresent())
                .toList();
    }

    List<BriefLine> lines() {
        List<BriefLine> lines = new ArrayList<>();
        score().ifPresent(lines::add);
        measures.values().forEach(results -> missed(results).ifPresent(lines::add));
        duties.values().forEach(states -> late(states).ifPresent(lines::add));
        return lines;
    }

    private Optional<BriefLine> score() {
        PerformanceScore score =
                PerformanceScore.of(standing, governance, List.of(year)).get(0);
        String parts = score.parts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(part -> part.getKey().title() + " " + part.getValue().count() + " of "
                        + part.getValue().of())
                .collect(Collectors.joining(", "));
        return score.value()
                .map(value -> new BriefLine(
                        "Score " + value.toPlainString() + " of 100 from " + year.from() + " to " + year.to() + ": "
                                + parts + ".",
                        List.of(),
                        score.parts().keySet().stream()
                                .sorted()
                                .map(ScorePart::label)
                                .map(part -> "scorecard:" + part)
                                .toList()));
    }

    private static List<MeasureResult> misses(List<MeasureResult> results) {
        return results.stream().filter(MeasureResult::isMissed).toList();
    }

    private static long judged(List<MeasureResult> results) {
        return results.stream()
                .filter(result -> result.isMissed() || result.state() == MeasureResult.State.MET)
                .count();
    }

    private static Optional<BriefLine> missed(List<MeasureResult> results) {
        List<MeasureResult> missed = misses(results);
        if (missed.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(line(
                "“" + name(missed) + "” was missed in " + missed.size() + " of " + judged(results) + " periods.",
                missed));
    }

    private static String name(List<MeasureResult> results) {
        return results.get(results.size() - 1).measure().name();
    }

    private static BriefLine line(String text, List<MeasureResult> results) {
        return new BriefLine(
                text,
                results.get(results.size() - 1).measure().citations(),
                results.stream().flatMap(result -> result.rows().stream()).toList());
    }

    private static List<DutyState> failures(List<DutyState> states) {
        return states.stream()
                .filter(state -> state.status() == Status.LATE || state.status() == Status.OVERDUE)
                .toList();
    }

    private static Optional<BriefLine> late(List<DutyState> states) {
        List<DutyState> failed = failures(states);
        return failed.isEmpty()
                ? Optional.empty()
                : Optional.of(line(
                        failed,
                        "Late or not done " + failed.size() + " of " + states.size() + " times: " + what(failed)
                                + "."));
    }

    private static String what(List<DutyState> states) {
        return states.get(0).duty().content().action();
    }

    private static BriefLine line(List<DutyState> states, String text) {
        return BriefLine.of(
                text,
                List.of(states.get(0).duty().finding()),
                states.stream()
                        .flatMap(state -> Optional.ofNullable(state.evidence()).stream())
                        .map(event -> event.kind().label() + ":" + event.id())
                        .toList());
    }

    List<BriefLine> asks() {
        List<BriefLine> asks = new ArrayList<>();
        for (List<MeasureResult> results : measures.values()) {
            List<MeasureResult> missed = misses(results);
            if (!missed.isEmpty() && missed.size() * 100L >= judged(results) * OFTEN) {
                asks.add(line(ask(missed), missed));
            }
        }
        for (List<DutyState> states : duties.values()) {
            List<DutyState> failed = failures(states);
            Obligation duty = states.get(0).duty().content();
            if (failed.size() > 1 && duty.consequence() == null) {
                asks.add(line(failed, "Ask for a consequence where this is late again: " + what(failed) + "."));
            }
        }
        return asks;
    }

    private static String ask(List<MeasureResult> missed) {
        PerformanceMeasure measure = missed.get(missed.size() - 1).measure().content();
        boolean isFree = missed.get(missed.size() - 1).measure().credits().isEmpty();
        return isFree
                ? "Ask for a service credit on “" + measure.name()
                        + "”: missing it costs nothing that the clause states."
                : "Ask for a plan with dates for “" + measure.name()
                        + "”, and for higher credits where it is missed again.";
    }
}
