package io.recital.models.evidence;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A verbatim quote and the one place where it stands: contract, document version, clause path, page, span.
 *
 * @param contract id of the contract
 * @param document id of the document version whose stored text the span counts in
 * @param file the document's original name
 * @param path the clause path, such as {@code 7.2(b)}; the empty string for text outside any clause
 * @param page 1 for the first page, null where the format has no fixed pages
 * @param sha256 hash of the quote
 */
public record Citation(
        UUID contract,
        UUID document,
        String file,
        String path,
        @Nullable Integer page,
        Span span,
        String quote,
        Sha256 sha256,
        CitationRole role) {
    public Citation {
        requireNonNull(contract, "contract");
        requireNonNull(document, "document");
        requireNonNull(file, "file");
        requireNonNull(path, "path");
        requireNonNull(role, "role");
        if (quote.isBlank()) {
            throw new IllegalArgumentException("A citation quotes something");
        }
        if (quote.codePointCount(0, quote.length()) != span.length()) {
            throw new IllegalArgumentException("The quote does not have the length of its span");
        }
        if (!Sha256.of(quote).equals(sha256)) {
            throw new IllegalArgumentException("The hash is not the quote's");
        }
    }

    /** Whether the stored text says, at this span, exactly what is quoted. */
    public boolean standsIn(StoredText text) {
        return span.end() <= text.length() && text.slice(span).equals(quote);
    }
}
