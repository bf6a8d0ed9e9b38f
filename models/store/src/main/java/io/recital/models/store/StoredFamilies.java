package io.recital.models.store;

import io.recital.models.contract.Contract;
import io.recital.models.contract.Counterparty;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.DocumentRelation;
import io.recital.models.family.FamilyMember;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.LostStatement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Puts the families of a tenant together from what is stored: contracts, findings that are served, relations, numbers. */
public final class StoredFamilies {
    private final Repositories store;

    public StoredFamilies(Repositories store) {
        this.store = store;
    }

    /** All counterparties with their contracts, in the name of the current tenant; contracts of nobody known are in none. */
    public List<ContractFamily> list() {
        return list(contract -> true);
    }

    /**
     * The same, of which only the counterparties of some contracts are read whole: of the others it is known who they are
     * and which numbers their contracts bear.
     */
    public List<ContractFamily> list(Predicate<Contract> wanted) {
        Map<UUID, List<Contract>> byCounterparty = contractsByCounterparty();
        List<Contract> all =
                byCounterparty.values().stream().flatMap(List::stream).toList();
        List<Contract> whole = byCounterparty.values().stream()
                .filter(contracts -> contracts.stream().anyMatch(wanted))
                .flatMap(List::stream)
                .toList();
        Map<UUID, List<Finding>> findings = store
                .findings()
                .listByContracts(whole.stream().map(Contract::id).toList(), EnumSet.allOf(FindingKind.class))
                .stream()
                .collect(Collectors.groupingBy(Finding::contract));
        Map<UUID, Set<String>> references = store.relations().references(all);
        Map<UUID, List<LostStatement>> lost =
                store
                        .carriedFindings()
                        .listLost(whole.stream().map(Contract::id).toList())
                        .stream()
                        .collect(Collectors.groupingBy(
                                statement -> statement.finding().contract()));
        Map<UUID, List<DocumentRelation>> relations = store.relations().listByContracts(whole).stream()
                .collect(Collectors.groupingBy(DocumentRelation::contract));
        Set<UUID> read = whole.stream().map(Contract::id).collect(Collectors.toSet());
        return store.counterparties().list().stream()
                .filter(counterparty -> byCounterparty.containsKey(counterparty.id()))
                .map(counterparty -> family(
                        counterparty,
                        byCounterparty.getOrDefault(counterparty.id(), List.of()),
                        findings,
                        references,
                        relations,
                        read,
                        lost))
                .toList();
    }

    /** The contracts whose counterparty is known, by it. */
    public Map<UUID, List<Contract>> contractsByCounterparty() {
        Map<UUID, List<Contract>> contracts = new LinkedHashMap<>();
        for (Contract contract : store.contracts().list()) {
            if (contract.counterparty() != null) {
                contracts
                        .computeIfAbsent(contract.counterparty(), id -> new ArrayList<>())
                        .add(contract);
            }
        }
        return contracts;
    }

    private ContractFamily family(
            Counterparty counterparty,
            List<Contract> contracts,
            Map<UUID, List<Finding>> findings,
            Map<UUID, Set<String>> references,
            Map<UUID, List<DocumentRelation>> relations,
            Set<UUID> read,
            Map<UUID, List<LostStatement>> lost) {
        return new ContractFamily(
                counterparty,
                contracts.stream()
                        .map(contract -> member(contract, references, findings, read)
                                .withLost(lost.getOrDefault(contract.id(), List.of())))
                        .toList(),
                contracts.stream()
                        .flatMap(contract -> relations.getOrDefault(contract.id(), List.of()).stream())
                        .toList());
    }

    private FamilyMember member(
            Contract contract, Map<UUID, Set<String>> references, Map<UUID, List<Finding>> findings, Set<UUID> read) {
        Set<String> own = references.getOrDefault(contract.id(), Set.of());
        return read.contains(contract.id())
                ? new FamilyMember(
                                contract,
                                own,
                                findings.getOrDefault(contract.id(), List.of()),
                                store.clauses().listDefinitions(contract.document()))
                        .with(store.clauses().listByDocument(contract.document()))
                : new FamilyMember(contract, own, List.of(), List.of());
    }
}
