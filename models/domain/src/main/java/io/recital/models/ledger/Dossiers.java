package io.recital.models.ledger;

import io.recital.models.fact.FactSubject;
import io.recital.models.fact.Facts;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.fact.VendorDecision;
import io.recital.models.family.ContractFamily;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The facts of a tenant sorted to the counterparties that they are about, where all are in memory. What is about nobody
 * in particular is known to all.
 *
 * @param unassigned rows about somebody with whom no contract is known
 */
public record Dossiers(List<Dossier> dossiers, List<PerformanceFact> unassigned) {
    public Dossiers {
        dossiers = List.copyOf(dossiers);
        unassigned = List.copyOf(unassigned);
    }

    /**
     * Sorts facts to families.
     *
     * @param decisions what people decided of vendors
     */
    public static Dossiers of(
            List<ContractFamily> families, Facts facts, List<VendorDecision> decisions, LocalDate asOf) {
        FactAssignment assignment = new FactAssignment(
                families,
                facts.vendors(),
                decisions,
                facts.stream()
                        .flatMap(fact -> fact.findSubject().stream())
                        .distinct()
                        .toList());
        Map<UUID, List<PerformanceFact>> rows = new LinkedHashMap<>();
        families.forEach(family -> rows.put(family.counterparty().id(), new ArrayList<>()));
        List<PerformanceFact> unassigned = new ArrayList<>();
        facts.stream().forEach(fact -> {
            Optional<FactSubject> subject = fact.findSubject();
            if (subject.isEmpty()) {
                rows.values().forEach(own -> own.add(fact));
            } else {
                subject.flatMap(assignment::find)
                        .map(family -> rows.get(family.counterparty().id()))
                        .ifPresentOrElse(own -> own.add(fact), () -> unassigned.add(fact));
            }
        });
        return new Dossiers(
                families.stream()
                        .map(family -> new Dossier(
                                family,
                                Facts.of(rows.getOrDefault(family.counterparty().id(), List.of())),
                                asOf))
                        .toList(),
                unassigned);
    }
}
