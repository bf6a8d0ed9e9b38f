package io.recital.performance.comparison;

import io.recital.models.contract.Contract;
import io.recital.models.contract.DocumentSort;
import io.recital.models.finding.FactType;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingKind;
import io.recital.models.performance.ComparedContract;
import io.recital.models.performance.ContractComparison;
import io.recital.models.store.FindingFilter;
import io.recital.models.store.Repositories;
import io.recital.models.store.Tenancy;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gathers what a contract is held against: the tenant's other contracts with what they say. */
public final class Comparisons {
    /** More others than this, the newest, tell no more and take long to read. */
    private static final int MOST = 300;

    private static final Set<FindingKind> KINDS = Set.of(FindingKind.FACT, FindingKind.LEVER, FindingKind.LABEL);

    private final Repositories store;
    private final Tenancy tenancy;

    public Comparisons(Repositories store, Tenancy tenancy) {
        this.store = store;
        this.tenancy = tenancy;
    }

    /** The comparison of a contract; empty when the tenant has no such contract. */
    public Optional<ContractComparison> find(UUID tenant, UUID contract) {
        return tenancy.call(
                tenant,
                () -> store.contracts().find(contract).map(found -> ContractComparison.of(read(found), others(found))));
    }

    private ComparedContract read(Contract contract) {
        return ComparedContract.of(contract, store.findings().listByContracts(List.of(contract.id()), KINDS));
    }

    /** Contracts of its type and agreements of any, each newest first. */
    private List<ComparedContract> others(Contract contract) {
        Map<UUID, String> types = types();
        String type = types.getOrDefault(contract.id(), "");
        List<Contract> all = store.contracts().list().stream()
                .filter(other -> !other.id().equals(contract.id()))
                .sorted(Comparator.comparing(Contract::createdAt).reversed())
                .toList();
        Set<Contract> chosen = Stream.concat(
                        all.stream()
                                .filter(other -> DocumentSort.isSameType(type, types.getOrDefault(other.id(), "")))
                                .limit(MOST),
                        all.stream()
                                .filter(other ->
                                        DocumentSort.of(types.getOrDefault(other.id(), "")) == DocumentSort.AGREEMENT)
                                .limit(MOST))
                .collect(Collectors.toSet());
        Map<UUID, List<Finding>> findings =
                store
                        .findings()
                        .listByContracts(chosen.stream().map(Contract::id).toList(), KINDS)
                        .stream()
                        .collect(Collectors.groupingBy(Finding::contract));
        return chosen.stream()
                .map(other -> ComparedContract.of(other, findings.getOrDefault(other.id(), List.of())))
                .toList();
    }

    private Map<UUID, String> types() {
        FindingFilter types = FindingFilter.ANY.ofKind(FindingKind.FACT).ofType(FactType.DOCUMENT_TYPE.label());
        Map<UUID, List<Finding>> byContract =
                store.findings().list(types).stream().collect(Collectors.groupingBy(Finding::contract));
        return byContract.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, stated -> ComparedContract.typeIn(stated.getValue())));
    }
}
