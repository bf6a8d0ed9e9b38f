package io.recital.models.ledger.lever;

import io.recital.models.finding.TimeSpan;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The time that a sentence gives for something, in figures or words: {@code within one hundred eighty (180) days}. */
public final class StatedTime {
    private static final Pattern WITHIN = Pattern.compile(
            "\\b(?:within|for|up\\s+to|until)\\s+(?:[\\p{L} -]{3,40}\\()?(?<count>\\d{1,4})\\)?\\s+(?<unit>business\\s+days?|working\\s+days?|days?|weeks?|months?|years?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_WORDS = Pattern.compile(
            "\\b(?:within|for)\\s+(?<count>one|two|three|four|five|six|nine|ten|twelve|eighteen|twenty-four)\\s+(?<unit>days?|weeks?|months?|years?)\\b",
            Pattern.CASE_INSENSITIVE);

    private StatedTime() {}

    /** The first such time. */
    public static Optional<TimeSpan> in(String sentence) {
        Matcher figures = WITHIN.matcher(sentence);
        if (figures.find()) {
            return Optional.of(new TimeSpan(Integer.parseInt(figures.group("count")), unit(figures.group("unit"))));
        }
        Matcher words = IN_WORDS.matcher(sentence);
        return words.find()
                ? Optional.of(new TimeSpan(count(words.group("count")), unit(words.group("unit"))))
                : Optional.empty();
    }

    private static int count(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "one" -> 1;
            case "two" -> 2;
            case "three" -> 3;
            case "four" -> 4;
            case "five" -> 5;
            case "six" -> 6;
            case "nine" -> 9;
            case "ten" -> 10;
            case "twelve" -> 12;
            case "eighteen" -> 18;
            default -> 24;
        };
    }

    private static TimeSpan.Unit unit(String word) {
        String unit = word.toLowerCase(Locale.ROOT);
        if (unit.startsWith("business") || unit.startsWith("working")) {
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
