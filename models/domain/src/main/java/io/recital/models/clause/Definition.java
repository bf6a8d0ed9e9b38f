package io.recital.models.clause;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Span;
import java.util.UUID;

/**
 * A defined term and what it means.
 *
 * @param term the term as quoted, such as {@code Supplier}
 * @param meaning what it stands for: for a party alias the party's name, otherwise the defining words
 * @param party whether the term names a party
 * @param span where the definition stands
 * @param clause id of the clause that holds it
 */
public record Definition(String term, String meaning, boolean party, Span span, UUID clause) {
    public Definition {
        requireNonNull(term, "term");
        requireNonNull(meaning, "meaning");
        requireNonNull(span, "span");
        requireNonNull(clause, "clause");
    }
}
