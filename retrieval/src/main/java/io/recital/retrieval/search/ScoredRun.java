package io.recital.retrieval.search;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Span;

/**
 * Sentences in a row that bear a clause label with some probability, within one passage.
 *
 * @param passage in which they stand; its own rank says nothing
 * @param span of the sentences, in offsets of the document's stored text
 * @param label one of CUAD's
 * @param score how probable the classifier holds the label
 */
public record ScoredRun(PassageHit passage, Span span, String label, double score) {
    public ScoredRun {
        requireNonNull(passage, "passage");
        requireNonNull(span, "span");
        requireNonNull(label, "label");
    }
}
