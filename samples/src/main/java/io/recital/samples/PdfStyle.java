package io.recital.samples;

import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * How one document is set. Lengths are points.
 *
 * @param serif Times rather than Helvetica
 * @param ornate centred article headings, underlined instead of italic, a framed cover
 * @param justified whether paragraphs end flush right
 * @param size of the running text
 * @param leading from one line to the next
 * @param after from one paragraph to the next
 * @param step of indentation, and the width of a number's column
 */
record PdfStyle(
        SourceDocument.Drafter drafter,
        boolean serif,
        boolean ornate,
        boolean justified,
        double size,
        double leading,
        double after,
        double step) {
    static PdfStyle of(SourceDocument source) {
        boolean serif = source.isSerif();
        return new PdfStyle(
                source.drafter(),
                serif,
                source.isOrnate(),
                !source.properties().getOrDefault("justify", "true").equals("false"),
                serif ? 11 : 10,
                serif ? 15.6 : 15.2,
                serif ? 9 : 8.5,
                serif ? 38 : 36);
    }

    PDRectangle paper() {
        return drafter == SourceDocument.Drafter.US ? PDRectangle.LETTER : PDRectangle.A4;
    }

    /** Size of a table's text. */
    double cell() {
        return size - 1.5;
    }
}
