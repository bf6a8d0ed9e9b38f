package io.recital.performance.scorecard;

import io.recital.models.contract.Contract;
import io.recital.models.contract.Counterparty;
import io.recital.models.family.ValuesInForce;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingKind;
import io.recital.models.ledger.measure.MeasureResult;
import io.recital.models.ledger.measure.MeasureResults;
import io.recital.models.performance.ContractValue;
import io.recital.models.performance.MeasureStanding;
import io.recital.models.performance.Scorecard;
import io.recital.models.store.ContractFilter;
import io.recital.models.store.FindingFilter;
import io.recital.models.store.Page;
import io.recital.models.store.Repositories;
import io.recital.models.store.Tenancy;
import io.recital.performance.ledger.DossierSource;
import io.recital.performance.ledger.LedgerInputs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Gathers what a scorecard is computed from. */
public final class Scorecards {
    private static final int PAGE = 500;

    private final Repositories store;
    private final Tenancy tenancy;
    private final LedgerInputs inputs;

    public Scorecards(Repositories store, Tenancy tenancy, LedgerInputs inputs) {
        this.store = store;
        this.tenancy = tenancy;
        this.inputs = inputs;
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
        List<DossierSource> sources = inputs.read().counterparties().stream()
                .filter(source -> source.family().counterparty().equals(counterparty))
                .toList();
        List<MeasureResult> results = sources.stream()
                .flatMap(source -> MeasureResults.of(source.read(asOf)).stream())
                .toList();
        Map<Finding, ContractFact> values = new LinkedHashMap<>();
        sources.forEach(source ->
                ValuesInForce.of(source.family(), asOf).forEach(value -> values.put(value.finding(), value.content())));
        return Scorecard.of(
                counterparty,
                contracts(counterparty.id()),
                findings,
                ContractValue.sums(values),
                finding -> standing(finding, results),
                asOf);
    }

    private static MeasureStanding standing(Finding finding, List<MeasureResult> results) {
        List<MeasureResult> own = results.stream()
                .filter(result -> result.measure().findings().contains(finding))
                .toList();
        if (own.isEmpty()) {
            return MeasureStanding.unmeasured(finding);
        }
        MeasureResult last = own.get(own.size() - 1);
        long missed = own.stream().filter(MeasureResult::isMissed).count();
        long met = own.stream()
                .filter(result -> result.state() == MeasureResult.State.MET)
                .count();
        return new MeasureStanding(
                finding,
                MeasureStanding.State.valueOf(last.state().name()),
                last.period().to(),
                last.value(),
                missed,
                missed + met,
                last.missing());
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
