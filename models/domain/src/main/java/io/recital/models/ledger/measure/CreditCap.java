package io.recital.models.ledger.measure;

import io.recital.models.evidence.Citation;
import io.recital.models.finding.TypedValue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
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

    private static final Pattern OF_A_QUARTER = Pattern.compile("\\bquarter", Pattern.CASE_INSENSITIVE);

    /** The cap of the first of some measures that has one. */
    static Optional<CreditCap> of(List<PromisedMeasure> measures) {
        return measures.stream()
                .flatMap(measure -> measure.cap().map(most -> of(most, measure)).stream())
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
                .flatMap(most ->
                        measure.citations().stream().filter(FeeBase::isLimit).findFirst())
                .map(Citation::quote)
                .filter(quote -> !TOGETHER.matcher(quote).find());
        return own.isPresent() && measure.step().isPresent() ? measure.name() : "";
    }

    private static CreditCap of(TypedValue most, PromisedMeasure measure) {
        Optional<Citation> stated =
                measure.citations().stream().filter(FeeBase::isLimit).findFirst();
        boolean quarterly = measure.window()
                .map(window -> window.unit() == io.recital.models.finding.TimeSpan.Unit.QUARTERS)
                .orElse(false);
        boolean longer = stated.map(Citation::quote)
                .filter(quote -> OF_A_YEAR.matcher(quote).find()
                        || (!quarterly && OF_A_QUARTER.matcher(quote).find()))
                .isPresent();
        return new CreditCap(most, FeeBase.ofLimit(measure.citations()).orElse(null), longer, stated.orElse(null));
    }
}
