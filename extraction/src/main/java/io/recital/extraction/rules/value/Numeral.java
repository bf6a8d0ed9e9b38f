package io.recital.extraction.rules.value;

import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * A number as contracts write it: in words, in figures, or in both, which must then agree.
 *
 * @param words null when stated in figures only
 * @param figures null when stated in words only
 * @param redaction the marker that stands in its place, null when stated
 */
record Numeral(
        @Nullable String words,
        @Nullable String figures,
        @Nullable String redaction) {
    /** Figures in the English style. */
    static final String FIGURES =
            "(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?(?![\\d])|\\d+\\s+[1-9]/[2-9](?!\\d)|\\d+[½¼¾]|\\d+(?:\\.\\d+)?|\\.\\d+|[½¼¾])";

    /** A place where figures may begin: not inside a word, a number, an amount of money or a fraction. */
    static final String START = "(?<![\\w.,/$£€-])";

    /** A regular expression with named groups for a number followed by what {@code tail} demands. */
    static String regex() {
        return "(?:(?<words>" + NumberWords.REGEX + ")(?:\\s*+-?+\\s*+[(\\[]\\s*(?<pair>" + FIGURES + ")\\s*[)\\]])?|"
                + START
                + "(?<figures>" + FIGURES + ")(?:\\s*[(\\[]\\s*(?<pairwords>" + NumberWords.REGEX + ")\\s*[)\\]])?"
                + "|(?<redaction>" + Redaction.REGEX + "))";
    }

    static Numeral of(Matcher matcher) {
        String words = matcher.group("words");
        String figures = matcher.group("figures");
        return new Numeral(
                words == null ? matcher.group("pairwords") : words,
                figures == null ? matcher.group("pair") : figures,
                matcher.group("redaction"));
    }

    /** The value made from the number; redacted or inconsistent where it is; empty when it is no number. */
    Optional<TypedValue> as(Function<BigDecimal, Optional<TypedValue>> make) {
        if (redaction != null) {
            return Optional.of(new TypedValue.Redacted(redaction));
        }
        Optional<BigDecimal> spelled = words == null ? Optional.empty() : NumberWords.parse(words);
        Optional<BigDecimal> figured = figures == null ? Optional.empty() : Optional.of(parseFigures(figures));
        if (words != null && figures != null && spelled.isPresent() && figured.isPresent()) {
            if (spelled.get().compareTo(figured.get()) != 0) {
                return Optional.of(new TypedValue.Inconsistent(words, figures));
            }
        }
        return figured.or(() -> spelled).flatMap(make);
    }

    /** Reads figures in the English style, mixed fractions included. */
    static BigDecimal parseFigures(String figures) {
        String plain = figures.replace(",", "")
                .replace("½", " 1/2")
                .replace("¼", " 1/4")
                .replace("¾", " 3/4")
                .strip();
        int slash = plain.indexOf('/');
        if (slash < 0) {
            return new BigDecimal(plain.startsWith(".") ? "0" + plain : plain);
        }
        BigDecimal fraction = new BigDecimal(plain.substring(slash - 1, slash))
                .divide(new BigDecimal(plain.substring(slash + 1)), 4, java.math.RoundingMode.HALF_UP)
                .stripTrailingZeros();
        String whole = plain.substring(0, slash - 1).strip();
        return whole.isEmpty() ? fraction : new BigDecimal(whole).add(fraction);
    }
}
