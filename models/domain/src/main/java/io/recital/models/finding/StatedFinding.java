package io.recital.models.finding;

import static java.util.Objects.requireNonNull;

import io.recital.models.clause.Clause;
import io.recital.models.contract.CitableText;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person says that a contract says, with the words it rests on: what no extractor found.
 *
 * @param quotes at least one
 */
public record StatedFinding(FindingContent content, List<Quote> quotes) {
    /** By which name findings tell that a person stated them. */
    public static final Provenance PROVENANCE = new Provenance("stated", "1");

    /**
     * Words of the document.
     *
     * @param text as they stand there; line breaks and runs of blanks count as one blank
     * @param role what they contribute; the clause itself when left out
     * @param occurrence which of several places is meant, 1 for the first; null where there is one
     */
    public record Quote(
            String text,
            @Nullable CitationRole role,
            @Nullable Integer occurrence) {
        public Quote {
            requireNonNull(text, "A quote has words: 'text'");
        }

        Citation in(CitableText document) {
            return document.quote(
                    text,
                    Objects.requireNonNullElse(occurrence, 0),
                    Objects.requireNonNullElse(role, CitationRole.CLAUSE));
        }
    }

    public StatedFinding {
        requireNonNull(content, "content");
        quotes = List.copyOf(quotes);
        if (quotes.isEmpty()) {
            throw new IllegalArgumentException("Nothing without evidence: quote the words that say it");
        }
    }

    /** The finding in its document; an {@link IllegalArgumentException} says which words do not stand there. */
    public Finding in(CitableText document) {
        List<Citation> citations =
                quotes.stream().map(quote -> quote.in(document)).toList();
        UUID clause = document.findClauseAt(citations.get(0).span().start())
                .map(Clause::id)
                .orElse(null);
        return new Finding(
                UUID.randomUUID(),
                document.contract(),
                document.document(),
                clause,
                content,
                citations,
                1,
                PROVENANCE,
                document.parsed().fromOcr(),
                ReviewStatus.UNREVIEWED);
    }
}
