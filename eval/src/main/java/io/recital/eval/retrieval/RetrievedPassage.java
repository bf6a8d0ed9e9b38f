package io.recital.eval.retrieval;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.recital.models.evidence.Span;

/**
 * A passage that search brought, as the predictions name it.
 *
 * @param file its path below the data folder
 * @param start first code point of the file
 * @param end code point after the last
 */
record RetrievedPassage(@JsonProperty("file_path") String file, int start, int end, double score) {
    Excerpt excerpt() {
        return new Excerpt(file, new Span(start, end));
    }
}
