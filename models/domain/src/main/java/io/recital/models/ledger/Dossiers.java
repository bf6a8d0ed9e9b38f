package io.recital.models.ledger;

import io.recital.models.fact.Facts;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.fact.VendorDecision;
import io.recital.models.fact.VendorMatch;
import io.recital.models.fact.VendorMatching;
import io.recital.models.fact.VendorReference;
import io.recital.models.family.ContractFamily;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The facts of a tenant sorted to the counterparties that they are about. The contract that a row names decides: an
 * auditor's or an affiliate's invoice under it belongs to it. A row that names none goes to the counterparty that its
 * vendor surely is, or where the other rows of its vendor go. What is about nobody in particular is known to all.
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
        return new Sorting(families, facts, decisions).sorted(asOf);
    }

    private static final class Sorting {
        private final List<ContractFamily> families;
        private final Facts facts;
        private final Map<UUID, ContractFamily> byCounterparty = new HashMap<>();
        /** Empty for a number that the documents of two counterparties bear: it tells nothing. */
        private final Map<String, Optional<ContractFamily>> byReference = new HashMap<>();

        private final Map<String, ContractFamily> byVendor = new HashMap<>();

        Sorting(List<ContractFamily> families, Facts facts, List<VendorDecision> decisions) {
            this.families = families;
            this.facts = facts;
            families.forEach(family -> byCounterparty.put(family.counterparty().id(), family));
            families.forEach(this::addReferences);
            VendorMatching matching = new VendorMatching(
                    facts.vendors(),
                    families.stream().map(ContractFamily::counterparty).toList(),
                    decisions);
            facts.stream().forEach(fact -> fact.findVendor().ifPresent(vendor -> addVendor(vendor, matching)));
            facts.stream().forEach(this::addVendorByContract);
        }

        private void addReferences(ContractFamily family) {
            Set<String> own = new HashSet<>();
            family.members().forEach(member -> member.references().forEach(reference -> own.add(plain(reference))));
            own.forEach(
                    reference -> byReference.merge(reference, Optional.of(family), (one, other) -> Optional.empty()));
        }

        private void addVendor(VendorReference vendor, VendorMatching matching) {
            if (!byVendor.containsKey(vendor.key())) {
                VendorMatch match = matching.match(vendor);
                ContractFamily family = match.isCounterparty() ? byCounterparty.get(match.counterparty()) : null;
                if (family != null) {
                    byVendor.put(vendor.key(), family);
                }
            }
        }

        private void addVendorByContract(PerformanceFact fact) {
            byContract(fact)
                    .ifPresent(family ->
                            fact.findVendor().ifPresent(vendor -> byVendor.putIfAbsent(vendor.key(), family)));
        }

        private Optional<ContractFamily> byContract(PerformanceFact fact) {
            return fact.findContract().flatMap(contract -> byReference.getOrDefault(plain(contract), Optional.empty()));
        }

        Dossiers sorted(LocalDate asOf) {
            Map<UUID, List<PerformanceFact>> rows = new LinkedHashMap<>();
            families.forEach(family -> rows.put(family.counterparty().id(), new ArrayList<>()));
            List<PerformanceFact> unassigned = new ArrayList<>();
            facts.stream().forEach(fact -> {
                Optional<VendorReference> vendor = fact.findVendor();
                if (vendor.isEmpty()) {
                    rows.values().forEach(own -> own.add(fact));
                } else {
                    byContract(fact)
                            .or(() -> Optional.ofNullable(
                                    byVendor.get(vendor.get().key())))
                            .map(family -> rows.get(family.counterparty().id()))
                            .ifPresentOrElse(own -> own.add(fact), () -> unassigned.add(fact));
                }
            });
            List<Dossier> dossiers = families.stream()
                    .map(family -> new Dossier(
                            family,
                            Facts.of(rows.getOrDefault(family.counterparty().id(), List.of())),
                            asOf))
                    .toList();
            return new Dossiers(dossiers, unassigned);
        }

        private static String plain(String reference) {
            return reference.replaceAll("\\s+", "").toUpperCase(Locale.ROOT);
        }
    }
}
