package io.recital.models.fact;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * A record of the tenant's vendor (or customer) list. One company often has several.
 *
 * @param reference id and name in the list
 * @param aliasOf id or name of the company that it is another record of; empty when it is no alias
 * @param parent id or name of the company that it belongs to; empty when none
 */
public record Vendor(
        String id,
        VendorReference reference,
        String aliasOf,
        String parent,
        String country,
        String taxNumber,
        @Nullable CurrencyUnit currency)
        implements PerformanceFact {
    public Vendor {
        requireNonNull(id, "id");
        requireNonNull(reference, "reference");
        requireNonNull(aliasOf, "aliasOf");
        requireNonNull(parent, "parent");
        requireNonNull(country, "country");
        requireNonNull(taxNumber, "taxNumber");
    }

    @Override
    public FactKind kind() {
        return FactKind.VENDOR;
    }

    @Override
    public LocalDate knownFrom() {
        return LocalDate.MIN;
    }

    @Override
    public Optional<VendorReference> findVendor() {
        return Optional.of(reference);
    }
}
