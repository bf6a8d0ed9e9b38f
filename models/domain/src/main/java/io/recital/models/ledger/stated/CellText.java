package io.recital.models.ledger.stated;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds a figure in words: {@code #} stands where it is written, {@code *} for any other words. */
final class CellText {
    private static final String FIGURE =
            "(\\d{4}-\\d{2}-\\d{2}|\\d{1,2} \\p{L}+ \\d{4}|\\p{L}+ \\d{1,2}, \\d{4}|\\d(?:[\\d.,]*\\d)?)";

    private CellText() {}

    static void refuseWithoutFigure(@Nullable String pattern) {
        if (pattern != null && pattern.chars().filter(letter -> letter == '#').count() != 1) {
            throw new IllegalArgumentException(
                    "The pattern “" + pattern + "” marks no figure: write # once where it stands, such as # hours");
        }
    }

    /** The figure that stands there, anywhere in the text; empty where the text reads otherwise. */
    static Optional<WrittenFigure> find(String text, String pattern) {
        String form = Arrays.stream(pattern.strip().split("#", -1))
                .map(CellText::words)
                .collect(Collectors.joining(FIGURE));
        Matcher matcher = Pattern.compile(
                        "(?<![\\p{L}\\d.,])" + form + "(?![\\p{L}\\d])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text);
        return matcher.find() ? WrittenFigure.read(matcher.group(1)) : Optional.empty();
    }

    private static String words(String part) {
        return Arrays.stream(part.split("\\*", -1)).map(CellText::literal).collect(Collectors.joining(".*?"));
    }

    private static String literal(String words) {
        return words.isEmpty() ? "" : Pattern.quote(words);
    }
}
