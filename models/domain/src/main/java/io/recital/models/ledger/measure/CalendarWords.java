package io.recital.models.ledger.measure;

import io.recital.models.fact.Period;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the month or quarter that a text speaks of, and single days, as people write them in subjects and notes. */
public final class CalendarWords {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final String MONTH = "(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:[a-z]*)\\.?";
    private static final Pattern NAMED = Pattern.compile("\\b" + MONTH + "\\s+(?<year>20\\d\\d)\\b");
    private static final Pattern ISO =
            Pattern.compile("(?<!\\d)(?<year>20\\d\\d)[-/.](?<number>0[1-9]|1[0-2])(?!\\d)(?![-/.]\\d)");
    private static final Pattern SLASHED =
            Pattern.compile("(?<!\\d)(?<number>0?[1-9]|1[0-2])[-/](?<year>20\\d\\d)(?!\\d)");
    private static final Pattern QUARTER = Pattern.compile(
            "\\b(?:q(?<number>[1-4])|(?<word>first|second|third|fourth)\\s+quarter)(?:\\s+of)?[\\s/-]*(?<year>20\\d\\d)\\b");
    private static final String TO = "\\s*(?:to|-|–|until|through|bis|and)\\s*";
    private static final Pattern NAMED_RANGE =
            Pattern.compile("\\b" + MONTH.replace("?<month>", "?<first>") + "(?:\\s+(?<firstyear>20\\d\\d))?" + TO
                    + MONTH.replace("?<month>", "?<last>") + "\\s+(?<year>20\\d\\d)\\b");
    private static final Pattern ISO_RANGE =
            Pattern.compile("(?<!\\d)(?<firstyear>20\\d\\d)[-/.](?<first>0[1-9]|1[0-2])" + TO
                    + "(?<year>20\\d\\d)[-/.](?<last>0[1-9]|1[0-2])(?!\\d)(?![-/.]\\d)");
    private static final Pattern DAYS =
            Pattern.compile("(?<days>\\d{1,2}(?:(?:\\s*,\\s*|\\s+(?:and|to|or)\\s+)\\d{1,2})*)\\s+" + MONTH
                    + "\\s+(?<year>20\\d\\d)\\b");
    private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth");

    private CalendarWords() {}

    /** The month, quarter or run of months; empty when the text names none or several. */
    public static Optional<Period> findPeriod(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        Optional<Period> range = range(NAMED_RANGE.matcher(lower)).or(() -> range(ISO_RANGE.matcher(lower)));
        if (range.isPresent()) {
            return range;
        }
        List<Period> found = java.util.stream.Stream.of(
                        NAMED.matcher(lower).results().map(m -> month(m, NAMED, lower)),
                        ISO.matcher(lower).results().map(m -> month(m, ISO, lower)),
                        SLASHED.matcher(lower).results().map(m -> month(m, SLASHED, lower)),
                        QUARTER.matcher(lower).results().map(m -> quarter(m, lower)))
                .flatMap(stream -> stream)
                .distinct()
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** From one month to another, as in {@code November 2025 to January 2026}; the first without a year is of the last's. */
    private static Optional<Period> range(Matcher matcher) {
        if (!matcher.find()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(matcher.group("year"));
        String firstYear = matcher.group("firstyear");
        YearMonth last = YearMonth.of(year, monthOf(matcher.group("last")));
        YearMonth first =
                YearMonth.of(firstYear == null ? year : Integer.parseInt(firstYear), monthOf(matcher.group("first")));
        long months = ChronoUnit.MONTHS.between(first, last) + 1;
        // the times that measures are taken over; two months are as often a sentence about both
        return months == 3 || months == 6 || months == 12
                ? Optional.of(new Period(first.atDay(1), last.atEndOfMonth()))
                : Optional.empty();
    }

    private static int monthOf(String words) {
        return Character.isDigit(words.charAt(0)) ? Integer.parseInt(words) : MONTHS.indexOf(words) + 1;
    }

    private static Period month(MatchResult result, Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text).region(result.start(), text.length());
        matcher.find();
        int month = pattern == NAMED
                ? MONTHS.indexOf(matcher.group("month")) + 1
                : Integer.parseInt(matcher.group("number"));
        return Period.of(YearMonth.of(Integer.parseInt(matcher.group("year")), month));
    }

    private static Period quarter(MatchResult result, String text) {
        Matcher matcher = QUARTER.matcher(text).region(result.start(), text.length());
        matcher.find();
        int number = matcher.group("number") == null
                ? ORDINALS.indexOf(matcher.group("word")) + 1
                : Integer.parseInt(matcher.group("number"));
        YearMonth first = YearMonth.of(Integer.parseInt(matcher.group("year")), 3 * number - 2);
        return new Period(first.atDay(1), first.plusMonths(2).atEndOfMonth());
    }

    /** Single days as in {@code 7 and 8 April 2026}; a range is all its days. */
    static List<LocalDate> listDays(String text) {
        Matcher matcher = DAYS.matcher(text.toLowerCase(Locale.ROOT));
        List<LocalDate> days = new java.util.ArrayList<>();
        while (matcher.find()) {
            YearMonth month =
                    YearMonth.of(Integer.parseInt(matcher.group("year")), MONTHS.indexOf(matcher.group("month")) + 1);
            String words = matcher.group("days");
            List<Integer> numbers = Pattern.compile("\\d+")
                    .matcher(words)
                    .results()
                    .map(number -> Integer.valueOf(number.group()))
                    .filter(number -> number >= 1 && number <= month.lengthOfMonth())
                    .toList();
            if (words.contains(" to ") && numbers.size() == 2 && numbers.get(0) <= numbers.get(1)) {
                for (int day = numbers.get(0); day <= numbers.get(1); day++) {
                    days.add(month.atDay(day));
                }
            } else {
                numbers.forEach(day -> days.add(month.atDay(day)));
            }
        }
        return days;
    }
}
