package io.recital.models.clause;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Span;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The retrieval unit: whole sentences of one clause.
 *
 * @param ordinal position in the document, 0 for the first
 * @param clause id of the clause it is part of
 * @param path that clause's path
 * @param headingPath that clause's headings, top down; joined to the text as context when embedded
 * @param span where it stands
 * @param text the stored text at the span
 * @param page 1 for the first page, null where the format has no fixed pages
 * @param language ISO 639-1 code, {@code und} where it cannot be told
 */
public record Passage(
        UUID id,
        int ordinal,
        UUID clause,
        String path,
        List<String> headingPath,
        Span span,
        String text,
        @Nullable Integer page,
        String language) {
    public Passage {
        requireNonNull(id, "id");
        requireNonNull(clause, "clause");
        requireNonNull(path, "path");
        requireNonNull(span, "span");
        requireNonNull(text, "text");
        requireNonNull(language, "language");
        headingPath = List.copyOf(headingPath);
    }
}
