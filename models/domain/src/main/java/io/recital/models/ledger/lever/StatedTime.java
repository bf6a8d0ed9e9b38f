package io.recital.models.ledger.lever;

import io.recital.models.finding.TimeSpan;
import io.recital.models.wording.SpelledNumber;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The time that a sentence gives for something, in figures or words: {@code within one hundred eighty (180) days}. */
public final class StatedTime {
    private static final String TIME = "(?<count>" + SpelledNumber.REGEX
            + ")[\\s-]+(?<unit>(?:business|working|banking|calendar|clear)[\\s-]+days?|days?|weeks?|months?|years?)\\b";
    private static final Pattern WITHIN = Pattern.compile(
            "\\b(?:within|for|up\\s+to|until|later\\s+than|at\\s+the\\s+latest)\\s+(?:a\\s+(?:period|term)\\s+of\\s+|the\\s+)?"
                    + TIME,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ANY = Pattern.compile("(?<![\\d.,])" + TIME, Pattern.CASE_INSENSITIVE);

    private StatedTime() {}

    /** The first such time. */
    public static Optional<TimeSpan> in(String sentence) {
        return first(WITHIN, sentence);
    }

    /** The first length of time, whatever word stands before it: {@code managing directors, 15 Business Days}. */
    public static Optional<TimeSpan> anyIn(String words) {
        return first(ANY, words);
    }

    private static Optional<TimeSpan> first(Pattern pattern, String sentence) {
        return pattern.matcher(sentence)
                .results()
                .flatMap(found ->
                        SpelledNumber.parse(found.group(1))
                                .map(count -> new TimeSpan(count, unit(found.group(2))))
                                .stream())
                .findFirst();
    }

    static TimeSpan.Unit unit(String word) {
        String unit = word.toLowerCase(Locale.ROOT).replaceFirst("^(?:calendar|clear)[\\s-]+", "");
        if (unit.startsWith("business") || unit.startsWith("working") || unit.startsWith("banking")) {
            return TimeSpan.Unit.BUSINESS_DAYS;
        }
        return switch (unit.charAt(0)) {
            case 'd' -> TimeSpan.Unit.DAYS;
            case 'w' -> TimeSpan.Unit.WEEKS;
            case 'm' -> TimeSpan.Unit.MONTHS;
            default -> TimeSpan.Unit.YEARS;
        };
    }
}
