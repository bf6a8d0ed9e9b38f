package io.recital.models.ledger.invoice;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The normal hours of a day, outside of which another rate applies: {@code outside 7:00 a.m. to 7:00 p.m., Monday through
 * Friday}.
 *
 * @param weekdaysOnly whether hours on a weekend are never normal
 */
record ClockTimes(LocalTime from, LocalTime to, boolean weekdaysOnly) {
    private static final String TIME =
            "(?:\\d{1,2}(?:[:.]\\d{2})?\\s*(?:[ap]\\.?\\s?m\\b\\.?|hours|h\\b|o['’]clock)?|noon|midnight)";
    private static final Pattern NORMAL = Pattern.compile(
            "\\b(?:outside|before\\s+or\\s+after|other\\s+than|not\\s+between)\\s+(?:of\\s+)?(?:the\\s+)?(?:(?:hours|times?|business\\s+hours|normal\\s+hours)\\s*(?:of\\s+|from\\s+|\\()?)?(?:between\\s+|from\\s+)?(?<from>"
                    + TIME + ")\\s*(?:to|until|till|and|through|[–—-])\\s*(?<to>" + TIME + ")",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WEEKDAYS = Pattern.compile(
            "\\bMonday\\s+(?:to|through|until|till|[–—-])\\s*Friday|\\b(?:weekdays|working\\s+days?|business\\s+days?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CLOCK =
            Pattern.compile("(?<hour>\\d{1,2})(?:[:.](?<minute>\\d{2}))?\\s*(?<half>[ap])?", Pattern.CASE_INSENSITIVE);

    ClockTimes {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
    }

    /** Empty where a sentence does not say outside of which hours something applies. */
    static Optional<ClockTimes> of(String sentence) {
        Matcher normal = NORMAL.matcher(sentence);
        if (!normal.find()) {
            return Optional.empty();
        }
        Optional<LocalTime> from = clock(normal.group("from"));
        Optional<LocalTime> to = clock(normal.group("to"));
        boolean weekdays = WEEKDAYS.matcher(sentence).find();
        return from.flatMap(begin -> to.filter(begin::isBefore).map(end -> new ClockTimes(begin, end, weekdays)));
    }

    private static Optional<LocalTime> clock(String words) {
        if (words.toLowerCase(Locale.ROOT).startsWith("noon")) {
            return Optional.of(LocalTime.NOON);
        }
        Matcher clock = CLOCK.matcher(words);
        if (!clock.find()) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(clock.group("hour"));
        int minute = clock.group("minute") == null ? 0 : Integer.parseInt(clock.group("minute"));
        String half = clock.group("half");
        boolean afternoon = half != null && half.equalsIgnoreCase("p");
        int of24 = half == null ? hour : hour % 12 + (afternoon ? 12 : 0);
        return of24 < 24 && minute < 60 ? Optional.of(LocalTime.of(of24, minute)) : Optional.empty();
    }

    /** Whether work from one moment to another of the same day lies wholly within the normal hours. */
    boolean hold(LocalDateTime begin, LocalDateTime end) {
        boolean weekend = begin.getDayOfWeek().getValue() > 5;
        return begin.toLocalDate().equals(end.toLocalDate())
                && !begin.toLocalTime().isBefore(from)
                && !end.toLocalTime().isAfter(to)
                && !(weekdaysOnly && weekend);
    }
}
