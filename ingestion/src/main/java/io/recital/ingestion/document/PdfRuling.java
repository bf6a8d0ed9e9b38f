package io.recital.ingestion.document;

/** A straight horizontal or vertical line drawn on a page, in PDF points from the top left. */
record PdfRuling(float x1, float y1, float x2, float y2) {
    boolean isHorizontal() {
        return Math.abs(y2 - y1) <= Math.abs(x2 - x1);
    }

    float length() {
        return Math.max(Math.abs(x2 - x1), Math.abs(y2 - y1));
    }
}
