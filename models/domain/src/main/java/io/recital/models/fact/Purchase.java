package io.recital.models.fact;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of a purchase order, and what came of it.
 *
 * @param contract reference that the contract bears
 * @param order number of the order line
 * @param promisedOn when it was to be delivered; null when nothing was promised
 * @param deliveredOn null while nothing was delivered
 * @param quantityOrdered null for an order without a quantity
 */
public record Purchase(
        String id,
        VendorReference vendor,
        String contract,
        String order,
        String product,
        LocalDate orderedOn,
        @Nullable LocalDate promisedOn,
        @Nullable LocalDate deliveredOn,
        @Nullable BigDecimal quantityOrdered,
        @Nullable BigDecimal quantityReceived,
        String unit)
        implements VendorFact {
    public Purchase {
        requireNonNull(id, "id");
        requireNonNull(vendor, "vendor");
        requireNonNull(contract, "contract");
        requireNonNull(order, "order");
        requireNonNull(product, "product");
        requireNonNull(orderedOn, "orderedOn");
        requireNonNull(unit, "unit");
    }

    @Override
    public FactKind kind() {
        return FactKind.PURCHASE;
    }

    @Override
    public LocalDate knownFrom() {
        return orderedOn;
    }
}
