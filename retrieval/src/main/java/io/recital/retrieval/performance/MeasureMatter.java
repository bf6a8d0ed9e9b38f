package io.recital.retrieval.performance;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.evidence.FactCell;
import io.recital.models.fact.FactKind;
import io.recital.models.fact.Measurement;
import io.recital.models.finding.Finding;
import io.recital.models.finding.PerformanceMeasure;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.measure.MeasureResult;
import io.recital.models.ledger.measure.MeasureResult.State;
import io.recital.models.ledger.measure.MeasureResults;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A performance measure with what it came to in each period. */
record MeasureMatter(List<MeasureResult> series) implements Matter {
    private static final int MOST_MISSES = 6;
    private static final Pattern WORST =
            Pattern.compile("(?i)\\b(?:worst|lowest|weakest|poorest|deepest|at its (?:low|bottom))\\b");
    private static final Pattern BEST = Pattern.compile("(?i)\\b(?:best|highest|strongest)\\b");

    MeasureMatter {
        series = List.copyOf(series);
    }

    /** All that a counterparty was measured by. */
    static Collection<MeasureMatter> of(Dossier dossier) {
        Map<String, List<MeasureResult>> series = new LinkedHashMap<>();
        for (MeasureResult result : MeasureResults.of(dossier)) {
            series.computeIfAbsent(name(result), key -> new ArrayList<>()).add(result);
        }
        return series.values().stream().map(MeasureMatter::new).toList();
    }

    private static String name(MeasureResult result) {
        return result.measure()
                .code()
                .orElse(result.measure().name() + result.contract().replaceAll("\\d", ""));
    }

    private MeasureResult last() {
        return series.get(series.size() - 1);
    }

    @Override
    public String called() {
        String reported = series.stream()
                .flatMap(result -> result.measurements().stream())
                .map(Measurement::measure)
                .distinct()
                .collect(Collectors.joining(" "));
        return last().measure().name() + " " + last().measure().code().orElse("") + " " + reported;
    }

    @Override
    public String around() {
        PerformanceMeasure content = last().measure().content();
        return (content.metric() == null ? "" : content.metric())
                + (content.term() == PerformanceMeasure.Term.KPI ? " KPI" : " service level")
                + " " + notes() + " "
                + last().measure().citations().stream().map(Citation::quote).collect(Collectors.joining(" "));
    }

