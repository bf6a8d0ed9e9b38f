package io.recital.ingestion.document;

import java.util.List;

/**
 * What one page of a PDF shows.
 *
 * @param number 1 for the first page
 * @param lines its lines in reading order
 * @param aside its words in other directions, such as stamps in the margin
 * @param images number of images drawn that are large enough to be a scan
 */
record PdfPage(
        int number,
        float width,
        float height,
        List<PdfLine> lines,
        List<String> aside,
        List<PdfRuling> rulings,
        int images) {
    private static final int FEW_WORDS = 25;

    PdfPage {
        lines = List.copyOf(lines);
        aside = List.copyOf(aside);
        rulings = List.copyOf(rulings);
    }

    /** Whether it shows an image and next to no text. */
    boolean isScan() {
        return images > 0
                && lines.stream().mapToInt(line -> line.text().length()).sum() < FEW_WORDS;
    }

    /** This page with the lines that OCR found on it. */
    PdfPage withLines(List<PdfLine> read) {
        return new PdfPage(number, width, height, read, aside, rulings, images);
    }
}
