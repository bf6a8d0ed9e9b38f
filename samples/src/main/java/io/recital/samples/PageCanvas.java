package io.recital.samples;

import java.io.IOException;

/** What a page is drawn on. Lengths are points from the lower left corner of the page. */
interface PageCanvas {
    /**
     * Draws a line of text.
     *
     * @param spacing added to every blank
     */
    void line(PdfText.Line line, double x, double baseline, double size, double spacing) throws IOException;

    void rule(double fromX, double fromY, double toX, double toY, double width) throws IOException;

    /** Fills a light grey rectangle. */
    void shade(double x, double y, double width, double height) throws IOException;

    /** Puts what was drawn on the page. */
    void finish() throws IOException;
}
