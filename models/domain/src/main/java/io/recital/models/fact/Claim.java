package io.recital.models.fact;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * A claim that one side sent to the other.
 *
 * @param contract reference that the contract bears
 * @param subject what is claimed, such as {@code Service Credit SL1, August 2025}
 * @param period what it is for; null when it does not say
 * @param status as the system that it comes from has it, such as {@code sent}, {@code credited} or {@code rejected}
 */
public record Claim(
        String id,
        VendorReference vendor,
        String contract,
        String subject,
        @Nullable Period period,
        LocalDate sentOn,
        BigDecimal amount,
        CurrencyUnit currency,
        String status)
        implements VendorFact {
    public Claim {
        requireNonNull(id, "id");
        requireNonNull(vendor, "vendor");
        requireNonNull(contract, "contract");
        requireNonNull(subject, "subject");
        requireNonNull(sentOn, "sentOn");
        requireNonNull(amount, "amount");
        requireNonNull(currency, "currency");
        requireNonNull(status, "status");
    }

    @Override
    public FactKind kind() {
        return FactKind.CLAIM;
    }

    @Override
    public LocalDate knownFrom() {
        return sentOn;
    }
}
