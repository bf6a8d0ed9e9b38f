package io.recital.extraction.rules.value;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads numbers spelled in English words, as contracts do beside the figures. */
public final class NumberWords {
    private static final Map<String, Integer> SMALL = small();
    private static final Map<String, Long> SCALES =
            Map.of("thousand", 1_000L, "million", 1_000_000L, "billion", 1_000_000_000L);
    private static final Map<String, BigDecimal> FRACTIONS = Map.of(
            "half", new BigDecimal("0.5"),
            "quarter", new BigDecimal("0.25"),
            "quarters", new BigDecimal("0.25"),
            "tenth", new BigDecimal("0.1"),
            "tenths", new BigDecimal("0.1"),
            "hundredth", new BigDecimal("0.01"),
            "hundredths", new BigDecimal("0.01"));

    private static final String ONE_WORD = "(?:seventeen|seventy|seven|thirteen|thirty|three|fourteen|forty|fourty|four"
            + "|eighteen|eighty|eight|nineteen|ninety|nine|sixteen|sixty|six|fifteen|fifty|five|twelve|twenty|two"
            + "|eleven|ten|one|zero|hundred|thousand|million|billion)";

    /** A regular expression (case-insensitive use) for a number in words. */
    public static final String REGEX =
            "(?<![A-Za-z])" + ONE_WORD + "(?![A-Za-z])(?:(?:\\s*-\\s*|\\s+and\\s+|\\s*,\\s*|\\s+)"
                    + "(?:point\\s+|an?\\s+(?=half))?(?:" + ONE_WORD + "|half)(?![A-Za-z]))*"
                    + "(?:[\\s-]+(?:tenths?|hundredths?|quarters?)(?=\\s+of\\s+(?:one|an?|1)\\b))?"
                    + "(?:(?<=half|tenths?|hundredths?|quarters?)\\s+of\\s+(?:one|an?|1)\\b)?";

    private NumberWords() {}

    private static Map<String, Integer> small() {
        String[] units =
                ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
                                + " sixteen seventeen eighteen nineteen")
                        .split(" ");
        String[] tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
        Map<String, Integer> map = new HashMap<>();
        for (int i = 0; i < units.length; i++) {
            map.put(units[i], i);
        }
        for (int i = 0; i < tens.length; i++) {
            map.put(tens[i], 20 + 10 * i);
        }
        map.put("fourty", 40);
        return Map.copyOf(map);
    }

    /** The number that the words say; empty when they are not one number. */
    public static Optional<BigDecimal> parse(String words) {
        String wording = words.toLowerCase(Locale.ROOT).replaceFirst("\\s+of\\s+(?:one|an?|1)\\s*$", "");
        Sum sum = new Sum();
        for (String token : wording.strip().split("[\\s,-]+")) {
            if (!sum.add(token)) {
                return Optional.empty();
            }
        }
        return sum.seen ? Optional.of(sum.value()) : Optional.empty();
    }

    private static final class Sum {
        private BigDecimal total = BigDecimal.ZERO;
        private BigDecimal current = BigDecimal.ZERO;
        private BigDecimal previous = BigDecimal.ZERO;
        private StringBuilder decimals = new StringBuilder();
        private boolean afterPoint;
        private boolean seen;

        boolean add(String token) {
            if (token.equals("and") || token.isEmpty()) {
                return true;
            }
            if (token.equals("point")) {
                afterPoint = true;
                return seen;
            }
            if (token.equals("a") || token.equals("an")) {
                previous = BigDecimal.ZERO;
                return true;
            }
            boolean known = addNumber(token);
            seen |= known;
            return known;
        }

        private boolean addNumber(String token) {
            Integer small = SMALL.get(token);
            if (small != null && afterPoint) {
                decimals = decimals.append(small);
            } else if (small != null) {
                previous = BigDecimal.valueOf(small);
                current = current.add(previous);
            } else if (token.equals("hundred")) {
                current = atLeastOne(current).multiply(BigDecimal.valueOf(100));
            } else if (SCALES.containsKey(token)) {
                total = total.add(atLeastOne(current).multiply(BigDecimal.valueOf(SCALES.get(token))));
                current = BigDecimal.ZERO;
            } else if (FRACTIONS.containsKey(token)) {
                BigDecimal part = FRACTIONS.get(token);
                current = current.subtract(previous).add(atLeastOne(previous).multiply(part));
            } else {
                return false;
            }
            return true;
        }

        private static BigDecimal atLeastOne(BigDecimal value) {
            return value.signum() == 0 ? BigDecimal.ONE : value;
        }

        BigDecimal value() {
            BigDecimal whole = total.add(current);
            return decimals.isEmpty() ? whole : whole.add(new BigDecimal("0." + decimals));
        }
    }
}
