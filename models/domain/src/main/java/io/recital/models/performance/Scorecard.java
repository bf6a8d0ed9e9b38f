package io.recital.models.performance;

import io.recital.models.contract.Contract;
import io.recital.models.contract.Counterparty;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingKind;
import io.recital.models.performance.ObligationStanding.Status;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a counterparty's contracts promise, and how that stands on a day. Every line carries its finding, and so its
 * citations.
 *
 * @param obligations those with a due date first, soonest first
 * @param provisional how many of the findings nobody has reviewed yet
 */
public record Scorecard(
        Counterparty counterparty,
        LocalDate asOf,
        List<ContractTerm> contracts,
        List<ContractValue> values,
        List<ObligationStanding> obligations,
        List<MeasureStanding> measures,
        List<Finding> milestones,
        List<Finding> levers,
        int provisional) {
    private static final Comparator<ObligationStanding> SOONEST = Comparator.comparing(
                    (ObligationStanding standing) -> standing.nextDue() == null ? LocalDate.MAX : standing.nextDue())
            .thenComparing(ObligationStanding::status);

    public Scorecard {
        contracts = List.copyOf(contracts);
        values = List.copyOf(values);
        obligations = List.copyOf(obligations);
        measures = List.copyOf(measures);
        milestones = List.copyOf(milestones);
        levers = List.copyOf(levers);
    }

    /**
     * The scorecard from a counterparty's contracts and their current findings.
     *
     * @param values what the contracts are worth on the day
     * @param measured how a measure stands
     */
    public static Scorecard of(
            Counterparty counterparty,
            List<Contract> contracts,
            List<Finding> findings,
            List<ContractValue> values,
            Function<Finding, MeasureStanding> measured,
            LocalDate asOf) {
        Map<FindingKind, List<Finding>> byKind = new EnumMap<>(FindingKind.class);
        findings.forEach(
                finding -> byKind.computeIfAbsent(finding.content().kind(), kind -> new java.util.ArrayList<>())
                        .add(finding));
        List<Finding> facts = byKind.getOrDefault(FindingKind.FACT, List.of());
        Map<UUID, List<Finding>> factsByContract = facts.stream().collect(Collectors.groupingBy(Finding::contract));
        return new Scorecard(
                counterparty,
                asOf,
                contracts.stream()
                        .map(contract -> ContractTerm.of(
                                contract.id(),
                                contract.title(),
                                factsByContract.getOrDefault(contract.id(), List.of())))
                        .toList(),
                values,
                byKind.getOrDefault(FindingKind.OBLIGATION, List.of()).stream()
                        .map(finding -> ObligationStanding.on(asOf, finding))
                        .sorted(SOONEST)
                        .toList(),
                byKind.getOrDefault(FindingKind.MEASURE, List.of()).stream()
                        .map(measured)
                        .toList(),
                byKind.getOrDefault(FindingKind.MILESTONE, List.of()),
                byKind.getOrDefault(FindingKind.LEVER, List.of()),
                (int) findings.stream().filter(Finding::isProvisional).count());
    }

    /** How many obligations are in each status. */
    public Map<Status, Long> obligationsByStatus() {
        return obligations.stream()
                .collect(Collectors.groupingBy(
                        ObligationStanding::status, () -> new EnumMap<>(Status.class), Collectors.counting()));
    }
}
