package io.recital.models.contract;

import static java.util.Objects.requireNonNull;

import io.recital.models.clause.Clause;
import io.recital.models.clause.ParsedDocument;
import io.recital.models.clause.Segmentation;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.evidence.Span;
import io.recital.models.evidence.StoredText;
import java.util.List;
import java.util.Optional;
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
        return citable().findClauseAt(offset);
    }

    /** Cites the stored text at a span, with its path and page. The quote is verbatim by construction. */
    public Citation cite(Span span, CitationRole role) {
        return citable().cite(span, role);
    }

    /** What of it can be cited. */
    public CitableText citable() {
        return new CitableText(contract, document, file, parsed, clauses());
    }
}
