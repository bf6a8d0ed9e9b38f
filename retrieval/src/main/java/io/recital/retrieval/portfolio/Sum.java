package io.recital.retrieval.portfolio;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Derivation;
import java.util.List;
import java.util.UUID;

/**
 * A value that no contract states as such, with how it was arrived at.
 *
 * @param text a sentence without the contract's name
 * @param contract that states what went in
 */
public record Sum(String text, UUID contract, List<Citation> citations, Derivation derivation) {
    public Sum {
        requireNonNull(text, "text");
        requireNonNull(contract, "contract");
        requireNonNull(derivation, "derivation");
        citations = List.copyOf(citations);
    }
}
