package io.recital.models.governance;

import org.jspecify.annotations.Nullable;

/** What a record must say. */
final class Stated {
    private Stated() {}

    /** The text without blanks around it; a message that names the field where there is none. */
    static String text(@Nullable String value, String field) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("The record must say its '" + field + "'");
        }
        return value.strip();
    }

    static <T> T value(@Nullable T value, String field) {
        if (value == null) {
            throw new IllegalArgumentException("The record must say its '" + field + "'");
        }
        return value;
    }
}
