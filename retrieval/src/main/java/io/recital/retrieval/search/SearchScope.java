package io.recital.retrieval.search;

import java.util.Set;
import java.util.UUID;

/**
 * Where to look and how much to bring; an empty set does not narrow.
 *
 * @param contracts ids of contracts; of each, the document version that is served
 * @param documents ids of document versions, superseded ones included
 * @param counterparties ids of counterparties, for all contracts with them
 * @param limit most hits
 */
public record SearchScope(Set<UUID> contracts, Set<UUID> documents, Set<UUID> counterparties, int limit) {
    public SearchScope {
        contracts = Set.copyOf(contracts);
        documents = Set.copyOf(documents);
        counterparties = Set.copyOf(counterparties);
        if (limit < 1) {
            throw new IllegalArgumentException("A search brings at least one hit");
        }
    }

    public static SearchScope everywhere(int limit) {
        return new SearchScope(Set.of(), Set.of(), Set.of(), limit);
    }

    public static SearchScope ofContract(UUID contract, int limit) {
        return new SearchScope(Set.of(contract), Set.of(), Set.of(), limit);
    }

    public static SearchScope ofDocument(UUID document, int limit) {
        return new SearchScope(Set.of(), Set.of(document), Set.of(), limit);
    }

    public static SearchScope ofCounterparty(UUID counterparty, int limit) {
        return new SearchScope(Set.of(), Set.of(), Set.of(counterparty), limit);
    }
}
