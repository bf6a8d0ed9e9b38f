package io.recital.performance.ledger;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;

import io.recital.models.contract.Contract;
import io.recital.models.contract.Counterparty;
import io.recital.models.fact.Facts;
import io.recital.models.family.BorneReferences;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.FamilyMember;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingKind;
import io.recital.models.ledger.Dossiers;
import io.recital.models.store.ContractFilter;
import io.recital.models.store.FactSelection;
import io.recital.models.store.FindingFilter;
import io.recital.models.store.Page;
import io.recital.models.store.Repositories;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Puts together from the store what ledgers are computed from: contracts with their findings, and facts. */
public final class StoredInputs implements LedgerInputs {
    private static final int PAGE = 500;

    private final Repositories store;

    public StoredInputs(Repositories store) {
        this.store = store;
    }

    @Override
    public Dossiers dossiers(LocalDate asOf) {
        Facts facts = store.facts().load(FactSelection.ALL);
        return Dossiers.of(families(), facts, store.vendorDecisions().list(), asOf);
    }

    private List<ContractFamily> families() {
        Map<UUID, List<Finding>> findings = store.findings().list(FindingFilter.ANY).stream()
                .filter(finding -> finding.content().kind() != FindingKind.LABEL)
                .collect(groupingBy(Finding::contract));
        Map<UUID, List<Contract>> contracts = contracts().stream()
                .filter(contract -> contract.counterparty() != null)
                .collect(groupingBy(contract -> requireNonNull(contract.counterparty())));
        List<ContractFamily> families = new ArrayList<>();
        for (Counterparty counterparty : store.counterparties().list()) {
            List<Contract> own = contracts.getOrDefault(counterparty.id(), List.of());
            if (!own.isEmpty()) {
                families.add(new ContractFamily(
                        counterparty,
                        own.stream()
                                .map(contract -> member(contract, findings.getOrDefault(contract.id(), List.of())))
                                .toList(),
                        List.of()));
            }
        }
        return families;
    }

    private FamilyMember member(Contract contract, List<Finding> findings) {
        String text = store.documents().getText(contract.document()).value();
        return new FamilyMember(
                contract, BorneReferences.in(text), findings, store.clauses().listDefinitions(contract.document()));
    }

    private List<Contract> contracts() {
        List<Contract> contracts = new ArrayList<>();
        Page<Contract> page = store.contracts().list(ContractFilter.ANY, null, PAGE);
        contracts.addAll(page.items());
        while (page.next() != null) {
            page = store.contracts().list(ContractFilter.ANY, page.next(), PAGE);
            contracts.addAll(page.items());
        }
        return contracts;
    }
}
