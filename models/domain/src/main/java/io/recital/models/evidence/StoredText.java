package io.recital.models.evidence;

import static java.util.Objects.requireNonNull;

/**
 * The one text of a document version that every offset refers to; it never changes once stored.
 *
 * <p>Offsets outside this class are Unicode code points; Java strings count UTF-16 units. The conversion is the
 * identity unless the text holds characters beyond the basic plane.
 */
public final class StoredText {
    private static final int STRIDE = 1024;

    private final String value;
    private final int length;
    private final int[] checkpoints;

    private StoredText(String value) {
        this.value = requireNonNull(value, "value");
        this.length = value.codePointCount(0, value.length());
        this.checkpoints = length == value.length() ? new int[0] : checkpoints(value, length);
    }

    public static StoredText of(String value) {
        return new StoredText(value);
    }

    private static int[] checkpoints(String value, int length) {
        int[] points = new int[length / STRIDE + 1];
        int utf16 = 0;
        for (int i = 1; i < points.length; i++) {
            utf16 = value.offsetByCodePoints(utf16, STRIDE);
            points[i] = utf16;
        }
        return points;
    }

    /** The text as a Java string; its indices are UTF-16 units. */
    public String value() {
        return value;
    }

    /** Length in code points. */
    public int length() {
        return length;
    }

    /** The Java string index of a code point offset. */
    public int utf16(int codePoint) {
        if (codePoint < 0 || codePoint > length) {
            throw new IndexOutOfBoundsException("Offset " + codePoint + " is not in a text of " + length);
        }
        if (checkpoints.length == 0) {
            return codePoint;
        }
        int block = codePoint / STRIDE;
        return value.offsetByCodePoints(checkpoints[block], codePoint - block * STRIDE);
    }

    /** The code point offset of a Java string index. */
    public int codePoint(int utf16) {
        if (utf16 < 0 || utf16 > value.length()) {
            throw new IndexOutOfBoundsException("Index " + utf16 + " is not in a string of " + value.length());
        }
        if (checkpoints.length == 0) {
            return utf16;
        }
        int block = java.util.Arrays.binarySearch(checkpoints, utf16);
        if (block < 0) {
            block = -block - 2;
        }
        return block * STRIDE + value.codePointCount(checkpoints[block], utf16);
    }

    /** The span of a range of Java string indices. */
    public Span spanOfUtf16(int start, int end) {
        return new Span(codePoint(start), codePoint(end));
    }

    /** The whole text. */
    public Span span() {
        return new Span(0, length);
    }

    /** The words that stand at the span. */
    public String slice(Span span) {
        return value.substring(utf16(span.start()), utf16(span.end()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredText that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** Says only how long it is: contract text does not belong in logs. */
    @Override
    public String toString() {
        return "StoredText[" + length + " code points]";
    }
}
