package io.recital.models.clause;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Span;
import java.util.List;

/**
 * A cell of a table.
 *
 * @param column number of its column, 0 for the first
 * @param span where its text stands; empty span for an empty cell
 * @param text its text
 * @param headers its column's headers, top down, as text; empty in header rows and in tables without a header
 * @param headerSpans where those headers stand, in the same order
 */
public record TableCell(int column, Span span, String text, List<String> headers, List<Span> headerSpans) {
    public TableCell {
        requireNonNull(span, "span");
        requireNonNull(text, "text");
        headers = List.copyOf(headers);
        headerSpans = List.copyOf(headerSpans);
        if (headers.size() != headerSpans.size()) {
            throw new IllegalArgumentException("Each header has its span");
        }
    }

    /** All headers of the column as one string, top down. */
    public String header() {
        return String.join(" ", headers);
    }
}
