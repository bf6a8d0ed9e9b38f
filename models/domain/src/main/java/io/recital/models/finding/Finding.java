package io.recital.models.finding;

import static java.util.Objects.requireNonNull;

import io.recital.models.clause.Clause;
import io.recital.models.contract.CitableText;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Span;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something extracted from one document version, with the words it rests on.
 *
 * @param clause id of the clause it was found in, null when it rests on the document as a whole
 * @param citations at least one; all in the same document version, save that what a person states may cite other
 *     documents of the family after the first
 * @param confidence between 0 and 1
 * @param fromOcr whether the text it rests on was read from an image
 */
public record Finding(
        UUID id,
        UUID contract,
        UUID document,
        @Nullable UUID clause,
        FindingContent content,
        List<Citation> citations,
        double confidence,
        Provenance provenance,
        boolean fromOcr,
        ReviewStatus review) {
    public Finding {
        requireNonNull(id, "id");
        requireNonNull(contract, "contract");
        requireNonNull(document, "document");
        requireNonNull(content, "content");
        requireNonNull(provenance, "provenance");
        requireNonNull(review, "review");
        citations = List.copyOf(citations);
        if (citations.isEmpty()) {
            throw new IllegalArgumentException("Nothing without evidence: a finding cites its words");
        }
        List<Citation> own = provenance.equals(StatedFinding.PROVENANCE) ? citations.subList(0, 1) : citations;
        for (Citation citation : own) {
            if (!citation.document().equals(document)) {
                throw new IllegalArgumentException("A finding cites the document version it was found in");
            }
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("Confidence is between 0 and 1: " + confidence);
        }
    }

    /** The same of the current text of its contract, as nobody decided about it there yet. */
    Finding at(CitableText text, List<Citation> places) {
        return new Finding(
                UUID.randomUUID(),
                contract,
                text.document(),
                text.findClauseAt(places.get(0).span().start()).map(Clause::id).orElse(null),
                content,
                places,
                confidence,
                provenance,
                text.parsed().fromOcr(),
                ReviewStatus.UNREVIEWED);
    }

    /** By its id: its words would be gone through each time otherwise. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** Whether it rests on nobody's acceptance yet. */
    public boolean isProvisional() {
        return review == ReviewStatus.UNREVIEWED;
    }

    /** The words that it cites, in one piece. */
    public String words() {
        return citations.stream().map(Citation::quote).collect(Collectors.joining(" "));
    }

    /** Whether the other says the same of the same words, whoever found it and however surely. */
    public boolean saysTheSameAs(Finding other) {
        return content.equals(other.content) && places().equals(other.places());
    }

    /** Whether the other is of the same sort and rests on some of the same words. */
    public boolean isAboutTheSameAs(Finding other) {
        boolean sameSort = content.kind() == other.content.kind()
                && (content.kind() == FindingKind.OBLIGATION || content.type().equals(other.content.type()));
        return sameSort
                && document.equals(other.document)
                && citations.get(0).span().overlaps(other.citations.get(0).span());
    }

    private record Place(UUID document, Span span) {}

    private Set<Place> places() {
        return citations.stream()
                .map(citation -> new Place(citation.document(), citation.span()))
                .collect(Collectors.toSet());
    }
}
