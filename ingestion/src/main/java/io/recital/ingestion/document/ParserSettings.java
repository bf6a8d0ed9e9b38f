package io.recital.ingestion.document;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The bounds within which files are parsed.
 *
 * @param processes number of parser processes, each with its own heap
 * @param heapMegabytes heap of one parser process
 * @param deadline time for one document; then its parser is killed
 * @param ocrDeadline time for one document whose pages have to be read from images
 * @param recycleAfter documents after which a parser process is replaced by a fresh one
 * @param maxFileBytes largest file that is looked at
 * @param tesseract the OCR program; null when there is none
 */
public record ParserSettings(
        int processes,
        int heapMegabytes,
        Duration deadline,
        Duration ocrDeadline,
        int recycleAfter,
        long maxFileBytes,
        @Nullable Path tesseract) {
    public static final long MAX_FILE_BYTES = 200_000_000;

    public ParserSettings {
        requireNonNull(deadline, "deadline");
        requireNonNull(ocrDeadline, "ocrDeadline");
        if (processes < 1 || heapMegabytes < 32 || recycleAfter < 1 || maxFileBytes < 1) {
            throw new IllegalArgumentException(
                    "A parser needs a process, a heap of 32 MB, a document and a byte at least");
        }
        if (deadline.isNegative() || deadline.isZero() || ocrDeadline.compareTo(deadline) < 0) {
            throw new IllegalArgumentException("The deadline is positive, and OCR has at least as long");
        }
    }

    /** One process of 384 MB, two minutes a document, a quarter of an hour with OCR, Tesseract when it is on the path. */
    public static ParserSettings standard() {
        return new ParserSettings(
                1,
                384,
                Duration.ofMinutes(2),
                Duration.ofMinutes(15),
                200,
                MAX_FILE_BYTES,
                Tesseract.findOnPath().orElse(null));
    }

    public ParserSettings withDeadline(Duration other) {
        Duration ocr = ocrDeadline.compareTo(other) < 0 ? other : ocrDeadline;
        return new ParserSettings(processes, heapMegabytes, other, ocr, recycleAfter, maxFileBytes, tesseract);
    }

    public ParserSettings withHeapMegabytes(int other) {
        return new ParserSettings(processes, other, deadline, ocrDeadline, recycleAfter, maxFileBytes, tesseract);
    }

    public ParserSettings withRecycleAfter(int other) {
        return new ParserSettings(processes, heapMegabytes, deadline, ocrDeadline, other, maxFileBytes, tesseract);
    }

    public ParserSettings withTesseract(@Nullable Path other) {
        return new ParserSettings(processes, heapMegabytes, deadline, ocrDeadline, recycleAfter, maxFileBytes, other);
    }
}
