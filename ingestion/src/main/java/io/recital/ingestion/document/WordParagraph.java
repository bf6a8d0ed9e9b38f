package io.recital.ingestion.document;

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

    /** Number of characters that are printed bold. */
    int boldCharacters;

    boolean isBold() {
        String stripped = words.toString().strip();
        return !stripped.isEmpty() && boldCharacters >= stripped.length();
    }
}
