package io.recital.models.ledger.invoice;

import io.recital.models.ledger.invoice.PriceFormula.Factor;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a clause makes of the factor of a price formula: how it is rounded, within which band the base price stays, and by
 * how much the base price changes at most.
 *
 * @param decimals to which it is rounded; null where the clause does not say so
 * @param low and {@code high}: from and to which factor, both included, the base price stays; null where there is no band
 * @param ofTheIndex whether they are bounds of what the index is to its first value, and not of the factor
 * @param most by how many percent the base price changes at most; null where there is no limit
 */
record FactorBounds(
        @Nullable Integer decimals,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        boolean ofTheIndex,
        @Nullable BigDecimal most) {
    private static final String PERCENT = "(?<percent>\\d+(?:\\.\\d+)?)\\s*(?:%|per\\s?cent|percent)";
    private static final Pattern DECIMALS = Pattern.compile(
            "(?i)\\bround(?:ed|ing)?\\b[^.;]{0,40}?\\b(?<count>two|three|four|five|[2-5])\\s+(?:decimal|places|digits)");
    private static final Pattern OF_THE_PRICE =
            Pattern.compile("(?i)\\b(?:price|charge|amount|fee)s?\\b[^.;]{0,40}\\bround(?:ed|ing)?\\b");
    private static final Pattern BAND = Pattern.compile(
            "(?i)\\b(?:between|from)\\s+(?<low>[01][.,]\\d+)\\s+(?:and|to)\\s+(?<high>[01][.,]\\d+)\\b");
    private static final Pattern THRESHOLD = Pattern.compile(
            "(?i)(?<of>\\b(?:index|indices|quotation|reference\\s+(?:value|price))\\b[^.;]{0,30}?)?\\b(?:depart(?:s|ed|ure)?|deviat\\w+|differ(?:s|ed)?|mov(?:es?|ed|ements?)|variation|var(?:y|ies|ied)|chang(?:es?|ed)|(?:risen|fallen|rises?|falls?)(?:\\s+or\\s+(?:fallen|risen|falls?|rises?))?)\\b[^.;]{0,60}?\\b(?:no\\s+more\\s+than|not\\s+more\\s+than|less\\s+than|does\\s+not\\s+exceed|by\\s+more\\s+than|exceeds?)\\s+"
                    + PERCENT);
    private static final Pattern NO_CHANGE = Pattern.compile(
            "(?i)\\bbase\\s+prices?\\s+(?:appl|stay|remain)|\\bunchanged\\b|\\bno\\s+(?:change|adjustment)|disregarded|not\\s+(?:adjusted|changed|recalculated)|\\bonly\\s+(?:if|where|when)\\b|without\\s+effect");
    private static final Pattern MOST =
            Pattern.compile("(?i)\\b(?:never|not|no\\s+more|at\\s+most|limited|maximum)\\b[^.;]{0,60}?" + PERCENT);
    private static final Pattern OF_THE_BASE = Pattern.compile(
            "(?i)\\b(?:against|compared\\s+(?:with|to)|relative\\s+to|from|of|above\\s+or\\s+below|below\\s+or\\s+above)\\s+(?:the\\s+)?(?:base|initial|original|starting|agreed|[€£$]|EUR|GBP|USD|CHF|P_?0)");
    private static final Pattern EXCESS_ONLY =
            Pattern.compile("(?i)\\b(?:only|just)\\s+the\\s+(?:excess|part|portion)\\b");

    /** Those of a clause; empty where it states some that are not understood. */
    static Optional<FactorBounds> of(String words) {
        if (EXCESS_ONLY.matcher(words).find()) {
            return Optional.empty();
        }
        Matcher band = BAND.matcher(words);
        Matcher threshold = THRESHOLD.matcher(words);
        BigDecimal low = null;
        BigDecimal high = null;
        String rest = words;
        boolean ofTheIndex = false;
        if (NO_CHANGE.matcher(words).find() && band.find()) {
            low = number(band.group("low"));
            high = number(band.group("high"));
        } else if (NO_CHANGE.matcher(words).find() && threshold.find()) {
            BigDecimal share = new BigDecimal(threshold.group("percent")).movePointLeft(2);
            low = BigDecimal.ONE.subtract(share);
            high = BigDecimal.ONE.add(share);
            ofTheIndex = threshold.group("of") != null;
            rest = words.substring(0, threshold.start()) + words.substring(threshold.end());
        }
        Matcher most = MOST.matcher(rest);
        boolean limited = most.find();
        if (limited && !OF_THE_BASE.matcher(rest.substring(most.start())).find()) {
            return Optional.empty();
        }
        return Optional.of(new FactorBounds(
                decimals(words).orElse(null),
                low,
                high,
                ofTheIndex,
                limited ? new BigDecimal(most.group("percent")) : null));
    }

    private static BigDecimal number(String written) {
        return new BigDecimal(written.replace(',', '.'));
    }

    private static Optional<Integer> decimals(String words) {
        Matcher found = DECIMALS.matcher(words);
        if (!found.find()) {
            return Optional.empty();
        }
        int count =
                switch (found.group("count").toLowerCase(Locale.ROOT)) {
                    case "two", "2" -> 2;
                    case "three", "3" -> 3;
                    case "four", "4" -> 4;
                    default -> 5;
                };
        boolean ofThePrice = count == 2 && OF_THE_PRICE.matcher(words).find();
        return ofThePrice ? Optional.empty() : Optional.of(count);
    }

    /** The factor as the clause lets it count. */
    Factor within(Factor factor) {
        BigDecimal value = factor.value();
        BigDecimal moved = ofTheIndex ? factor.ratio() : value;
        if (low != null && high != null && moved.compareTo(low) >= 0 && moved.compareTo(high) <= 0) {
            return new Factor(BigDecimal.ONE, List.of());
        }
        if (most != null) {
            BigDecimal share = most.movePointLeft(2);
            BigDecimal bound = value.signum() > 0 && value.compareTo(BigDecimal.ONE) < 0
                    ? BigDecimal.ONE.subtract(share)
                    : BigDecimal.ONE.add(share);
            boolean beyond = value.subtract(BigDecimal.ONE).abs().compareTo(share) > 0;
            return beyond ? new Factor(bound, List.of()) : factor;
        }
        return factor;
    }
}
