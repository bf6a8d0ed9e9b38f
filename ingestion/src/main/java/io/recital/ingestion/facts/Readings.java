package io.recital.ingestion.facts;

import org.jspecify.annotations.Nullable;

/**
 * The two ways in which a cell can be read: its day first or its month first, with a decimal point or with a comma.
 *
 * @param first null when it makes no sense that way
 * @param second null when it makes no sense that way
 */
record Readings<V>(@Nullable V first, @Nullable V second) {
    static <V> Readings<V> certain(@Nullable V value) {
        return new Readings<>(value, value);
    }

    /** Whether it makes no sense at all. */
    boolean isNone() {
        return first == null && second == null;
    }

    /** Whether it makes sense both ways, with two values. */
    boolean isOpen() {
        return first != null && second != null && !first.equals(second);
    }

    /** The value the way that was decided, or the only one; null when there is none. */
    @Nullable
    V in(Way way) {
        if (isOpen() || first == null || second == null) {
            return switch (way) {
                case FIRST -> first;
                case SECOND -> second;
                case UNDECIDED -> isOpen() ? null : first == null ? second : first;
            };
        }
        return first;
    }
}
