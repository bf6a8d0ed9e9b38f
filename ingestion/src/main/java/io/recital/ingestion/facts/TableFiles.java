package io.recital.ingestion.facts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens a file by what it is, whatever its name says. */
final class TableFiles {
    private static final int START = 4096;

    private TableFiles() {}

    static TableFile open(Path file, HeaderReading header) throws IOException, UnreadableFacts {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(START);
        }
        if (start.length == 0) {
            throw new UnreadableFacts("The file is empty.");
        }
        String magic = new String(start, 0, Math.min(4, start.length), StandardCharsets.ISO_8859_1);
        if (magic.startsWith("PK")) {
            return new XlsxTable(file);
        }
        if (magic.equals("\u00d0\u00cf\u0011\u00e0")) {
            throw new UnreadableFacts(
                    "It is a workbook of the old format or one with a password. Save it as XLSX without a password, or as CSV.");
        }
        CsvText text = CsvText.of(file, start);
        return CsvTable.open(text, header);
    }
}