    private String notes() {
        return series.stream()
                .flatMap(result -> result.measurements().stream())
                .map(Measurement::note)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    @Override
    public List<Telling> tell(Asking asking) {
        List<MeasureResult> asked = series.stream()
                .filter(result -> asking.time().isEmpty()
                        ? result.period().overlaps(asking.timeOrYear())
                        : asking.isAbout(result.period()))
                .toList();
        List<MeasureResult> judged =
                asked.stream().filter(result -> result.value() != null).toList();
        if (judged.isEmpty()) {
            return asked.stream()
                    .filter(result -> asking.time().isPresent())
                    .limit(1)
                    .map(result -> Telling.of(
                            "“" + result.measure().name() + "”, " + Wording.of(result.period())
                                    + ": cannot be told without " + result.missing() + ".",
                            result.measure().findings(),
                            List.of(Wording.working(result.period()))))
                    .toList();
        }
        if (judged.size() == 1) {
            return List.of(tell(judged.get(0)));
        }
        if (asking.says(WORST) || asking.says(BEST)) {
            return List.of(tell(extreme(judged, asking.says(WORST))));
        }
        return together(judged);
    }

    private static MeasureResult extreme(List<MeasureResult> results, boolean worst) {
        boolean upwards = isUpwards(results.get(0));
        Comparator<MeasureResult> byValue = Comparator.comparing(MeasureMatter::value);
        return results.stream()
                .min(upwards == worst ? byValue : byValue.reversed())
                .orElseThrow();
    }

    private static BigDecimal value(MeasureResult result) {
        return Objects.requireNonNull(result.value());
    }

    private static boolean isUpwards(MeasureResult result) {
        return result.measure().content().comparison() == PerformanceMeasure.Comparison.AT_LEAST
                || result.measure().content().comparison() == PerformanceMeasure.Comparison.ABOVE;
    }

    /** How often it was missed, and each miss; where there was none, the narrowest. */
    private List<Telling> together(List<MeasureResult> results) {
        List<MeasureResult> missed =
                results.stream().filter(MeasureResult::isMissed).toList();
        MeasureResult first = results.get(0);
        MeasureResult last = results.get(results.size() - 1);
        List<Derivation> workings = new ArrayList<>();
        workings.add(Wording.count(
                "period",
                results.stream().map(result -> result.period().toString()).toList()));
        if (!missed.isEmpty()) {
            workings.add(Wording.count(
                    "missed",
                    missed.stream().map(result -> result.period().toString()).toList()));
        }
        String often = missed.isEmpty()
                ? "met in all " + results.size()
                : "missed in " + missed.size() + " of " + results.size();
        List<Telling> told = new ArrayList<>();
        told.add(Telling.of(
                "“" + last().measure().name() + "” was " + often + " periods from "
                        + first.period().from() + " to " + last.period().to() + ".",
                last.measure().findings(),
                workings));
        (missed.isEmpty() ? List.of(extreme(results, true)) : missed)
                .stream().limit(MOST_MISSES).map(this::tell).forEach(told::add);
        return told;
    }

    /** One period: value, target, how it stands. */
    Telling tell(MeasureResult result) {
        PerformanceMeasure content = result.measure().content();
        BigDecimal target = content.target();
        String value = figure(value(result), content.unit());
        String lead = "“" + result.measure().name() + "”, " + Wording.of(result.period()) + ": " + value + ", "
                + state(result, target);
        String aim = target == null
                ? ""
                : " (target " + content.comparison().sign() + " " + figure(target, content.unit()) + ")";
        String note = note(result);
        return Telling.of(
                List.of(lead + aim + note + ".", lead + aim + ".", lead + "."), rests(result), workings(result, value));
    }

    private static String state(MeasureResult result, @Nullable BigDecimal target) {
        return switch (result.state()) {
            case MET ->
                target != null && value(result).compareTo(target) == 0 ? "exactly the target, which is met" : "met";
            case MISSED -> "missed";
            case NOT_MEASURED -> "not measured, as there was too little to count";
            case PRELIMINARY -> "so far; the period or its report is not final";
            case NOT_CHECKABLE -> "not checkable";
        };
    }

    private static String figure(BigDecimal number, String unit) {
        return (number.toPlainString() + " " + unit).strip();
    }

    private static String note(MeasureResult result) {
        return result.measurements().stream()
                .map(Measurement::note)
                .filter(note -> !note.isBlank())
                .findFirst()
                .map(note -> "; the report notes: “" + note + "”")
                .orElse("");
    }

    private static List<Finding> rests(MeasureResult result) {
        return List.of(result.measure().governed().finding());
    }

    private static List<Derivation> workings(MeasureResult result, String value) {
        List<Derivation> workings = new ArrayList<>(result.workings());
        List<Measurement> rows = result.measurements();
        if (workings.isEmpty() && !rows.isEmpty()) {
            workings.add(new Derivation(
                    Operation.LEAST, List.of(cell(rows.get(0), "reported value", value, "value")), value));
        }
        List<Input> notes = rows.stream()
                .filter(row -> !row.note().isBlank())
                .map(row -> cell(row, "note", row.note(), "note"))
                .toList();
        if (!notes.isEmpty()) {
            workings.add(new Derivation(Operation.COUNT, notes, notes.size() + ""));
        }
        workings.add(Wording.working(result.period()));
        return workings;
    }

    private static Input cell(Measurement row, String what, String value, String column) {
        return Input.of(what, value, new FactCell(FactKind.MEASUREMENT.label(), row.id(), column));
    }

    /** The periods asked for in which it was met or missed. */
    List<MeasureResult> near(Asking asking) {
        return series.stream()
                .filter(result -> asking.isAbout(result.period()) && result.value() != null)
                .filter(result -> result.state() == State.MET || result.isMissed())
                .toList();
    }

    boolean earnsCredits() {
        return !last().measure().credits().isEmpty();
    }

    /** How near to its target it came at the time asked for. */
    BigDecimal margin(Asking asking) {
        return near(asking).stream()
                .flatMap(result -> result.budgetLeft().stream())
                .map(BigDecimal::abs)
                .min(Comparator.naturalOrder())
                .orElse(BigDecimal.valueOf(Long.MAX_VALUE));
    }
}
