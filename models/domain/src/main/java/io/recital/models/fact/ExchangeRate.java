package io.recital.models.fact;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;

/** How much of {@code quote} one unit of {@code base} was worth on a day, and who says so. */
public record ExchangeRate(
        String id, LocalDate date, CurrencyUnit base, CurrencyUnit quote, BigDecimal rate, String source)
        implements PerformanceFact {
    public ExchangeRate {
        requireNonNull(id, "id");
        requireNonNull(date, "date");
        requireNonNull(base, "base");
        requireNonNull(quote, "quote");
        requireNonNull(source, "source");
        if (rate.signum() <= 0) {
            throw new IllegalArgumentException("An exchange rate is positive: " + rate);
        }
    }

    @Override
    public FactKind kind() {
        return FactKind.EXCHANGE_RATE;
    }

    @Override
    public LocalDate knownFrom() {
        return date;
    }
}
