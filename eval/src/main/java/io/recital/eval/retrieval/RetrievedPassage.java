package io.recital.eval.retrieval;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.recital.models.evidence.Span;

/**
 * A passage that search brought, as the predictions name it.
 *
 * @param file its path below the data folder
 * @param start first code point of the file
 * @param end code point after the last
 * @param score comparable within one question; below 0 outside of the contracts that the question was found to name
 */
public record RetrievedPassage(@JsonProperty("file_path") String file, int start, int end, double score) {
    Excerpt excerpt() {
        return new Excerpt(file, new Span(start, end));
    }

    /** The same passage with a score behind all that stand in the scope. */
    RetrievedPassage behindTheScope() {
        return new RetrievedPassage(file, start, end, score - 1);
    }
}
