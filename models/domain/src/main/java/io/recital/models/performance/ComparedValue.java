package io.recital.models.performance;

import static java.util.Objects.requireNonNull;

import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.FindingContent;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import java.util.Optional;

/**
 * The number by which a term is held against the same term of other contracts. Only numbers of one unit are compared.
 *
 * @param number above 0
 * @param unit {@code days}, {@code %}, {@code % a year}, a currency's code, or the contract's own words
 */
public record ComparedValue(double number, String unit) {
    private static final double DAYS_A_YEAR = 365.25;

    public ComparedValue {
        requireNonNull(unit, "unit");
        if (!(number > 0)) {
            throw new IllegalArgumentException("Values are compared by their ratio, so they are above 0: " + number);
        }
    }

    /** The number of a finding; empty where it has none, withholds it or is about nothing that numbers can compare. */
    public static Optional<ComparedValue> of(FindingContent content) {
        if (content instanceof ContractFact fact) {
            boolean length = fact.fact() == FactType.NOTICE_PERIOD || fact.fact() == FactType.RENEWAL;
            return length ? of(fact.value()) : Optional.empty();
        }
        return content instanceof CommercialLever lever ? of(lever) : Optional.empty();
    }

    private static Optional<ComparedValue> of(CommercialLever lever) {
        return switch (lever.lever()) {
            case PAYMENT_TERM, TERMINATION_FOR_CONVENIENCE, RENEWAL ->
                lever.find(Name.PERIOD).flatMap(ComparedValue::of);
            case EARLY_PAYMENT_DISCOUNT -> lever.find(Name.RATE).flatMap(ComparedValue::of);
            case LATE_PAYMENT_INTEREST -> yearly(lever);
            case LIABILITY_CAP, PRICE_ADJUSTMENT, LIQUIDATED_DAMAGES ->
                lever.find(Name.CAP).flatMap(ComparedValue::of);
            default -> Optional.empty();
        };
    }

    /** Interest by the year; what stands above an index says nothing without the index. */
    private static Optional<ComparedValue> yearly(CommercialLever lever) {
        if (lever.find(Name.INDEX).isPresent()
                || !(lever.find(Name.RATE).orElse(null) instanceof TypedValue.Percent rate)) {
            return Optional.empty();
        }
        double times = lever.find(Name.FREQUENCY).orElse(null) instanceof TypedValue.Length every
                        && every.value().count() > 0
                ? DAYS_A_YEAR / days(every.value())
                : 1;
        return of(rate.value().doubleValue() * times, "% a year");
    }

    private static Optional<ComparedValue> of(TypedValue value) {
        if (value instanceof TypedValue.Length length) {
            return of(days(length.value()), "days");
        }
        if (value instanceof TypedValue.Percent percent) {
            return of(percent.value().doubleValue(), "%");
        }
        if (value instanceof TypedValue.Amount amount) {
            return of(
                    amount.value().getAmount().doubleValue(),
                    amount.value().getCurrencyUnit().getCode());
        }
        return value instanceof TypedValue.Quantity quantity
                ? of(quantity.value().doubleValue(), quantity.unit())
                : Optional.empty();
    }

    private static Optional<ComparedValue> of(double number, String unit) {
        return number > 0 ? Optional.of(new ComparedValue(number, unit)) : Optional.empty();
    }

    /** About so many calendar days: good enough to compare, not to count. */
    private static double days(TimeSpan span) {
        double one =
                switch (span.unit()) {
                    case MINUTES -> 1 / (24.0 * 60);
                    case HOURS -> 1 / 24.0;
                    case BUSINESS_HOURS -> 7 / 40.0;
                    case DAYS -> 1;
                    case BUSINESS_DAYS -> 7 / 5.0;
                    case WEEKS -> 7;
                    case MONTHS -> DAYS_A_YEAR / 12;
                    case QUARTERS -> DAYS_A_YEAR / 4;
                    case YEARS -> DAYS_A_YEAR;
                };
        return span.count() * one;
    }
}
