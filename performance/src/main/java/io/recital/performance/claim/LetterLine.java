package io.recital.performance.claim;

import static java.util.Objects.requireNonNull;

/** A paragraph of a letter. */
record LetterLine(Style style, String text) {
    /** How it is set. */
    enum Style {
        HEADING,
        TEXT,
        QUOTE,
        FIGURES
    }

    LetterLine {
        requireNonNull(style, "style");
        requireNonNull(text, "text");
    }
}
