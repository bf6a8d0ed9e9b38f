package io.recital.ingestion.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A paragraph of a Word document while its XML is being read. */
final class WordParagraph {
    final StringBuilder words = new StringBuilder();

    @Nullable
    String style;

    @Nullable
    String list;

    @Nullable
    Integer listLevel;

    @Nullable
    Integer outline;

    /** Footnotes and endnotes that it refers to, in order. */
    final List<String> notes = new ArrayList<>();

    /** Whether its end is deleted (tracked) or hidden, so that an empty one is not printed. */
    boolean endLeftOut;

    /** Number of characters that are printed bold. */
    int boldCharacters;

    boolean isBold() {
        String stripped = words.toString().strip();
        return !stripped.isEmpty() && boldCharacters >= stripped.length();
    }
}
