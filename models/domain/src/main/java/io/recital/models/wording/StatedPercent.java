package io.recital.models.wording;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A percentage as a contract writes it: {@code 5%}, {@code 2.5 per cent}, {@code five percent (5%)}, {@code five percent}. */
public final class StatedPercent {
    private static final String SIGN = "\\s*(?:%|per\\s?cent\\b|percent\\b)";

    /** For use within a larger expression, case-insensitive; it has no groups. */
    public static final String REGEX = "(?:(?:" + SpelledNumber.REGEX + "(?:\\.\\d+)?" + SIGN
            + "\\s*\\(\\s*)?\\d+(?:\\.\\d+)?" + SIGN + "\\s*\\)?|" + SpelledNumber.REGEX + SIGN + ")";

    private static final Pattern FIGURES =
            Pattern.compile("(?<number>\\d+(?:\\.\\d+)?)" + SIGN, Pattern.CASE_INSENSITIVE);
    private static final Pattern WORDS =
            Pattern.compile("(?<number>" + SpelledNumber.REGEX + ")" + SIGN, Pattern.CASE_INSENSITIVE);

    private StatedPercent() {}

    /** The first percentage of some words. */
    public static Optional<BigDecimal> in(String words) {
        Matcher figures = FIGURES.matcher(words);
        if (figures.find()) {
            return Optional.of(new BigDecimal(figures.group("number")));
        }
        Matcher spelled = WORDS.matcher(words);
        return spelled.find()
                ? SpelledNumber.parse(spelled.group("number")).map(BigDecimal::valueOf)
                : Optional.empty();
    }
}
