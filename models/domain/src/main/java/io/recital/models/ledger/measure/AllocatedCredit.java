package io.recital.models.ledger.measure;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A credit that is a measure's part of an amount at risk, or a fraction of that part: 40 % of the 12 % of a fee that are at
 * risk, and half of it for the lighter miss.
 *
 * @param allocation the measure's part, in percent
 * @param factor how much of it the miss costs
 * @param atRisk percentage of the fee that is at risk
 * @param stated the words that say what is at risk
 */
record AllocatedCredit(BigDecimal allocation, BigDecimal factor, BigDecimal atRisk, Citation stated) {
    private static final Pattern OF_THE_PART = Pattern.compile(
            "\\b(?:allocat\\p{L}+|weight(?:ing|ed|s)?|at[\\s-]risk|risk\\s+amount|credit\\s+pool|pool)\\b",
            Pattern.CASE_INSENSITIVE);
    /** The part that the words themselves state: {@code the weighting of 30 % multiplied by the amount at risk}. */
    private static final Pattern OWN_PART = Pattern.compile(
            "\\b(?:allocat\\p{L}+|weight(?:ing|ed|s)?)(?:\\s+(?:percentage|factor))?\\s*(?:of|is|:|\\()?\\s*(?<part>\\d+(?:\\.\\d+)?)\\s*(?:%|per\\s?cent)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern AT_RISK = Pattern.compile(
            "\\b(?:at[\\s-]risk|risk\\s+amount|(?:credit\\s+)?pool)\\b[^.;%]{0,80}?(?<![\\d.,])(?<before>\\d+(?:\\.\\d+)?)\\s*(?:%|per\\s?cent)|(?<![\\d.,])(?<after>\\d+(?:\\.\\d+)?)\\s*(?:%|per\\s?cent)\\s*\\)?\\s+of\\b[^.;%]{0,120}?\\b(?:at[\\s-]risk|risk\\s+amount|(?:credit\\s+)?pool)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PERCENT =
            Pattern.compile("(?<![\\d.,])(?<percent>\\d+(?:\\.\\d+)?)\\s*(?:%|per\\s?cent)", Pattern.CASE_INSENSITIVE);
    private static final Map<Pattern, BigDecimal> FACTORS = factors();

    private static Map<Pattern, BigDecimal> factors() {
        Map<Pattern, BigDecimal> factors = new LinkedHashMap<>();
        factors.put(words("three[\\s-]quarters"), new BigDecimal("0.75"));
        factors.put(words("two[\\s-]thirds"), null);
        factors.put(words("(?:one[\\s-]+|a\\s+)?half(?:\\s+of)?|halved"), new BigDecimal("0.5"));
        factors.put(words("(?:one|a)[\\s-]+quarter"), new BigDecimal("0.25"));
        factors.put(words("one\\s+and\\s+a\\s+half\\s+times"), new BigDecimal("1.5"));
        factors.put(words("twice|double[ds]?|two\\s+times"), BigDecimal.valueOf(2));
        return factors;
    }

    private static Pattern words(String words) {
        return Pattern.compile("\\b(?:" + words + ")\\b", Pattern.CASE_INSENSITIVE);
    }

    /** What a band gives of the part that a measure has; empty where it is no such part, or what is at risk is not stated. */
    static Optional<AllocatedCredit> of(PromisedMeasure measure, TypedValue credit) {
        if (!(credit instanceof TypedValue.Text text)
                || !OF_THE_PART.matcher(text.value()).find()) {
            return Optional.empty();
        }
        Matcher own = OWN_PART.matcher(text.value());
        Optional<BigDecimal> stated = own.find() ? Optional.of(new BigDecimal(own.group("part"))) : Optional.empty();
        Optional<BigDecimal> factor = factor(OWN_PART.matcher(text.value()).replaceAll(""));
        return measure.allocation()
                .or(() -> stated)
                .flatMap(part -> factor.flatMap(times -> atRisk(measure, part, times)));
    }

    private static Optional<BigDecimal> factor(String words) {
        Matcher percent = PERCENT.matcher(words);
        if (percent.find()) {
            return Optional.of(new BigDecimal(percent.group("percent")).movePointLeft(2));
        }
        for (Map.Entry<Pattern, BigDecimal> factor : FACTORS.entrySet()) {
            if (factor.getKey().matcher(words).find()) {
                return Optional.ofNullable(factor.getValue());
            }
        }
        return words.toLowerCase(Locale.ROOT).matches("(?s).*\\b(?:third|fifth|tenth|lesser|greater|sum)\\b.*")
                ? Optional.empty()
                : Optional.of(BigDecimal.ONE);
    }

    private static Optional<AllocatedCredit> atRisk(PromisedMeasure measure, BigDecimal part, BigDecimal factor) {
        return measure.wordsAndBeside()
                .flatMap(citation -> AT_RISK.matcher(citation.quote())
                        .results()
                        .map(found -> new AllocatedCredit(
                                part,
                                factor,
                                new BigDecimal(found.group(1) == null ? found.group(2) : found.group(1)),
                                citation)))
                .findFirst();
    }

    /** As a percentage of the fee. */
    TypedValue value() {
        return new TypedValue.Percent(whole().multiply(factor).stripTrailingZeros());
    }

    private BigDecimal whole() {
        return allocation.multiply(atRisk).movePointLeft(2);
    }

    List<Derivation> workings(PromisedMeasure measure) {
        List<Derivation> steps = new ArrayList<>();
        String whole = whole().stripTrailingZeros().toPlainString() + " %";
        steps.add(new Derivation(
                Operation.PERCENT_OF,
                List.of(
                        new Input(
                                "part of " + measure.name(),
                                allocation.toPlainString() + " %",
                                CreditWorkings.citationOf(measure, allocation).orElse(null)),
                        new Input("at risk", atRisk.toPlainString() + " %", stated)),
                whole));
        if (factor.compareTo(BigDecimal.ONE) != 0) {
            steps.add(new Derivation(
                    Operation.PRODUCT,
                    List.of(new Input("its part", whole, null), new Input("of which", factor.toPlainString(), null)),
                    value().display()));
        }
        return steps;
    }
}
