package io.recital.retrieval.plan;

import io.recital.models.wording.SpelledNumber;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads days, months and small numbers as questions write them. */
final class CalendarWords {
    private static final String MONTHS = Arrays.stream(Month.values())
            .map(month -> month.name().substring(0, 3) + "(?:" + month.name().substring(3) + ")?")
            .collect(Collectors.joining("|"));
    private static final List<String> NUMBERS =
            List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    /** A day, a month or a year, as a part of a larger pattern. */
    static final String DATE =
            "(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:" + MONTHS + ")\\.?,? \\d{4}" + "|(?:" + MONTHS
                    + ")\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|(?:" + MONTHS + ")\\.? \\d{4}|\\d{4})";

    static final String NUMBER = "(?:\\d{1,4}|" + String.join("|", NUMBERS) + ")";

    private static final Pattern DAY_FIRST =
            Pattern.compile("(?i)(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(" + MONTHS + ")\\.?,? (\\d{4})");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(?i)(" + MONTHS + ")\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})");
    private static final Pattern MONTH = Pattern.compile("(?i)(" + MONTHS + ")\\.? (\\d{4})");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");

    private CalendarWords() {}

    /** The first and the last day of what is written, such as all of a month; empty for a day that does not exist. */
    static Optional<DateWindow> read(String written) {
        try {
            return Optional.of(window(written.strip()));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static DateWindow window(String written) {
        Matcher iso = ISO.matcher(written);
        if (iso.matches()) {
            return DateWindow.on(LocalDate.parse(written));
        }
        Matcher dayFirst = DAY_FIRST.matcher(written);
        if (dayFirst.matches()) {
            return DateWindow.on(LocalDate.of(
                    Integer.parseInt(dayFirst.group(3)),
                    month(dayFirst.group(2)),
                    Integer.parseInt(dayFirst.group(1))));
        }
        Matcher monthFirst = MONTH_FIRST.matcher(written);
        if (monthFirst.matches()) {
            return DateWindow.on(LocalDate.of(
                    Integer.parseInt(monthFirst.group(3)),
                    month(monthFirst.group(1)),
                    Integer.parseInt(monthFirst.group(2))));
        }
        Matcher month = MONTH.matcher(written);
        if (month.matches()) {
            YearMonth all = YearMonth.of(Integer.parseInt(month.group(2)), month(month.group(1)));
            return new DateWindow(all.atDay(1), all.atEndOfMonth());
        }
        int year = Integer.parseInt(written);
        return new DateWindow(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    private static Month month(String name) {
        String start = name.substring(0, 3).toUpperCase(Locale.ROOT);
        return Arrays.stream(Month.values())
                .filter(month -> month.name().startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    /** A number in figures or in words up to twelve. */
    static int number(String written) {
        return SpelledNumber.parse(written).orElseThrow();
    }
}
