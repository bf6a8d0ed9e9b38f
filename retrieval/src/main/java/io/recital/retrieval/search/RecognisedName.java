package io.recital.retrieval.search;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a question names.
 *
 * @param contract id of the contract, null for a counterparty
 * @param counterparty id of the counterparty, or of the contract's where it has one
 * @param name as the store knows it: a title, a file name, a party's or counterparty's name or alias
 * @param phrase the words of the question that name it, in lower case without punctuation
 * @param similarity of phrase and name by their trigrams, between 0 and 1
 * @param rivals how many names of the same kind the phrase fits as well or better, this one included: 1 is unmistakable
 */
public record RecognisedName(
        Kind kind,
        @Nullable UUID contract,
        @Nullable UUID counterparty,
        String name,
        String phrase,
        double similarity,
        int rivals) {
    /** What is named. */
    public enum Kind {
        COUNTERPARTY,
        /** A party as a contract states it. */
        PARTY,
        /** A contract by its title. */
        TITLE,
        /** A contract by its file's name. */
        FILE
    }

    public RecognisedName {
        requireNonNull(kind, "kind");
        requireNonNull(name, "name");
        requireNonNull(phrase, "phrase");
    }
}
