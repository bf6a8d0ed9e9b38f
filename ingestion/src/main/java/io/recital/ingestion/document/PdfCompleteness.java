package io.recital.ingestion.document;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells a PDF that was cut off: PDF libraries repair such files silently, and half a contract must not pass as a whole one.
 */
final class PdfCompleteness {
    private static final int EDGE = 2048;
    private static final Pattern LINEAR_LENGTH = Pattern.compile("/Linearized\\s[^>]*?/L\\s+(\\d{1,15})");

    private PdfCompleteness() {}

    static void check(Path path) throws IOException, DocumentRefusal {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            long size = file.length();
            String tail = read(file, Math.max(0, size - EDGE), size);
            Matcher linear = LINEAR_LENGTH.matcher(read(file, 0, Math.min(size, EDGE)));
            boolean shortened = linear.find() && Long.parseLong(linear.group(1)) > size;
            if (shortened || !tail.contains("%%EOF")) {
                throw new DocumentRefusal(
                        RefusalCategory.DAMAGED, "The PDF is cut off: its end is missing; send the complete file.");
            }
        }
    }

    private static String read(RandomAccessFile file, long from, long to) throws IOException {
        byte[] bytes = new byte[(int) (to - from)];
        file.seek(from);
        file.readFully(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
