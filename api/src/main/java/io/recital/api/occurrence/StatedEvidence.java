package io.recital.api.occurrence;

import io.recital.api.problem.ProblemException;
import io.recital.models.clause.ParsedDocument;
import io.recital.models.contract.CitableText;
import io.recital.models.contract.DocumentVersion;
import io.recital.models.duty.Evidence;
import io.recital.models.evidence.CitationRole;
import io.recital.models.evidence.Span;
import io.recital.models.fact.FactKind;
import io.recital.models.store.Repositories;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person points to in a request: words, a row of facts that is known, or a place in a stored document. */
@Schema(description = "Give words, or row, or document with start and end")
record StatedEvidence(
        @Schema(example = "Goods receipt 4711 in the warehouse system") @Nullable
        String words,

        @Schema(description = "Kind and id of a performance fact", example = "event:E-17") @Nullable
        String row,

        @Schema(description = "Id of a document version") @Nullable
        UUID document,

        @Schema(description = "First code point of the quote in its stored text") @Nullable
        Integer start,

        @Schema(description = "Code point after the quote's last") @Nullable
        Integer end) {
    /** The evidence, looked up in the name of the current tenant; throws a problem where it is not there. */
    Evidence read(Repositories store) {
        if (row != null) {
            return row(store, row);
        }
        if (document != null && start != null && end != null) {
            return passage(store, document, start, end);
        }
        if (words == null || words.isBlank()) {
            throw ProblemException.badRequest(
                    "Evidence is words, or row (such as event:E-17), or document with start and end.");
        }
        return new Evidence.Words(words.strip());
    }

    private static Evidence row(Repositories store, String row) {
        String[] parts = row.split(":", 2);
        FactKind kind = Arrays.stream(FactKind.values())
                .filter(each -> each.label().equals(parts[0]))
                .findFirst()
                .orElseThrow(() -> ProblemException.badRequest(
                        "A row is named by its kind and id, such as event:E-17, not “" + row + "”."));
        String id = parts.length == 2 ? parts[1] : "";
        if (store.facts().listVersions(kind, id).isEmpty()) {
            throw ProblemException.notFound("fact", row);
        }
        return new Evidence.Row(kind.label(), id);
    }

    private static Evidence passage(Repositories store, UUID id, int start, int end) {
        DocumentVersion document =
                store.documents().find(id).orElseThrow(() -> ProblemException.notFound("document", id));
        ParsedDocument parsed =
                store.documents().findParsed(id).orElseThrow(() -> ProblemException.notFound("stored text of", id));
        if (start < 0 || end <= start || end > parsed.text().length()) {
            throw ProblemException.badRequest(
                    "The stored text has " + parsed.text().length() + " code points: start and end lie outside.");
        }
        Span span = new Span(start, end);
        if (parsed.text().slice(span).isBlank()) {
            throw ProblemException.badRequest("There are only blanks between start and end.");
        }
        CitableText text = new CitableText(
                document.contract(),
                id,
                document.file(),
                parsed,
                store.clauses().listByDocument(id));
        return new Evidence.Passage(text.cite(span, CitationRole.CLAUSE));
    }
}
