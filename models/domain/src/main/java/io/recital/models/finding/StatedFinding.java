package io.recital.models.finding;

import static java.util.Objects.requireNonNull;

import io.recital.models.clause.Clause;
import io.recital.models.contract.CitableText;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
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
     * Words of a document.
     *
     * @param text as they stand there; line breaks and runs of blanks count as one blank
     * @param role what they contribute; the clause itself when left out
     * @param occurrence which of several places is meant, 1 for the first; null where there is one
     * @param document another document of the same family in which they stand, by its file, title or id; null for the
     *     contract itself
     */
    public record Quote(
            String text,
            @Nullable CitationRole role,
            @Nullable Integer occurrence,
            @Nullable String document) {
        /** Words of the contract itself. */
        public Quote(String text, @Nullable CitationRole role, @Nullable Integer occurrence) {
            this(text, role, occurrence, null);
        }

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
        return in(document, name -> {
            throw new IllegalArgumentException("Only " + document.file() + " is known, and not “" + name + "”");
        });
    }

    /**
     * The finding in its document, with words of other documents of the same family.
     *
     * @param family the current text of the document that a quote names; throws an {@link IllegalArgumentException} where
     *     there is none
     */
    public Finding in(CitableText document, Function<String, CitableText> family) {
        List<Citation> citations = quotes.stream()
                .map(quote -> quote.in(quote.document() == null ? document : family.apply(quote.document())))
                .sorted(Comparator.comparing(citation -> !citation.document().equals(document.document())))
                .toList();
        Citation first = citations.get(0);
        if (!first.document().equals(document.document())) {
            throw new IllegalArgumentException("None of the quotes is of " + document.file()
                    + ", of which it is stated: quote what says it there, or state it of " + first.file());
        }
        return new Finding(
                UUID.randomUUID(),
                document.contract(),
                document.document(),
                document.findClauseAt(first.span().start()).map(Clause::id).orElse(null),
                content,
                citations,
                1,
                PROVENANCE,
                document.parsed().fromOcr(),
                ReviewStatus.UNREVIEWED);
    }
}
