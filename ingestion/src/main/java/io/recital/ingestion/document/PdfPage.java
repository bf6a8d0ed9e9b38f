package io.recital.ingestion.document;

import java.util.List;

/**
 * What one page of a PDF shows.
 *
 * @param number 1 for the first page
 * @param glyphs its characters in the page's main reading direction
 * @param aside its words in other directions, such as stamps in the margin
 * @param images number of images drawn that are large enough to be a scan
 */
record PdfPage(
        int number,
        float width,
        float height,
        List<PdfGlyph> glyphs,
        List<String> aside,
        List<PdfRuling> rulings,
        int images) {
    PdfPage {
        glyphs = List.copyOf(glyphs);
        aside = List.copyOf(aside);
        rulings = List.copyOf(rulings);
    }

    /** Whether it shows an image and next to no text. */
    boolean isScan() {
        return images > 0 && glyphs.stream().filter(glyph -> !glyph.isBlank()).count() < 25;
    }
}
