package io.recital.models.ledger.spend;

import io.recital.models.ledger.lever.LeverTerm;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By how many units a clause charges for what is missing: {@code for each 1,000 pieces}, {@code for every full 100 kg}.
 *
 * @param rounding how the last lot counts where it is not full; {@code UNNECESSARY} where it counts by its part
 */
record Lot(BigDecimal size, RoundingMode rounding) {
    private static final Pattern EACH = Pattern.compile(
            "\\b(?:for|per)\\s+(?:(?:each|every)\\s+)?(?<full>full|complete|whole)?(?<begun>started|commenced|begun)?\\s*(?<size>\\d{1,3}(?:,\\d{3})+|\\d+|thousand|hundred)\\s+(?!(?:per\\s?cent|days?|weeks?|months?|years?)\\b)[\\p{L}³]+(?<part>\\s+or\\s+part)?[^.;]{0,80}?\\b(?:missing|short|lacking|not\\s+(?:taken|ordered|bought|purchased)|shortfall|below|under)",
            Pattern.CASE_INSENSITIVE);

    static Optional<Lot> of(LeverTerm term) {
        return term.findSaid(EACH).map(said -> of(said.matcher()));
    }

    private static Lot of(Matcher said) {
        String size = said.group("size").toLowerCase(java.util.Locale.ROOT);
        BigDecimal number =
                switch (size) {
                    case "thousand" -> new BigDecimal("1000");
                    case "hundred" -> new BigDecimal("100");
                    default -> new BigDecimal(size.replace(",", ""));
                };
        RoundingMode rounding = said.group("full") != null
                ? RoundingMode.FLOOR
                : said.group("begun") != null || said.group("part") != null
                        ? RoundingMode.CEILING
                        : RoundingMode.UNNECESSARY;
        return new Lot(number, rounding);
    }

    /** How many lots a quantity is. */
    BigDecimal count(BigDecimal quantity) {
        return rounding == RoundingMode.UNNECESSARY
                ? quantity.divide(size, 8, RoundingMode.HALF_UP).stripTrailingZeros()
                : quantity.divide(size, 0, rounding);
    }
}
