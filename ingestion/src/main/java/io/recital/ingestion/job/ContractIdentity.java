package io.recital.ingestion.job;

import io.recital.models.contract.Contract;
import io.recital.models.contract.Counterparty;
import io.recital.models.contract.DocumentVersion;
import io.recital.models.contract.TenantRole;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.Finding;
import io.recital.models.finding.TypedValue;
import io.recital.models.store.Repositories;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says what a contract is called and who the other side is, from what was found in it and what its uploader stated.
 * What is set already is left as it is.
 */
final class ContractIdentity {
    private static final Set<String> SELLING = Set.of("supplier", "licensor", "seller");
    private static final Set<String> BUYING = Set.of("customer", "licensee", "buyer");
    private static final Set<String> PARTNERING = Set.of("partner");

    private final Repositories store;

    ContractIdentity(Repositories store) {
        this.store = store;
    }

    /** Call it in a transaction. */
    void derive(Contract contract, DocumentVersion version, List<Finding> findings) {
        if (contract.title().equals(version.file())) {
            facts(findings, FactType.TITLE)
                    .filter(TypedValue.Text.class::isInstance)
                    .map(TypedValue::display)
                    .filter(title -> !title.isBlank())
                    .findFirst()
                    .ifPresent(title -> store.contracts().setTitle(contract.id(), title.strip()));
        }
        if (contract.counterparty() == null) {
            List<TypedValue.Party> parties = facts(findings, FactType.PARTY)
                    .filter(TypedValue.Party.class::isInstance)
                    .map(TypedValue.Party.class::cast)
                    .toList();
            counterparty(contract, parties).ifPresent(name -> {
                Counterparty counterparty = store.counterparties().findOrCreate(name);
                store.contracts().setCounterparty(contract.id(), counterparty.id());
            });
        }
    }

    private static Stream<TypedValue> facts(List<Finding> findings, FactType type) {
        return findings.stream()
                .map(Finding::content)
                .filter(ContractFact.class::isInstance)
                .map(ContractFact.class::cast)
                .filter(fact -> fact.fact() == type)
                .map(ContractFact::value);
    }

    /** The uploader's word counts first; without a word about the tenant's side, the one that supplies is the other. */
    private static Optional<String> counterparty(Contract contract, List<TypedValue.Party> parties) {
        String stated = contract.metadata().get("counterparty");
        if (stated != null && !stated.isBlank()) {
            return Optional.of(stated.strip());
        }
        Set<String> wanted =
                switch (contract.role()) {
                    case BUYER, UNKNOWN -> SELLING;
                    case SELLER, LICENSOR -> BUYING;
                    case PARTNER -> PARTNERING;
                };
        List<String> names = parties.stream()
                .filter(party ->
                        party.role() != null && wanted.contains(party.role().toLowerCase(Locale.ROOT)))
                .map(TypedValue.Party::name)
                .filter(name -> !name.isBlank())
                .distinct()
                .toList();
        boolean sure = names.size() == 1 || (contract.role() != TenantRole.UNKNOWN && !names.isEmpty());
        return sure ? Optional.of(names.get(0).strip()) : Optional.empty();
    }
}
