package io.recital.models.contract;

import static java.util.Objects.requireNonNull;

import io.recital.models.clause.Clause;
import io.recital.models.clause.ParsedDocument;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.evidence.QuoteFinder;
import io.recital.models.evidence.Sha256;
import io.recital.models.evidence.Span;
import io.recital.models.evidence.StoredText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * The stored text of a document version with its clauses, so that its words can be cited.
 *
 * @param file the document's original name
 */
public record CitableText(UUID contract, UUID document, String file, ParsedDocument parsed, List<Clause> clauses) {
    public CitableText {
        requireNonNull(contract, "contract");
        requireNonNull(document, "document");
        requireNonNull(file, "file");
        requireNonNull(parsed, "parsed");
        clauses = List.copyOf(clauses);
    }

    /** The innermost clause whose span holds the offset. */
    public Optional<Clause> findClauseAt(int offset) {
        return clauses.stream()
                .filter(clause -> clause.span().start() <= offset
                        && offset < clause.span().end())
                .min(Comparator.comparingInt(clause -> clause.span().length()));
    }

    /** Cites the stored text at a span, with its path and page. The quote is verbatim by construction. */
    public Citation cite(Span span, CitationRole role) {
        String quote = parsed.text().slice(span);
        OptionalInt page = parsed.pages().pageAt(span.start());
        String path = findClauseAt(span.start()).map(Clause::path).orElse("");
        return new Citation(
                contract,
                document,
                file,
                path,
                page.isPresent() ? page.getAsInt() : null,
                span,
                quote,
                Sha256.of(quote),
                role);
    }

    /**
     * Cites words where they stand; refuses those that are not there, and those that stand there more often when nobody
     * says which are meant.
     *
     * @param occurrence 1 for the first place; 0 for the only one
     */
    public Citation quote(String words, int occurrence, CitationRole role) {
        StoredText text = parsed.text();
        List<Span> places = QuoteFinder.list(text, text.span(), words);
        if (places.isEmpty()) {
            throw new IllegalArgumentException("“" + words + "” does not stand in " + file
                    + ": quote its words as they are in the stored text (recital text DOCUMENT)");
        }
        if (occurrence > places.size() || (occurrence < 1 && places.size() > 1)) {
            throw new IllegalArgumentException("“" + words + "” stands " + places.size() + " times in " + file
                    + ": quote more of the words around it, or say which with 'occurrence'");
        }
        return cite(places.get(Math.max(1, occurrence) - 1), role);
    }
}
