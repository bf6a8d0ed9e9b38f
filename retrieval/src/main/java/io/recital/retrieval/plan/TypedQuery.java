package io.recital.retrieval.plan;

import static java.util.Objects.requireNonNull;

import io.recital.models.finding.FindingKind;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/** A query that an answer is made from: there is no other way to a tenant's data, for rules and language models alike. */
public sealed interface TypedQuery {
    /** Ids of contracts to look into; empty for all. */
    Set<UUID> contracts();

    /**
     * Findings of a kind, best first by the words, or in the order of storing where there are none.
     *
     * @param types within the kind, such as {@code payment-term}; empty for any
     * @param words that the finding or its quotes should hold; may be empty
     * @param limit most of each contract
     */
    record Findings(FindingKind kind, Set<String> types, Set<UUID> contracts, String words, int limit)
            implements TypedQuery {
        public Findings {
            requireNonNull(kind, "kind");
            requireNonNull(words, "words");
            types = Set.copyOf(types);
            contracts = Set.copyOf(contracts);
        }
    }

    /**
     * Passages that say something about the words, best first.
     *
     * @param words in plain language, without the names of the contracts
     */
    record Passages(String words, Set<UUID> contracts, int limit) implements TypedQuery {
        public Passages {
            requireNonNull(words, "words");
            contracts = Set.copyOf(contracts);
        }
    }

    /** Each sentence and table row of contracts, in the order of the text. */
    record Statements(Set<UUID> contracts) implements TypedQuery {
        public Statements {
            contracts = Set.copyOf(contracts);
        }
    }

    /** How the counterparties of contracts stand on the day for which the answer is to hold: facts and ledger. */
    record Standings(Set<UUID> contracts, LocalDate asOf) implements TypedQuery {
        public Standings {
            contracts = Set.copyOf(contracts);
            requireNonNull(asOf, "asOf");
        }
    }

    /** The contracts themselves with title and counterparty, oldest first. */
    record Contracts(Set<UUID> contracts) implements TypedQuery {
        public Contracts {
            contracts = Set.copyOf(contracts);
        }
    }
}
