package io.recital.performance.scorecard;

import io.recital.models.contract.Contract;
import io.recital.models.contract.Counterparty;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingKind;
import io.recital.models.performance.Scorecard;
import io.recital.models.store.ContractFilter;
import io.recital.models.store.FindingFilter;
import io.recital.models.store.Page;
import io.recital.models.store.Repositories;
import io.recital.models.store.Tenancy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Gathers what a scorecard is computed from. */
public final class Scorecards {
    private static final int PAGE = 500;

    private final Repositories store;
    private final Tenancy tenancy;

    public Scorecards(Repositories store, Tenancy tenancy) {
        this.store = store;
        this.tenancy = tenancy;
    }

    /** The scorecard of a counterparty on a day; empty when the tenant has no such counterparty. */
    public Optional<Scorecard> find(UUID tenant, UUID counterparty, LocalDate asOf) {
        return tenancy.call(
                tenant, () -> store.counterparties().find(counterparty).map(found -> scorecard(found, asOf)));
    }

    private Scorecard scorecard(Counterparty counterparty, LocalDate asOf) {
        List<Finding> findings = store.findings().list(FindingFilter.ofCounterparty(counterparty.id())).stream()
                .filter(finding -> finding.content().kind() != FindingKind.LABEL)
                .toList();
        return Scorecard.of(counterparty, contracts(counterparty.id()), findings, asOf);
    }

    private List<Contract> contracts(UUID counterparty) {
        ContractFilter filter = new ContractFilter(counterparty, null, null, null);
        List<Contract> contracts = new ArrayList<>();
        Page<Contract> page = store.contracts().list(filter, null, PAGE);
        contracts.addAll(page.items());
        while (page.next() != null) {
            page = store.contracts().list(filter, page.next(), PAGE);
            contracts.addAll(page.items());
        }
        return contracts;
    }
}
