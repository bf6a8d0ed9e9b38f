package io.recital.retrieval.statement;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * For how many of something a row of a price table holds, as its cells word it: “first 180 pallets”, “hours above 250”.
 *
 * @param above the number behind which it begins; 0 for the first band
 * @param most the last number that lies in it; null for none
 * @param marginal whether its words say that the price is for those within it only: “each pallet above 180”
 * @param rest the cell's words without it
 */
public record QuantityBand(BigDecimal above, @Nullable BigDecimal most, boolean marginal, String rest) {
    private static final String N = "(\\d[\\d,]*(?:\\.\\d+)?)";
    private static final Pattern FIRST = Pattern.compile("(?i)\\b(?:the )?first " + N + "\\b");
    private static final Pattern EACH_ABOVE = Pattern.compile(
            "(?i)\\b(?:each|every|any|all)(?: \\p{L}+){0,3} (?:above|over|beyond|exceeding|in excess of) " + N + "\\b");
    private static final Pattern EACH_FROM_TO =
            Pattern.compile("(?i)\\b(?:each|every|the next)(?: \\p{L}+){0,3} (?:from|between|above|over) " + N
                    + " (?:to|and|up to|and up to|but not above) " + N + "\\b");
    private static final Pattern OTHER_WORDS = Pattern.compile(
            "(?i)\\b(?!(?:from|to|until|below|under|less|fewer|than|up|and|including|at|most|least|not|more|exceeding|above|over|in|excess|of|or)\\b)\\p{L}[\\p{L}-]*\\b");
    private static final Pattern EDGES = Pattern.compile("^\\W+|[\\s,;:(–-]+$");

    /** The band that a cell words; empty where it words none. */
    public static Optional<QuantityBand> of(String cell) {
        String plain = cell.replaceAll("\\s+", " ").strip();
        Matcher between = EACH_FROM_TO.matcher(plain);
        if (between.find()) {
            return Optional.of(band(number(between.group(1)), number(between.group(2)), true, between, plain));
        }
        Matcher above = EACH_ABOVE.matcher(plain);
        if (above.find()) {
            return Optional.of(band(number(above.group(1)), null, true, above, plain));
        }
        Matcher first = FIRST.matcher(plain);
        if (first.find()) {
            return Optional.of(band(BigDecimal.ZERO, number(first.group(1)), true, first, plain));
        }
        String bare = OTHER_WORDS
                .matcher(plain.replaceAll("(?i)\\bbetween " + N + " and ", "$1 to "))
                .replaceAll(" ")
                .replaceAll("\\s+", " ")
                .strip();
        return Band.of(bare).filter(band -> !band.percent()).map(QuantityBand::whole);
    }

    private static QuantityBand whole(Band band) {
        BigDecimal least = band.least();
        BigDecimal above = least == null ? BigDecimal.ZERO : band.withLeast() ? least.subtract(BigDecimal.ONE) : least;
        BigDecimal most = band.most();
        return new QuantityBand(
                above, most == null || band.withMost() ? most : most.subtract(BigDecimal.ONE), false, "");
    }

    private static QuantityBand band(
            BigDecimal above, @Nullable BigDecimal most, boolean marginal, Matcher words, String cell) {
        return new QuantityBand(
                above,
                most,
                marginal,
                EDGES.matcher(cell.substring(0, words.start())).replaceAll(""));
    }

    private static BigDecimal number(String written) {
        return new BigDecimal(written.replace(",", ""));
    }

    /** Whether a number lies in it. */
    public boolean holds(BigDecimal number) {
        return number.compareTo(above) > 0 && (most == null || number.compareTo(most) <= 0);
    }

    /** How many of a number lie in it. */
    public BigDecimal partOf(BigDecimal number) {
        BigDecimal end = most == null ? number : number.min(most);
        return end.subtract(above).max(BigDecimal.ZERO);
    }
}
