package io.recital.ingestion.family;

import io.recital.models.wording.SpelledNumber;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which change of a contract a document is, such as the second amendment, however the number is written. */
final class ChangeNumber {
    private static final String KIND =
            "(?:amendment|addendum|variation|supplement(?:al|ary)?\\s+(?:agreement|deed)|change\\s+(?:note|order|request|notice)|modification|side\\s+letter|nachtrag)(?:s|\\s+agreements?)?";
    private static final String JOIN = "(?:\\s*,\\s*(?:and\\s+)?|\\s+(?:and|or|&)\\s+)";
    private static final String FIGURE =
            "(?:\\d{1,2}(?![\\d/]|\\.\\d)|[A-H](?![\\p{L}\\p{N}])|(?:one|two|three|four|five|six|seven|eight|nine|ten)\\b)";
    private static final String PLACES =
            "(?<places>" + SpelledNumber.ORDINAL + "(?:" + JOIN + "(?:the\\s+)?" + SpelledNumber.ORDINAL + ")*)";
    private static final String FIGURES = "(?<figures>" + FIGURE + "(?:" + JOIN + FIGURE + ")*)";
    private static final Pattern CHANGE = Pattern.compile(
            "\\b" + PLACES + "\\s+(?:\\p{L}+\\s+)?" + KIND + "\\b|\\b" + KIND
                    + "\\s+(?:(?:nos?|nrs?)\\b\\.?\\s*|numbers?\\s+|#\\s*)?" + FIGURES,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PLACE = Pattern.compile(SpelledNumber.ORDINAL, Pattern.CASE_INSENSITIVE);
    private static final Pattern ONE = Pattern.compile(FIGURE, Pattern.CASE_INSENSITIVE);

    private ChangeNumber() {}

    /** The number in a title; empty where it bears none. */
    static Optional<String> of(String title) {
        return in(title).stream().findFirst();
    }

    /** All changes that words name by their numbers. */
    static Set<String> in(String words) {
        Set<String> numbers = new LinkedHashSet<>();
        for (Matcher change = CHANGE.matcher(words); change.find(); ) {
            each(PLACE, change.group("places"))
                    .forEach(place -> SpelledNumber.parseOrdinal(place).ifPresent(number -> numbers.add("" + number)));
            each(ONE, change.group("figures")).forEach(figure -> numbers.add(plain(figure)));
        }
        return numbers;
    }

    private static List<String> each(Pattern pattern, @Nullable String words) {
        List<String> found = new ArrayList<>();
        if (words != null) {
            pattern.matcher(words).results().forEach(one -> found.add(one.group()));
        }
        return found;
    }

    private static String plain(String figure) {
        return figure.length() == 1 && Character.isLetter(figure.charAt(0))
                ? figure.toLowerCase(Locale.ROOT)
                : SpelledNumber.parse(figure).map(Object::toString).orElse(figure);
    }
}
