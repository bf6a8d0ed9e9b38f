package io.recital.retrieval.plan;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Whose contracts a question is about.
 *
 * @param contracts ids; empty when the question names none, and then all are meant
 * @param phrases the question's words that name them, in lower case
 */
public record QuestionScope(Set<UUID> contracts, Set<String> phrases) {
    public QuestionScope {
        contracts = Set.copyOf(contracts);
        phrases = Set.copyOf(phrases);
    }

    /** All contracts of the tenant. */
    public static final QuestionScope EVERYWHERE = new QuestionScope(Set.of(), Set.of());

    /** Both together. */
    QuestionScope and(QuestionScope other) {
        Set<UUID> all = new HashSet<>(contracts);
        all.addAll(other.contracts);
        Set<String> named = new HashSet<>(phrases);
        named.addAll(other.phrases);
        return new QuestionScope(all, named);
    }

    public boolean isEverywhere() {
        return contracts.isEmpty();
    }
}
