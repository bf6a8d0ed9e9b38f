package io.recital.models.governance.report;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.evidence.FactCell;
import io.recital.models.fact.FactKind;
import io.recital.models.finding.PerformanceMeasure.Comparison;
import io.recital.models.ledger.measure.MeasureResult;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a measure came to on average.
 *
 * @param rows by kind
 */
record Average(BigDecimal value, List<Derivation> workings, List<String> rows) {
    private static final int DECIMALS = 3;

    Average {
        workings = List.copyOf(workings);
        rows = List.copyOf(rows);
    }

    /** Of results that have a value; empty when none has. */
    static Optional<Average> of(List<MeasureResult> results) {
        List<Input> values = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (MeasureResult result : results) {
            BigDecimal value = result.value();
            if (value != null) {
                values.add(input(result, value));
                sum = sum.add(value);
            }
        }
        if (values.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal average = sum.divide(BigDecimal.valueOf(values.size()), DECIMALS, RoundingMode.HALF_UP);
        return Optional.of(new Average(
                average,
                List.of(
                        new Derivation(Operation.SUM, values, sum.toPlainString()),
                        new Derivation(
                                Operation.QUOTIENT,
                                List.of(
                                        new Input("sum of the values", sum.toPlainString(), null),
                                        new Input("periods", Integer.toString(values.size()), null)),
                                average.toPlainString())),
                results.stream()
                        .filter(result -> result.value() != null)
                        .flatMap(result -> result.rows().stream())
                        .toList()));
    }

    private static Input input(MeasureResult result, BigDecimal value) {
        String what = result.measure().name() + ", " + result.period();
        boolean isReported = result.measurements().size() == 1
                && result.measurements().get(0).value() != null
                && value.compareTo(result.measurements().get(0).value()) == 0;
        return isReported
                ? Input.of(
                        what,
                        value.toPlainString(),
                        new FactCell(
                                FactKind.MEASUREMENT.label(),
                                result.measurements().get(0).id(),
                                "value"))
                : new Input(what, value.toPlainString(), null);
    }

    /** By how much it is better than before, in the unit of the measure; empty where the measure knows no direction. */
    static Optional<BigDecimal> gain(Comparison comparison, BigDecimal before, BigDecimal after) {
        return switch (comparison) {
            case AT_LEAST, ABOVE -> Optional.of(after.subtract(before));
            case AT_MOST, BELOW -> Optional.of(before.subtract(after));
            case EQUAL -> Optional.empty();
        };
    }
}
