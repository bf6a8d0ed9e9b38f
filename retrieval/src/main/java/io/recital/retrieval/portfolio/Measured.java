package io.recital.retrieval.portfolio;

import static java.util.Objects.requireNonNull;

import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * A value as a number, so that values of one unit can be put in order.
 *
 * @param unit {@code days}, {@code %}, {@code date}, a currency's code, or the contract's own word
 */
record Measured(BigDecimal number, String unit) implements Comparable<Measured> {
    private static final BigDecimal HOURS = BigDecimal.valueOf(24);
    private static final int SCALE = 6;

    Measured {
        requireNonNull(number, "number");
        requireNonNull(unit, "unit");
    }

    /** The number of a value; empty for words and for what is withheld or contradicts itself. */
    static Optional<Measured> of(TypedValue value) {
        if (value instanceof TypedValue.Length length) {
            return Optional.of(new Measured(days(length.value()), "days"));
        }
        if (value instanceof TypedValue.Percent percent) {
            return Optional.of(new Measured(percent.value(), "%"));
        }
        if (value instanceof TypedValue.Amount amount) {
            return Optional.of(new Measured(
                    amount.value().getAmount(), amount.value().getCurrencyUnit().getCode()));
        }
        if (value instanceof TypedValue.Day day) {
            return Optional.of(new Measured(BigDecimal.valueOf(day.value().toEpochDay()), "date"));
        }
        if (value instanceof TypedValue.Quantity quantity) {
            return Optional.of(new Measured(quantity.value(), quantity.unit().toLowerCase(Locale.ROOT)));
        }
        return Optional.empty();
    }

    /** About how many days a time is, to put times of several units in order. */
    private static BigDecimal days(TimeSpan span) {
        BigDecimal count = BigDecimal.valueOf(span.count());
        return switch (span.unit()) {
            case MINUTES -> count.divide(HOURS.multiply(BigDecimal.valueOf(60)), SCALE, java.math.RoundingMode.HALF_UP);
            case HOURS, BUSINESS_HOURS -> count.divide(HOURS, SCALE, java.math.RoundingMode.HALF_UP);
            case DAYS -> count;
            case BUSINESS_DAYS -> count.multiply(new BigDecimal("1.4"));
            case WEEKS -> count.multiply(BigDecimal.valueOf(7));
            case MONTHS -> count.multiply(new BigDecimal("30.44"));
            case QUARTERS -> count.multiply(new BigDecimal("91.31"));
            case YEARS -> count.multiply(new BigDecimal("365.25"));
        };
    }

    /** A yearly percentage. */
    Measured byTheYear() {
        return new Measured(number, "% a year");
    }

    /** A monthly percentage, as twelve of them make a yearly one. */
    Measured monthlyByTheYear() {
        return new Measured(number.multiply(BigDecimal.valueOf(12)), "% a year");
    }

    @Override
    public int compareTo(Measured other) {
        return number.compareTo(other.number);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Measured measured
                && measured.unit.equals(unit)
                && measured.number.compareTo(number) == 0;
    }

    @Override
    public int hashCode() {
        return number.stripTrailingZeros().hashCode() + 31 * unit.hashCode();
    }
}
