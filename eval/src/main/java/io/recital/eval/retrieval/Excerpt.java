package io.recital.eval.retrieval;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Span;

/**
 * A piece of one file.
 *
 * @param file its path below the data folder, as the labels name it
 */
public record Excerpt(String file, Span span) {
    public Excerpt {
        requireNonNull(file, "file");
        requireNonNull(span, "span");
    }
}
