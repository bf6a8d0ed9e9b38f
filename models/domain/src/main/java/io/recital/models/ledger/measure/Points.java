package io.recital.models.ledger.measure;

import io.recital.models.finding.TypedValue;
import java.util.Locale;

/** Tells points from money among the consequences of a miss. */
final class Points {
    private Points() {}

    static boolean isPoints(TypedValue value) {
        return value instanceof TypedValue.Quantity quantity
                && quantity.unit().toLowerCase(Locale.ROOT).contains("point");
    }
}
