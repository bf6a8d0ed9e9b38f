package io.recital.models.ledger.measure;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.evidence.FactCell;
import io.recital.models.fact.FactKind;
import io.recital.models.fact.Measurement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value computed from the parts that a report gives, to the decimals that the contract states; the reported value only
 * where it gives no parts.
 *
 * @param value null when there was nothing to measure
 */
record MeasuredValue(@Nullable BigDecimal value, List<Derivation> workings) {
    MeasuredValue {
        workings = List.copyOf(workings);
    }

    /**
     * The value of rows that are taken together.
     *
     * @param summed whether what they report is added up
     * @param precision as the contract states it for the measure; empty where it does not
     */
    static MeasuredValue of(
            PromisedMeasure measure, List<Measurement> rows, boolean summed, Optional<Precision> precision) {
        if (rows.stream().anyMatch(row -> row.numerator() == null || row.denominator() == null)) {
            if (summed) {
                return sum(measure, rows);
            }
            BigDecimal value = rows.get(0).value();
            BigDecimal reported = value == null
                    ? null
                    : MeasuredUnit.in(measure.content().unit(), rows.get(0).unit(), value);
            return new MeasuredValue(
                    reported == null
                            ? null
                            : precision.map(rule -> rule.of(reported)).orElse(reported),
                    List.of());
        }
        BigDecimal numerator = sum(rows, true);
        BigDecimal denominator = sum(rows, false);
        if (denominator.signum() == 0) {
            return new MeasuredValue(null, List.of());
        }
        BigDecimal scale = scale(measure.content().unit());
        BigDecimal value = precision
                .map(rule -> rule.quotient(numerator, denominator, scale))
                .orElseGet(() -> Precision.exactQuotient(numerator, denominator, scale));
        return new MeasuredValue(value, workings(measure, rows, value, precision.map(Precision::stated)));
    }

    /** What several events come to, each rounded first where the contract says so. */
    private static MeasuredValue sum(PromisedMeasure measure, List<Measurement> rows) {
        Optional<Citation> rounded = PartsOfAPeriod.roundedEach(measure);
        BigDecimal total = BigDecimal.ZERO;
        List<Input> parts = new ArrayList<>();
        for (Measurement row : rows) {
            BigDecimal counted = PartsOfAPeriod.counted(measure, row, rounded.isPresent());
            total = total.add(counted);
            parts.add(new Input(
                    row.measure() + ", " + row.period().from(),
                    counted.toPlainString(),
                    rounded.orElse(null),
                    new FactCell(FactKind.MEASUREMENT.label(), row.id(), "value")));
        }
        return new MeasuredValue(total, List.of(new Derivation(Operation.SUM, parts, total.toPlainString())));
    }

    private static List<Derivation> workings(
            PromisedMeasure measure, List<Measurement> rows, BigDecimal value, Optional<Citation> rule) {
        List<Derivation> workings = new ArrayList<>();
        String unit = measure.content().unit();
        List<Input> parts = new ArrayList<>();
        for (boolean numerator : new boolean[] {true, false}) {
            List<Input> cells = rows.stream().map(row -> cell(row, numerator)).toList();
            String total = sum(rows, numerator).toPlainString();
            if (rows.size() > 1) {
                workings.add(new Derivation(Operation.SUM, cells, total));
            }
            parts.add(rows.size() > 1 ? new Input(cells.get(0).what() + ", together", total, null) : cells.get(0));
        }
        parts.add(new Input("for each", scale(unit).toPlainString(), null));
        rule.ifPresent(citation -> parts.add(new Input("decimals", value.scale() + "", citation)));
        workings.add(new Derivation(Operation.RATE, parts, value.toPlainString() + " " + unit));
        return workings;
    }

    private static Input cell(Measurement row, boolean numerator) {
        String column = numerator ? "numerator" : "denominator";
        BigDecimal value = Objects.requireNonNull(numerator ? row.numerator() : row.denominator());
        return Input.of(
                row.measure() + ", " + column,
                value.toPlainString(),
                new FactCell(FactKind.MEASUREMENT.label(), row.id(), column));
    }

    private static BigDecimal sum(List<Measurement> rows, boolean numerator) {
        return rows.stream()
                .map(row -> Objects.requireNonNull(numerator ? row.numerator() : row.denominator()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal scale(String unit) {
        String lower = unit.toLowerCase(Locale.ROOT);
        if (lower.contains("million") || lower.contains("ppm") || lower.contains("dpmo")) {
            return BigDecimal.valueOf(1_000_000);
        }
        if (lower.contains("thousand") || lower.contains("‰")) {
            return BigDecimal.valueOf(1_000);
        }
        return lower.contains("%") || lower.contains("percent") || lower.contains("per cent")
                ? BigDecimal.valueOf(100)
                : BigDecimal.ONE;
    }
}
