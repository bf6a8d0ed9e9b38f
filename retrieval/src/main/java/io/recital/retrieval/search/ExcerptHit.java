package io.recital.retrieval.search;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Span;
import org.jspecify.annotations.Nullable;

/**
 * Words that may answer a question: sentences where their clause type is known, else a passage or what is left of it.
 *
 * @param passage in which they stand
 * @param span of the words, in offsets of the document's stored text
 * @param score how probable it is that they answer; comparable within one search only
 * @param label the clause type for which they were found, null when they were found by meaning and words
 */
public record ExcerptHit(
        PassageHit passage,
        Span span,
        double score,
        @Nullable String label) {
    public ExcerptHit {
        requireNonNull(passage, "passage");
        if (!passage.passage().span().contains(span)) {
            throw new IllegalArgumentException("An excerpt stands in its passage");
        }
    }

    /** Cites the words. */
    public Citation cite() {
        return passage.cite(span);
    }
}
