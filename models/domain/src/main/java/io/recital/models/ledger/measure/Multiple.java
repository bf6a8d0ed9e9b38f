package io.recital.models.ledger.measure;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** By how much words multiply a credit: twice, one and a half times, increased by 50 %. */
final class Multiple {
    private static final Pattern TIMES = Pattern.compile(
            "\\b(?:multiplied\\s+by|times|factor\\s+of|multiplier\\s+of)\\s+(?:a\\s+factor\\s+of\\s+)?(?<by>\\d+(?:\\.\\d+)?)\\b|(?<![\\d.,])(?<fold>\\d+(?:\\.\\d+)?)\\s+times\\b|\\bincreased?s?\\s+by\\s+(?<percent>\\d+(?:\\.\\d+)?)\\s*(?:%|per\\s?cent)(?!\\s*(?:points?|of))|\\b(?<half>one\\s+and\\s+a\\s+half\\s+times|by\\s+(?:one[\\s-]|a\\s+)?half)\\b|\\b(?<twice>twice|doubles?|doubled|doubling)\\b|\\b(?<triple>triples?|tripled|trebled?|three\\s+times)\\b",
            Pattern.CASE_INSENSITIVE);

    private Multiple() {}

    /** The one multiple that is said; empty where none or several are. */
    static Optional<BigDecimal> in(String words) {
        Matcher times = TIMES.matcher(words);
        if (!times.find()) {
            return Optional.empty();
        }
        BigDecimal factor = factor(times);
        return times.find() ? Optional.empty() : Optional.of(factor);
    }

    private static BigDecimal factor(Matcher times) {
        if (times.group("by") != null) {
            return new BigDecimal(times.group("by"));
        }
        if (times.group("fold") != null) {
            return new BigDecimal(times.group("fold"));
        }
        if (times.group("percent") != null) {
            return BigDecimal.ONE.add(new BigDecimal(times.group("percent")).movePointLeft(2));
        }
        if (times.group("half") != null) {
            return new BigDecimal("1.5");
        }
        return BigDecimal.valueOf(times.group("twice") == null ? 3 : 2);
    }
}
