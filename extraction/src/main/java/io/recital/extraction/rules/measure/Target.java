package io.recital.extraction.rules.measure;

import static java.util.Objects.requireNonNull;

import io.recital.models.finding.PerformanceMeasure.Comparison;
import io.recital.models.finding.Tier;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a measured value is held against, and where the words say so.
 *
 * @param value null when the words withhold or contradict it, or state it without a number
 * @param stated the target as stated in that case; null otherwise
 * @param explicit whether the words name the comparison, rather than it following from what is measured
 * @param start Java string index of the first character of the value
 * @param end Java string index after its last character
 */
record Target(
        Comparison comparison,
        @Nullable BigDecimal value,
        String unit,
        @Nullable TypedValue stated,
        boolean explicit,
        int start,
        int end) {
    Target {
        requireNonNull(comparison, "comparison");
        requireNonNull(unit, "unit");
    }

    /** The one band in which the target is missed, with what that earns; empty where the target is no number. */
    List<Tier> missedFor(TypedValue credit) {
        if (value == null) {
            return List.of();
        }
        return switch (comparison) {
            case AT_LEAST -> List.of(new Tier(null, false, value, false, unit, credit));
            case ABOVE -> List.of(new Tier(null, false, value, true, unit, credit));
            case AT_MOST -> List.of(new Tier(value, false, null, false, unit, credit));
            case BELOW -> List.of(new Tier(value, true, null, false, unit, credit));
            case EQUAL -> List.of();
        };
    }
}
