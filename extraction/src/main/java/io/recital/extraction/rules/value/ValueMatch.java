package io.recital.extraction.rules.value;

import static java.util.Objects.requireNonNull;

import io.recital.models.finding.TypedValue;

/**
 * A value and where its wording stands in the string that was searched.
 *
 * @param start Java string index of the first character
 * @param end Java string index after the last character
 */
public record ValueMatch(int start, int end, TypedValue value) {
    public ValueMatch {
        requireNonNull(value, "value");
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("Not a range: [" + start + ", " + end + ")");
        }
    }

    /** The words that were read. */
    public String wording(String searched) {
        return searched.substring(start, end);
    }

    /** Whether the two share a character. */
    public boolean overlaps(ValueMatch other) {
        return start < other.end && other.start < end;
    }
}
