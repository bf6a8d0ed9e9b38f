package io.recital.models.evidence;

import java.util.List;
import java.util.OptionalInt;

/**
 * Which part of the stored text stands on which page, and where on it.
 *
 * @param pageStarts for each page, first page first, the offset at which it begins; empty where the format has no
 *     fixed pages
 * @param lines where each line of text is printed, in text order; empty unless the format has coordinates (PDF)
 */
public record PageMap(List<Integer> pageStarts, List<LineBox> lines) {
    /** A text without fixed pages. */
    public static final PageMap NONE = new PageMap(List.of(), List.of());

    /**
     * A printed line: its span and its box in PDF points, origin at the page's top left.
     *
     * @param page 1 for the first page
     */
    public record LineBox(Span span, int page, float x, float y, float width, float height) {}

    public PageMap {
        pageStarts = List.copyOf(pageStarts);
        lines = List.copyOf(lines);
        for (int i = 1; i < pageStarts.size(); i++) {
            if (pageStarts.get(i) < pageStarts.get(i - 1)) {
                throw new IllegalArgumentException("Pages out of order at page " + (i + 1));
            }
        }
    }

    /** The page (1 for the first) on which the offset stands; empty where the format has no fixed pages. */
    public OptionalInt pageAt(int offset) {
        if (pageStarts.isEmpty()) {
            return OptionalInt.empty();
        }
        int low = 0;
        int high = pageStarts.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (pageStarts.get(middle) <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return OptionalInt.of(low + 1);
    }

    /** The boxes of the lines that a span touches, for highlighting. */
    public List<LineBox> boxesOf(Span span) {
        return lines.stream().filter(line -> line.span().overlaps(span)).toList();
    }
}
