package io.recital.models.ledger;

import io.recital.models.fact.FactSubject;
import io.recital.models.fact.Vendor;
import io.recital.models.fact.VendorDecision;
import io.recital.models.fact.VendorMatch;
import io.recital.models.fact.VendorMatching;
import io.recital.models.fact.VendorReference;
import io.recital.models.family.ContractFamily;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which counterparty a row of facts belongs to. The contract that it names decides: an auditor's or an affiliate's invoice
 * under it belongs to it. A row that names none goes to the counterparty that its vendor surely is, or where the other
 * rows of its vendor go.
 */
public final class FactAssignment {
    private final Map<UUID, ContractFamily> byCounterparty = new HashMap<>();
    /** Empty for a number that the documents of two counterparties bear: it tells nothing. */
    private final Map<String, Optional<ContractFamily>> byReference = new HashMap<>();

    private final Map<String, ContractFamily> byVendor = new HashMap<>();
    /** Vendors that no counterparty is like. */
    private final Set<String> strangers = new HashSet<>();

    /**
     * Learns from all that there is who is who.
     *
     * @param vendors what the vendor lists say
     * @param decisions what people decided of vendors
     * @param subjects of all rows, in their order
     */
    public FactAssignment(
            List<ContractFamily> families,
            List<Vendor> vendors,
            List<VendorDecision> decisions,
            Collection<FactSubject> subjects) {
        families.forEach(family -> byCounterparty.put(family.counterparty().id(), family));
        families.forEach(this::addReferences);
        VendorMatching matching = new VendorMatching(
                vendors, families.stream().map(ContractFamily::counterparty).toList(), decisions);
        Set<String> seen = new HashSet<>();
        subjects.stream()
                .map(FactSubject::vendor)
                .filter(vendor -> seen.add(vendor.key()))
                .forEach(vendor -> addVendor(vendor, matching));
        subjects.forEach(subject -> byContract(subject)
                .ifPresent(family -> byVendor.putIfAbsent(subject.vendor().key(), family)));
    }

    private void addReferences(ContractFamily family) {
        Set<String> own = new HashSet<>();
        family.members().forEach(member -> member.references().forEach(reference -> own.add(plain(reference))));
        own.forEach(reference -> byReference.merge(reference, Optional.of(family), (one, other) -> Optional.empty()));
    }

    private void addVendor(VendorReference vendor, VendorMatching matching) {
        VendorMatch match = matching.match(vendor);
        if (match.standing() == VendorMatch.Standing.UNKNOWN && !vendor.key().isBlank()) {
            strangers.add(vendor.key());
        }
        ContractFamily family = match.isCounterparty() ? byCounterparty.get(match.counterparty()) : null;
        if (family != null) {
            byVendor.put(vendor.key(), family);
        }
    }

    private Optional<ContractFamily> byContract(FactSubject subject) {
        return subject.contract().isEmpty()
                ? Optional.empty()
                : byReference.getOrDefault(plain(subject.contract()), Optional.empty());
    }

    /** Whose contracts a row is about; empty where nobody with a contract is. */
    public Optional<ContractFamily> find(FactSubject subject) {
        return byContract(subject)
                .or(() -> Optional.ofNullable(byVendor.get(subject.vendor().key())));
    }

    /** Whether somebody with whom no contract is known sent a row, be it under a contract with somebody else. */
    public boolean isOfAStranger(FactSubject subject) {
        return strangers.contains(subject.vendor().key());
    }

    private static String plain(String reference) {
        return reference.replaceAll("\\s+", "").toUpperCase(Locale.ROOT);
    }
}
