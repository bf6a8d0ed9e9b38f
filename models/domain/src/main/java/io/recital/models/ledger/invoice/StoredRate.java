package io.recital.models.ledger.invoice;

import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.ExchangeRate;
import io.recital.models.ledger.Dossier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;

/**
 * The rate at which a sum in the contract's currency is held against an invoice in another one.
 *
 * @param inverse whether it says what the invoice's currency is worth in the contract's
 */
record StoredRate(ExchangeRate rate, boolean inverse) {
    private static final int FURTHEST_BACK = 7;

    /** Of those of a day and the week before it, the one by which most may be charged: no clause says which it is. */
    static Optional<StoredRate> find(Dossier dossier, CurrencyUnit from, CurrencyUnit to, LocalDate day) {
        return dossier.facts().exchangeRates().stream()
                .filter(rate -> !rate.date().isAfter(day) && rate.date().isAfter(day.minusDays(FURTHEST_BACK)))
                .flatMap(rate -> of(rate, from, to))
                .max(Comparator.comparing(StoredRate::factor).thenComparing(rate -> rate.rate.id()));
    }

    private static Stream<StoredRate> of(ExchangeRate rate, CurrencyUnit from, CurrencyUnit to) {
        if (rate.base().equals(from) && rate.quote().equals(to)) {
            return Stream.of(new StoredRate(rate, false));
        }
        return rate.base().equals(to) && rate.quote().equals(from)
                ? Stream.of(new StoredRate(rate, true))
                : Stream.of();
    }

    private BigDecimal factor() {
        return inverse ? BigDecimal.ONE.divide(rate.rate(), 12, RoundingMode.HALF_UP) : rate.rate();
    }

    /** A sum in the invoice's currency. */
    BigDecimal converted(BigDecimal sum, CurrencyUnit to) {
        return inverse
                ? sum.divide(rate.rate(), to.getDecimalPlaces(), RoundingMode.HALF_UP)
                : sum.multiply(rate.rate()).setScale(to.getDecimalPlaces(), RoundingMode.HALF_UP);
    }

    Operation operation() {
        return inverse ? Operation.QUOTIENT : Operation.PRODUCT;
    }

    Input input() {
        return Workings.cell(
                rate.base().getCode() + " to " + rate.quote().getCode() + " of " + rate.date() + ", " + rate.source(),
                rate,
                "rate",
                rate.rate());
    }

    String row() {
        return rate.kind().label() + ":" + rate.id();
    }
}
