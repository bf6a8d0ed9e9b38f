package io.recital.retrieval.plan;

import static java.util.Objects.requireNonNull;

import io.recital.models.finding.TimeSpan;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days from one to another, both included, as a question asks for them: "in the next 90 days", "before March 2027". */
public record DateWindow(LocalDate from, LocalDate to) {
    private static final String D = CalendarWords.DATE;
    private static final Pattern AHEAD =
            Pattern.compile("(?i)\\b(?:next|coming|following|within|in) (?:the )?(?:next |coming )?("
                    + CalendarWords.NUMBER + ") (day|week|month|quarter|year)s?\\b");
    private static final Pattern NEXT_ONE =
            Pattern.compile("(?i)\\b(this|next|current|coming) (week|month|quarter|year)\\b");
    private static final Pattern BETWEEN =
            Pattern.compile("(?i)\\b(?:between|from) (" + D + ") (?:and|to|until|through) (" + D + ")");
    private static final Pattern BEFORE = Pattern.compile(
            "(?i)\\b(before|by|until|up to|no later than|earlier than) (?:the )?(?:end of )?(" + D + ")");
    private static final Pattern AFTER =
            Pattern.compile("(?i)\\b(after|since|from|later than|beyond|past) (?:the )?(?:end of )?(" + D + ")");
    private static final Pattern QUARTER =
            Pattern.compile("(?i)\\b(?:Q([1-4])|(first|second|third|fourth|last) quarter)(?: of)? (\\d{4})");
    private static final Pattern HALF = Pattern.compile("(?i)\\b(?:H([12])|(first|second) half)(?: of)? (\\d{4})");
    private static final Pattern IN = Pattern.compile("(?i)\\b(?:in|during|on|of|for) (?:the year )?(" + D + ")");
    private static final LocalDate EVER_BEFORE = LocalDate.of(1000, 1, 1);
    private static final LocalDate EVER_AFTER = LocalDate.of(9999, 12, 31);

    public DateWindow {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A window ends after it begins");
        }
    }

    static DateWindow on(LocalDate day) {
        return new DateWindow(day, day);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** The window that a question asks for; empty when it asks for none. */
    public static Optional<DateWindow> in(String question, LocalDate today) {
        return ahead(question, today)
                .or(() -> nextOne(question, today))
                .or(() -> between(question))
                .or(() -> part(question))
                .or(() -> open(question))
                .or(() -> find(IN, question, 1).flatMap(CalendarWords::read));
    }

    private static Optional<DateWindow> ahead(String question, LocalDate today) {
        Matcher matcher = AHEAD.matcher(question);
        if (!matcher.find()) {
            return Optional.empty();
        }
        TimeSpan.Unit unit = TimeSpan.Unit.valueOf(matcher.group(2).toUpperCase(Locale.ROOT) + "S");
        TimeSpan span = new TimeSpan(CalendarWords.number(matcher.group(1)), unit);
        return Optional.of(new DateWindow(today, span.after(today)));
    }

    private static Optional<DateWindow> nextOne(String question, LocalDate today) {
        Matcher matcher = NEXT_ONE.matcher(question);
        if (!matcher.find()) {
            return Optional.empty();
        }
        int later = matcher.group(1).matches("(?i)next|coming") ? 1 : 0;
        LocalDate month = today.withDayOfMonth(1);
        return Optional.of(
                switch (matcher.group(2).toLowerCase(Locale.ROOT)) {
                    case "week" -> {
                        LocalDate monday =
                                today.with(java.time.DayOfWeek.MONDAY).plusWeeks(later);
                        yield new DateWindow(monday, monday.plusDays(6));
                    }
                    case "month" -> months(month.plusMonths(later), 1);
                    case "quarter" ->
                        months(
                                month.minusMonths((month.getMonthValue() - 1) % 3)
                                        .plusMonths(3L * later),
                                3);
                    default -> months(LocalDate.of(today.getYear() + later, 1, 1), 12);
                });
    }

    private static DateWindow months(LocalDate first, int count) {
        return new DateWindow(first, first.plusMonths(count).minusDays(1));
    }

    private static Optional<DateWindow> between(String question) {
        Matcher matcher = BETWEEN.matcher(question);
        if (!matcher.find()) {
            return Optional.empty();
        }
        Optional<DateWindow> first = CalendarWords.read(matcher.group(1));
        Optional<DateWindow> last = CalendarWords.read(matcher.group(2));
        return first.isPresent()
                        && last.isPresent()
                        && !last.get().to().isBefore(first.get().from())
                ? Optional.of(new DateWindow(first.get().from(), last.get().to()))
                : Optional.empty();
    }

    /** A quarter or a half of a year. */
    private static Optional<DateWindow> part(String question) {
        Matcher quarter = QUARTER.matcher(question);
        if (quarter.find()) {
            int which = quarter.group(1) == null ? ordinal(quarter.group(2)) : Integer.parseInt(quarter.group(1));
            return Optional.of(months(LocalDate.of(Integer.parseInt(quarter.group(3)), 3 * which - 2, 1), 3));
        }
        Matcher half = HALF.matcher(question);
        if (half.find()) {
            int which = half.group(1) == null ? ordinal(half.group(2)) : Integer.parseInt(half.group(1));
            return Optional.of(months(LocalDate.of(Integer.parseInt(half.group(3)), 6 * which - 5, 1), 6));
        }
        return Optional.empty();
    }

    private static int ordinal(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "first" -> 1;
            case "second" -> 2;
            case "third" -> 3;
            default -> 4;
        };
    }

    private static Optional<DateWindow> open(String question) {
        Matcher before = BEFORE.matcher(question);
        if (before.find()) {
            boolean included = before.group(1).matches("(?i)by|until|up to|no later than")
                    || before.group().toLowerCase(Locale.ROOT).contains("end of");
            return CalendarWords.read(before.group(2))
                    .map(end -> new DateWindow(
                            EVER_BEFORE, included ? end.to() : end.from().minusDays(1)));
        }
        Matcher after = AFTER.matcher(question);
        if (after.find()) {
            boolean included = after.group(1).matches("(?i)since|from");
            return CalendarWords.read(after.group(2))
                    .map(start ->
                            new DateWindow(included ? start.from() : start.to().plusDays(1), EVER_AFTER));
        }
        return Optional.empty();
    }

    private static Optional<String> find(Pattern pattern, String text, int group) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(group)) : Optional.empty();
    }
}
