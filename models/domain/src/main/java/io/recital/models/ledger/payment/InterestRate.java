package io.recital.models.ledger.payment;

import static java.util.Objects.requireNonNull;

import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TimeSpan.Unit;
import io.recital.models.ledger.lever.LeverTerm;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * At what rate a late sum bears interest, simply, from day to day or by commenced months.
 *
 * @param perYear in percent; of a rate by month twelve times it
 * @param yearDays days that a year is taken to have: 365 unless the clause says 360, or thirty for a month
 * @param aboveBase whether a base rate is to be added
 * @param byMonths whether each month counts in full that has begun
 */
public record InterestRate(BigDecimal perYear, int yearDays, boolean aboveBase, boolean byMonths) {
    private static final Pattern YEARLY = Pattern.compile(
            "\\b(?:per\\s+annum|p\\.\\s?a\\.|(?:a|per|each)\\s+year|annual(?:ly)?|yearly|im\\s+Jahr|jährlich)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MONTHLY =
            Pattern.compile("\\b(?:(?:a|per|each)\\s+month|monthly)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern YEAR_360 = Pattern.compile(
            "\\bmonths?\\s+of\\s+(?:thirty|30)\\b|\\b360[- ]days?\\b|\\b360\\s*/\\s*360\\b|\\b(?:actual|act)\\s*/\\s*360\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BASE = Pattern.compile(
            "\\bbase\\b|\\bbasis\\w*|\\bprime\\b|\\b(?:EURIBOR|SONIA|SOFR|LIBOR|ESTR|SARON)\\b|\\bdiscount\\s+rate\\b|\\bfederal\\s+funds\\b|\\brefinanc\\w+|\\bbank\\s+rate\\b|\\blending\\s+rate\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PARTS_OF_MONTHS = Pattern.compile(
            "\\bmonths?\\s+or\\s+(?:any\\s+)?(?:part|fraction|portion)\\b|\\b(?:commenced|started|begun)\\s+month\\b|\\bmonth\\s+(?:begun|commenced|started)\\b",
            Pattern.CASE_INSENSITIVE);

    /** A base rate that holds for half a year: that of the last day before, as laws on late payment have it. */
    private static final Pattern HALF_YEAR = Pattern.compile(
            "\\b(?:preceding|previous|last)\\s+half[- ]?year\\b|\\bhalf[- ]?year\\s+(?:before|preceding)\\b|\\b(?:30\\s+June|June\\s+30)(?:th)?\\s+(?:and|or)\\s+(?:the\\s+)?(?:31\\s+December|December\\s+31)\\b|\\b31\\s+December\\s+(?:and|or)\\s+(?:the\\s+)?30\\s+June\\b|\\bLate\\s+Payment\\s+of\\s+Commercial\\s+Debts\\b",
            Pattern.CASE_INSENSITIVE);

    public InterestRate {
        requireNonNull(perYear, "perYear");
        if (perYear.signum() < 0 || yearDays <= 0) {
            throw new IllegalArgumentException(
                    "Interest is not negative and a year has days: " + perYear + ", " + yearDays);
        }
    }

    /** Whether words say for what time a rate is. */
    static boolean isTimed(String words) {
        return MONTHLY.matcher(words).find() || YEARLY.matcher(words).find();
    }

    /** The rate that a lever states; empty where it does not say for what time. */
    static Optional<InterestRate> of(LeverTerm lever) {
        String words = lever.words();
        boolean aboveBase = BASE.matcher(lever.text(Name.INDEX)).find();
        int yearDays = YEAR_360.matcher(words).find() ? 360 : 365;
        boolean commenced = PARTS_OF_MONTHS.matcher(words).find();
        return lever.findPercent(Name.RATE)
                .flatMap(rate -> unit(lever, words, aboveBase)
                        .filter(unit -> !commenced || unit == Unit.MONTHS)
                        .map(unit -> new InterestRate(
                                rate.multiply(perYear(unit, yearDays)), yearDays, aboveBase, commenced)));
    }

    private static Optional<Unit> unit(LeverTerm lever, String words, boolean aboveBase) {
        Optional<Unit> stated =
                lever.findSpan(Name.FREQUENCY).filter(each -> each.count() == 1).map(TimeSpan::unit);
        if (stated.isPresent()) {
            return stated;
        }
        if (MONTHLY.matcher(words).find()) {
            return Optional.of(Unit.MONTHS);
        }
        return aboveBase || YEARLY.matcher(words).find() ? Optional.of(Unit.YEARS) : Optional.empty();
    }

    private static BigDecimal perYear(Unit unit, int yearDays) {
        return switch (unit) {
            case DAYS -> BigDecimal.valueOf(yearDays);
            case WEEKS -> BigDecimal.valueOf(52);
            case MONTHS -> BigDecimal.valueOf(12);
            case QUARTERS -> BigDecimal.valueOf(4);
            default -> BigDecimal.ONE;
        };
    }

    /** The day whose base rate counts: the due date, or the last day of the half-year before it where the clause says so. */
    static LocalDate baseDay(String words, LocalDate due) {
        if (!HALF_YEAR.matcher(words).find()) {
            return due;
        }
        return due.getMonthValue() > 6 ? LocalDate.of(due.getYear(), 6, 30) : LocalDate.of(due.getYear() - 1, 12, 31);
    }

    /** With a base rate added. */
    InterestRate above(BigDecimal base) {
        return new InterestRate(perYear.add(base).max(BigDecimal.ZERO), yearDays, false, byMonths);
    }

    /** What of a year, or of twelve months, a sum was late: days of the year, or commenced months of twelve. */
    long parts(LocalDate due, LocalDate paid) {
        if (!byMonths) {
            return ChronoUnit.DAYS.between(due, paid);
        }
        long full = ChronoUnit.MONTHS.between(due, paid);
        return due.plusMonths(full).isBefore(paid) ? full + 1 : full;
    }

    /** How many such parts a year has. */
    int partsOfYear() {
        return byMonths ? 12 : yearDays;
    }

    /** Interest on a sum for some parts of a year, rounded half up to the currency's smallest unit. */
    public Money on(BigDecimal sum, long parts, CurrencyUnit currency) {
        BigDecimal interest = sum.multiply(perYear)
                .multiply(BigDecimal.valueOf(parts))
                .divide(BigDecimal.valueOf(100L * partsOfYear()), MathContext.DECIMAL128);
        return Money.of(currency, interest, RoundingMode.HALF_UP);
    }
}
