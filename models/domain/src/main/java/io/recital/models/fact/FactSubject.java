package io.recital.models.fact;

import static java.util.Objects.requireNonNull;

/**
 * Whom and what a row is about, as far as that tells which counterparty it belongs to.
 *
 * @param contract by the reference that the contract bears; empty where the row names none
 */
public record FactSubject(VendorReference vendor, String contract) {
    public FactSubject {
        requireNonNull(vendor, "vendor");
        requireNonNull(contract, "contract");
    }
}
