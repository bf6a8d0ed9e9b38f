package io.recital.samples.evidence;

import io.recital.models.evidence.Span;
import java.util.List;

/**
 * Where a quote stands in the stored text of its document: in one part, or in two where a page ends within it, since
 * the page's footer and the next one's header stand between.
 *
 * @param parts in order; empty for a quote from a scanned page
 */
public record PlacedQuote(String file, WrittenQuote written, List<Part> parts) {
    /**
     * A part that stands in one piece.
     *
     * @param text the words, with white space as single blanks
     * @param span in code points of the stored text
     * @param page 1 for the first, 0 where the format has no fixed pages
     */
    public record Part(String text, Span span, int page) {}

    public PlacedQuote {
        parts = List.copyOf(parts);
    }
}
