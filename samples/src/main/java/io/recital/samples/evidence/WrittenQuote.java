package io.recital.samples.evidence;

import io.recital.models.evidence.CitationRole;
import org.jspecify.annotations.Nullable;

/**
 * A quote as people write it in the sources.
 *
 * @param document the name of the source without extension; null where the file is about one document
 * @param path the clause that it stands in
 * @param occurrence which one of several in that clause, counted from 1; null for the first
 * @param scanned whether it stands on a page that is an image, and so has no offsets
 */
public record WrittenQuote(
        @Nullable String document,
        String path,
        String text,
        @Nullable Integer occurrence,
        @Nullable CitationRole role,
        @Nullable Boolean scanned) {
    public WrittenQuote {
        if (path == null || text == null || text.isBlank()) {
            throw new IllegalArgumentException("A quote needs \"path\" and \"text\"");
        }
        if (occurrence != null && occurrence < 1) {
            throw new IllegalArgumentException("Occurrences are counted from 1");
        }
    }

    public int number() {
        return occurrence == null ? 1 : occurrence;
    }

    public CitationRole citationRole() {
        return role == null ? CitationRole.CLAUSE : role;
    }

    public boolean isScanned() {
        return Boolean.TRUE.equals(scanned);
    }

    boolean isOfTable() {
        return role == CitationRole.CELL || role == CitationRole.TABLE_HEADER;
    }
}
