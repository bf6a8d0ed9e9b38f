package io.recital.models.clause;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Span;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The legal unit: a numbered or headed piece of a document version.
 *
 * <p>A clause holds its own text only; its sub-clauses are clauses of their own that name it as parent.
 *
 * @param ordinal position in the document, 0 for the first
 * @param path where a lawyer would say it stands, such as {@code 7.2(b)} or {@code Schedule 3, para 4}; the empty
 *     string for text before the first clause
 * @param parent id of the clause that this one belongs under, null at the top
 * @param heading its own heading, null when it has none
 * @param headingPath headings from the top down to and including its own
 * @param span from its number or heading to the end of its own text (page furniture inside is not part of the wording)
 * @param text its wording, page furniture left out; equal to the stored text at {@code span} where no furniture stands
 *     inside
 * @param rows the table rows that stand in it
 * @param language ISO 639-1 code of its language, {@code und} where it cannot be told
 */
public record Clause(
        UUID id,
        int ordinal,
        ClauseKind kind,
        String path,
        @Nullable UUID parent,
        @Nullable String heading,
        List<String> headingPath,
        Span span,
        String text,
        List<TableRow> rows,
        String language) {
    public Clause {
        requireNonNull(id, "id");
        requireNonNull(kind, "kind");
        requireNonNull(path, "path");
        requireNonNull(span, "span");
        requireNonNull(text, "text");
        requireNonNull(language, "language");
        headingPath = List.copyOf(headingPath);
        rows = List.copyOf(rows);
    }

    /** Whether the English-only models can judge it. */
    public boolean isEnglish() {
        return language.equals("en");
    }
}
