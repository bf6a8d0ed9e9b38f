package io.recital.models.ledger.measure;

import io.recital.models.evidence.Citation;
import io.recital.models.fact.Period;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Dossier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The most that the credits of a period may come to together.
 *
 * @param base what a percentage is taken of; null for an amount, or when the contract does not say
 * @param longer whether it is for a longer time than the period that is measured, such as a year
 * @param stated the words that say so; null when only the number is known
 */
record CreditCap(
        TypedValue most,
        @Nullable FeeBase base,
        boolean longer,
        @Nullable Citation stated) {
    private static final Pattern OF_A_YEAR = Pattern.compile(
            "contract\\s+year|calendar\\s+year|annual|per\\s+(?:year|annum)|(?:each|any|a|one)\\s+(?:\\p{L}+\\s+)?year|twelve|12[- ]month",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TOGETHER = Pattern.compile(
            "\\b(?:together|total|aggregate|all|sum|combined|credits|deductions|abatements|adjustments|damages|penalties)\\b",
            Pattern.CASE_INSENSITIVE);
    /** Words by which misses of a period give one credit together. */
    private static final Pattern TOGETHER_WORDS = Pattern.compile(
            "\\b(?:together|in\\s+total|aggregate|added\\s+up|sum\\s+of|combined|only\\s+the\\s+(?:highest|higher|greater|largest))\\b",
            Pattern.CASE_INSENSITIVE);

    /** A limit for one circuit, site or vehicle: {@code credits for one Circuit in one calendar month}. */
    private static final Pattern OF_ONE = Pattern.compile(
            "\\b(?:for|of|on|at)\\s+(?:any\\s+|each\\s+)?(?:one|single|individual)\\s+(?!calendar|month|quarter|year|period|event|incident|week|day|claim|level|service)\\p{L}+",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern A_MONTHS_FEE = Pattern.compile(
            "\\b(?:one|a|the\\s+full|the\\s+whole|all\\s+of\\s+the)\\s+(?:month(?:['’]?s)?|monthly)\\s+(?:\\p{L}+\\s+)?(?:fee|charge|rent|rental|price|subscription)s?\\b",
            Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_MONTH = 31;
    private static final Pattern OF_A_QUARTER = Pattern.compile("\\bquarter", Pattern.CASE_INSENSITIVE);

    /** The cap of the first of some measures that has one. */
    static Optional<CreditCap> of(List<PromisedMeasure> measures, Period period) {
        return measures.stream()
                .flatMap(measure -> measure.cap().map(most -> of(most, measure, period)).stream())
                .findFirst();
    }

    /**
     * Which misses of a period are limited together: all that have a limit, but for a credit by steps whose limit speaks of it
     * alone. Where there is none, each credit is one of its own.
     */
    static String pool(PromisedMeasure measure) {
        if (measure.cap().isEmpty() && measure.findWords(TOGETHER_WORDS).isEmpty()) {
            return measure.name();
        }
        Optional<String> own = measure.cap()
                .flatMap(most -> measure.citations().stream()
                        .filter(FeeBaseReader::isLimit)
                        .findFirst())
                .map(Citation::quote)
                .filter(quote -> !TOGETHER.matcher(quote).find());
        return own.isPresent() && measure.step().isPresent() ? measure.name() : "";
    }

    /** Whether misses of one circuit, site or vehicle are limited by themselves, or not at all. */
    static boolean isOfOne(PromisedMeasure measure) {
        return measure.cap().isEmpty()
                || measure.citations().stream()
                        .filter(FeeBaseReader::isLimit)
                        .anyMatch(limit -> MeasuredThing.saysEach(limit.quote())
                                || OF_ONE.matcher(limit.quote()).find());
    }

    private static CreditCap of(TypedValue most, PromisedMeasure measure, Period period) {
        Optional<Citation> stated =
                measure.citations().stream().filter(FeeBaseReader::isLimit).findFirst();
        boolean quarterly = period.days() > LONGEST_MONTH;
        boolean longer = stated.map(Citation::quote)
                .filter(quote -> OF_A_YEAR.matcher(quote).find()
                        || (!quarterly && OF_A_QUARTER.matcher(quote).find()))
                .isPresent();
        return isAMonthsFee(most)
                ? new CreditCap(new TypedValue.Percent(BigDecimal.valueOf(100)), null, longer, stated.orElse(null))
                : new CreditCap(
                        most, FeeBaseReader.ofLimit(measure.citations()).orElse(null), longer, stated.orElse(null));
    }

    /** Whether it is said in words that all of a month's fee is the most. */
    private static boolean isAMonthsFee(TypedValue most) {
        return most instanceof TypedValue.Text text
                && A_MONTHS_FEE.matcher(text.value()).find();
    }

    /** Whether it is a percentage of the same as such a credit. */
    boolean isShareOf(FeeBase other) {
        return most instanceof TypedValue.Percent
                && (base == null
                        || TellingWords.of(base.name())
                                .without(Set.of("monthly"))
                                .equals(TellingWords.of(other.name()).without(Set.of("monthly"))));
    }

    /** What it comes to in a period; empty where that cannot be told. */
    Optional<Money> money(String contract, Period period, Dossier dossier) {
        if (most instanceof TypedValue.Amount amount) {
            return Optional.of(
                    Money.of(amount.value().getCurrencyUnit(), amount.value().getAmount(), RoundingMode.HALF_UP));
        }
        return most instanceof TypedValue.Percent percent && base != null
                ? InvoicedFee.find(base, contract, period, dossier).map(lines -> lines.percent(percent.value()))
                : Optional.empty();
    }

    /**
     * Whether a credit may pass it by what was given since its longer time began; also where that cannot be told.
     *
     * @param fees what the credit is a percentage of; null for an amount
     */
    boolean isReachedBy(Money credit, @Nullable FeeLines fees, MeasureResult missed, Period period, Dossier dossier) {
        if (most instanceof TypedValue.Amount amount) {
            return credit.getAmount().compareTo(amount.value().getAmount()) > 0;
        }
        if (!(most instanceof TypedValue.Percent percent) || fees == null) {
            return true;
        }
        Period soFar = ContractYear.soFar(missed.measure(), period, dossier.asOf());
        Money given = Settlement.creditedIn(dossier.facts(), soFar, fees.currency());
        return InvoicedFee.find(fees.base(), missed.contract(), soFar, dossier)
                .map(lines -> credit.plus(given).isGreaterThan(lines.percent(percent.value())))
                .orElse(true);
    }
}
