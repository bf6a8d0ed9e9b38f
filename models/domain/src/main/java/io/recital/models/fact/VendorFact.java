package io.recital.models.fact;

import java.util.Optional;

/** A row about one vendor, under the contract that it names or under none. */
public sealed interface VendorFact extends PerformanceFact
        permits Measurement, InvoiceLine, Purchase, ContractEvent, Claim {
    VendorReference vendor();

    /** The reference that the contract bears; empty where the row names none. */
    String contract();

    @Override
    default Optional<VendorReference> findVendor() {
        return Optional.of(vendor());
    }

    @Override
    default Optional<String> findContract() {
        return contract().isEmpty() ? Optional.empty() : Optional.of(contract());
    }
}
