package io.recital.extraction.rules.value;

import static java.util.Objects.requireNonNull;

import io.recital.models.finding.Tier;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The range part of a tier as worded, such as {@code 95% or more but less than 99%}, and where it stands.
 *
 * @param from lower bound, null when open
 * @param to upper bound, null when open
 * @param unit what the bounds count; empty when the words do not say
 * @param start Java string index of the first character
 * @param end Java string index after the last character
 */
public record Band(
        @Nullable BigDecimal from,
        boolean fromIncluded,
        @Nullable BigDecimal to,
        boolean toIncluded,
        String unit,
        int start,
        int end) {
    public Band {
        requireNonNull(unit, "unit");
        if (from == null && to == null) {
            throw new IllegalArgumentException("A band has a bound");
        }
        if (from != null && to != null && from.compareTo(to) > 0) {
            throw new IllegalArgumentException("A band runs upwards: " + from + " to " + to);
        }
    }

    /** The tier in which this band earns a value. */
    public Tier earning(TypedValue value) {
        return new Tier(from, fromIncluded, to, toIncluded, unit, value);
    }

    /** The same band in a unit that stands elsewhere, such as the table header. */
    public Band in(String otherUnit) {
        return new Band(from, fromIncluded, to, toIncluded, otherUnit, start, end);
    }
}
