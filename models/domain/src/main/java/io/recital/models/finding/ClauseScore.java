package io.recital.models.finding;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Span;

/**
 * How probable it is that sentences bear a clause label, kept for search even where it is too little for a finding.
 *
 * @param label one of {@link CuadLabels}
 * @param span the sentences
 * @param score probability
 */
public record ClauseScore(String label, Span span, double score) {
    public ClauseScore {
        requireNonNull(label, "label");
        requireNonNull(span, "span");
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("A score is a probability, not " + score);
        }
    }
}
