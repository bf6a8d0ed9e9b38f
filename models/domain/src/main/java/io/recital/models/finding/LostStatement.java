package io.recital.models.finding;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Citation;
import java.util.UUID;

/**
 * What a person stated of an earlier version of a document, and has to be stated again: a quote no longer stands in the
 * current version as it did.
 *
 * @param finding as it was stated
 * @param quote the words
 * @param document the version in which they were looked for
 * @param reason what became of them, such as {@code no longer stands in msa-2.pdf}
 */
public record LostStatement(Finding finding, Citation quote, UUID document, String reason) {
    public LostStatement {
        requireNonNull(finding, "finding");
        requireNonNull(quote, "quote");
        requireNonNull(document, "document");
        requireNonNull(reason, "reason");
    }

    /** The words and what became of them, for a reader. */
    public String words() {
        return "“" + quote.quote().replaceAll("\\s+", " ").strip() + "” " + reason;
    }
}
