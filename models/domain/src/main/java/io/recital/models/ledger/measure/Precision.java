package io.recital.models.ledger.measure;

import io.recital.models.evidence.Citation;
import io.recital.models.wording.SpelledNumber;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * To how many decimals the contract has a result computed, and what becomes of further ones. Where it does not say, the
 * exact result counts.
 *
 * @param mode {@link RoundingMode#DOWN} cuts off
 * @param stated the words that say so
 */
record Precision(int decimals, RoundingMode mode, Citation stated) {
    private static final Pattern PLACES = Pattern.compile(
            "\\b(?<count>\\d|no|zero|one|two|three|four)\\s*(?:\\(\\d\\)\\s*)?(?:decimal(?:s|\\s+(?:places?|digits?))?|(?:places?|digits?)\\s+(?:of\\s+decimals|after\\s+the\\s+(?:decimal\\s+)?point))\\b");
    private static final Pattern NEAREST = Pattern.compile(
            "\\b(?:nearest|next)\\s+(?:full\\s+|one\\s+|whole\\s+)?(?<place>tenth|hundredth|thousandth|0\\.1|0\\.01|0\\.001)\\b");
    private static final Map<String, Integer> PLACE_OF =
            Map.of("tenth", 1, "0.1", 1, "hundredth", 2, "0.01", 2, "thousandth", 3, "0.001", 3);
    private static final Pattern HOURS_TO = Pattern.compile("\\bhours?\\s+to\\s+(?<count>\\d|one|two|three)\\b");
    private static final Pattern CUT = Pattern.compile(
            "cut\\s+off|truncat|without\\s+rounding|not\\s+rounded|round(?:ed|ing)\\s+down|disregard|dropped");
    private static final Pattern ROUNDED = Pattern.compile("round(?:ed|ing)?(?!\\s+down)");

    /** The rule among the words that a measure rests on; empty when none says it, or it leaves open how. */
    static Optional<Precision> read(List<Citation> words, String unit) {
        for (Citation citation : words) {
            String quote = citation.quote().toLowerCase(Locale.ROOT);
            Matcher nearest = NEAREST.matcher(quote);
            if (nearest.find() && ROUNDED.matcher(quote).find()) {
                return Optional.of(new Precision(
                        PLACE_OF.getOrDefault(nearest.group("place"), 2), RoundingMode.HALF_UP, citation));
            }
            Matcher places = PLACES.matcher(quote);
            if (places.find()) {
                Matcher hours = HOURS_TO.matcher(quote);
                int count =
                        number(unit.startsWith("hour") && hours.find() ? hours.group("count") : places.group("count"));
                Optional<RoundingMode> mode = mode(quote).or(() -> modeBeside(words, citation));
                return mode.map(found -> new Precision(count, found, citation));
            }
        }
        return Optional.empty();
    }

    private static Optional<RoundingMode> modeBeside(List<Citation> words, Citation places) {
        return words.stream()
                .filter(other -> other.document().equals(places.document())
                        && other.path().equals(places.path()))
                .map(other -> mode(other.quote().toLowerCase(Locale.ROOT)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<RoundingMode> mode(String quote) {
        if (CUT.matcher(quote).find()) {
            return Optional.of(RoundingMode.DOWN);
        }
        return ROUNDED.matcher(quote).find() ? Optional.of(RoundingMode.HALF_UP) : Optional.empty();
    }

    private static int number(String word) {
        return word.equals("no") ? 0 : SpelledNumber.parse(word).orElse(2);
    }

    /** The quotient times a scale, to these decimals. */
    BigDecimal quotient(BigDecimal numerator, BigDecimal denominator, BigDecimal scale) {
        return numerator.multiply(scale).divide(denominator, decimals, mode);
    }

    BigDecimal of(BigDecimal value) {
        return value.setScale(decimals, mode);
    }

    /** The quotient times a scale where no rule is stated: exact for all that a target can be compared with. */
    static BigDecimal exactQuotient(BigDecimal numerator, BigDecimal denominator, BigDecimal scale) {
        return numerator.multiply(scale).divide(denominator, MathContext.DECIMAL128);
    }
}
