package io.recital.models.fact;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a seller gave back.
 *
 * @param creditNote its number
 * @param invoice the invoice that it corrects; empty when it names none
 * @param net without tax, positive
 * @param period what it is for; null when it does not say
 */
public record CreditNote(
        String id,
        String creditNote,
        String invoice,
        Direction direction,
        VendorReference vendor,
        LocalDate issuedOn,
        String description,
        BigDecimal net,
        BigDecimal tax,
        CurrencyUnit currency,
        @Nullable Period period)
        implements PerformanceFact {
    public CreditNote {
        requireNonNull(id, "id");
        requireNonNull(creditNote, "creditNote");
        requireNonNull(invoice, "invoice");
        requireNonNull(direction, "direction");
        requireNonNull(vendor, "vendor");
        requireNonNull(issuedOn, "issuedOn");
        requireNonNull(description, "description");
        requireNonNull(net, "net");
        requireNonNull(tax, "tax");
        requireNonNull(currency, "currency");
    }

    @Override
    public FactKind kind() {
        return FactKind.CREDIT_NOTE;
    }

    @Override
    public LocalDate knownFrom() {
        return issuedOn;
    }

    @Override
    public Optional<VendorReference> findVendor() {
        return Optional.of(vendor);
    }
}
