package io.recital.models.finding;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A band {@code [from, to)} of a measured or purchased quantity and what follows from it.
 *
 * @param from lower bound, included unless {@code fromIncluded} is false; null when open
 * @param to upper bound, excluded unless {@code toIncluded} is true; null when open
 * @param unit what the bounds count, such as {@code %} or {@code USD}
 * @param value the consequence, most often a {@link TypedValue.Percent} or {@link TypedValue.Amount}
 */
public record Tier(
        @Nullable BigDecimal from,
        boolean fromIncluded,
        @Nullable BigDecimal to,
        boolean toIncluded,
        String unit,
        TypedValue value) {
    public Tier {
        requireNonNull(unit, "unit");
        requireNonNull(value, "value");
        if (from != null && to != null && from.compareTo(to) > 0) {
            throw new IllegalArgumentException("A tier runs upwards: " + from + " to " + to);
        }
    }

    /** Whether a measured or purchased quantity falls in this band. */
    public boolean holds(BigDecimal quantity) {
        boolean above = from == null || (fromIncluded ? quantity.compareTo(from) >= 0 : quantity.compareTo(from) > 0);
        boolean below = to == null || (toIncluded ? quantity.compareTo(to) <= 0 : quantity.compareTo(to) < 0);
        return above && below;
    }

    String display() {
        String low = from == null ? "" : (fromIncluded ? "≥ " : "> ") + from.toPlainString();
        String high = to == null ? "" : (toIncluded ? "≤ " : "< ") + to.toPlainString();
        String band = (low + (low.isEmpty() || high.isEmpty() ? "" : " and ") + high + " " + unit).strip();
        return band + ": " + value.display();
    }
}
