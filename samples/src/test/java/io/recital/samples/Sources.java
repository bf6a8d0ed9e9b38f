package io.recital.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sources written in tests. */
public final class Sources {
    private static final String PROPERTIES = """
            ---
            title: Supply Agreement
            counterparty: Mill Ltd
            role: BUYER
            format: %s
            drafter: UK
            font: serif
            header: Supply Agreement | Ref. T/1
            footer: Confidential | Page {page} of {pages}
            date: 2025-01-14
            ---

            """;

    private Sources() {}

    /** Writes a source into a folder and reads it. */
    public static SourceDocument write(Path folder, String name, String format, String body) {
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve(name + ".md");
            Files.writeString(file, PROPERTIES.formatted(format) + body);
            return SourceDocument.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
