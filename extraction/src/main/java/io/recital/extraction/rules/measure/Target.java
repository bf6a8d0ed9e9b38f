package io.recital.extraction.rules.measure;

import static java.util.Objects.requireNonNull;

import io.recital.models.finding.PerformanceMeasure.Comparison;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
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
}
