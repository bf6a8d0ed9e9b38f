package io.recital.ingestion.facts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The text of a CSV file: UTF-8 when it is valid UTF-8, UTF-16 by its byte order mark, otherwise windows-1252, in which
 * most spreadsheet programs save.
 */
record CsvText(Path file, Charset charset) {
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final int BUFFER = 1 << 16;

    static CsvText of(Path file, byte[] start) throws IOException, UnreadableFacts {
        if (start.length >= 2 && (start[0] & 0xFF) + (start[1] & 0xFF) == 0xFF + 0xFE) {
            return new CsvText(file, StandardCharsets.UTF_16);
        }
        for (byte each : start) {
            if (each == 0) {
                throw notText();
            }
        }
        if (new String(start, StandardCharsets.ISO_8859_1).startsWith("%PDF")) {
            throw notText();
        }
        return new CsvText(file, isUtf8(file) ? StandardCharsets.UTF_8 : WESTERN);
    }

    private static UnreadableFacts notText() {
        return new UnreadableFacts(
                "Facts are read from CSV and XLSX files, and this is neither. Export it as one of them.");
    }

    private static boolean isUtf8(Path file) throws IOException {
        char[] buffer = new char[BUFFER];
        try (Reader reader = new InputStreamReader(
                Files.newInputStream(file),
                StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT))) {
            while (reader.read(buffer) >= 0) {
                // Only whether it can be read counts.
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** From its first character, without a byte order mark. */
    BufferedReader open() throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset), BUFFER);
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }
}
