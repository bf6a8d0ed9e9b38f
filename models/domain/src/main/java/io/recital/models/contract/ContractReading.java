package io.recital.models.contract;

import static java.util.Objects.requireNonNull;

import io.recital.models.clause.Clause;
import io.recital.models.clause.ParsedDocument;
import io.recital.models.clause.Segmentation;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.evidence.Sha256;
import io.recital.models.evidence.Span;
import io.recital.models.evidence.StoredText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * A document version laid open for extraction: its text, layout and clauses, and who the tenant is in it.
 *
 * @param contract id of the contract
 * @param document id of the document version
 * @param file the document's original name
 */
public record ContractReading(
        UUID contract, UUID document, String file, TenantRole role, ParsedDocument parsed, Segmentation segmentation) {
    public ContractReading {
        requireNonNull(contract, "contract");
        requireNonNull(document, "document");
        requireNonNull(file, "file");
        requireNonNull(role, "role");
        requireNonNull(parsed, "parsed");
        requireNonNull(segmentation, "segmentation");
    }

    public StoredText text() {
        return parsed.text();
    }

    public List<Clause> clauses() {
        return segmentation.clauses();
    }

    /** The innermost clause whose span holds the offset. */
    public Optional<Clause> findClauseAt(int offset) {
        return clauses().stream()
                .filter(clause -> clause.span().start() <= offset
                        && offset < clause.span().end())
                .min(Comparator.comparingInt(clause -> clause.span().length()));
    }

    /** Cites the stored text at a span, with its path and page. The quote is verbatim by construction. */
    public Citation cite(Span span, CitationRole role) {
        String quote = text().slice(span);
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
}
