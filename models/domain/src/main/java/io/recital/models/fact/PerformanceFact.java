package io.recital.models.fact;

import java.time.LocalDate;
import java.util.Optional;

/** A row of what happened, as another system reported it. Its id is unique among the tenant's facts of its kind. */
public sealed interface PerformanceFact permits VendorFact, CreditNote, IndexValue, ExchangeRate, Vendor {
    String id();

    FactKind kind();

    /** The first day on which the tenant could know it: a later row may tell otherwise of the same. */
    LocalDate knownFrom();

    /** Whom it is about; empty for what was published to everybody. */
    default Optional<VendorReference> findVendor() {
        return Optional.empty();
    }

    /** The contract that it names, by the reference that the contract bears; empty where it names none. */
    default Optional<String> findContract() {
        return Optional.empty();
    }

    /** By what it is told whose contracts it is about; empty for what was published to everybody. */
    default Optional<FactSubject> findSubject() {
        return findVendor().map(vendor -> new FactSubject(vendor, findContract().orElse("")));
    }
}
