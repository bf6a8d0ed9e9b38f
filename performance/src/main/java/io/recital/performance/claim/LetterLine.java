package io.recital.performance.claim;

import static java.util.Objects.requireNonNull;

/** A paragraph of a letter. */
public record LetterLine(Style style, String text) {
    /** How it is set. */
    public enum Style {
        HEADING,
        TEXT,
        QUOTE,
        FIGURES
    }

    public LetterLine {
        requireNonNull(style, "style");
        requireNonNull(text, "text");
    }
}
