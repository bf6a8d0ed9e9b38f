package io.recital.models.ledger.measure;

import io.recital.models.finding.TypedValue;
import java.util.Locale;

/** Tells points from money among the consequences of a miss. */
final class Points {
    private Points() {}

    /** Whether a measure counts points, of which too many cost something. */
    static boolean isUnit(String unit) {
        return unit.toLowerCase(Locale.ROOT).matches("(?:\\p{L}+\\s+)?points?");
    }

    static boolean isPoints(TypedValue value) {
        return value instanceof TypedValue.Quantity quantity
                && quantity.unit().toLowerCase(Locale.ROOT).contains("point");
    }
}
