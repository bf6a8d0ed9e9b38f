package io.recital.retrieval.search;

import static java.util.Objects.requireNonNull;

import io.recital.models.clause.Passage;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.evidence.Sha256;
import io.recital.models.evidence.Span;
import io.recital.models.evidence.StoredText;
import java.util.UUID;

/**
 * A passage that may answer a question, with where it stands and why it was found.
 *
 * @param contract id of its contract
 * @param document id of its document version
 * @param file the document's original name
 * @param title the contract's title
 * @param score parts of its rank
 */
public record PassageHit(Passage passage, UUID contract, UUID document, String file, String title, PassageScore score) {
    public PassageHit {
        requireNonNull(passage, "passage");
        requireNonNull(contract, "contract");
        requireNonNull(document, "document");
        requireNonNull(file, "file");
        requireNonNull(title, "title");
        requireNonNull(score, "score");
    }

    /** Cites the whole passage. */
    public Citation cite() {
        return cite(passage.span());
    }

    /**
     * Cites a part of the passage, on the page on which the passage begins.
     *
     * @param part in offsets of the document's stored text
     */
    public Citation cite(Span part) {
        String words =
                StoredText.of(passage.text()).slice(part.shift(-passage.span().start()));
        return new Citation(
                contract,
                document,
                file,
                passage.path(),
                passage.page(),
                part,
                words,
                Sha256.of(words),
                CitationRole.CLAUSE);
    }
}
