package io.recital.ingestion.document;

/**
 * A printed character in PDF points, origin at the page's top left.
 *
 * @param baseline distance of its base line from the top
 * @param space width of a space in its font
 * @param order position in the order in which the file draws it
 */
record PdfGlyph(
        String text,
        float x,
        float baseline,
        float width,
        float height,
        float size,
        float space,
        boolean bold,
        int order) {
    float right() {
        return x + width;
    }

    float top() {
        return baseline - height;
    }

    boolean isBlank() {
        return text.codePoints().allMatch(point -> Character.isWhitespace(point) || Character.isSpaceChar(point));
    }
}
