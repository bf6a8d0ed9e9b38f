package io.recital.ingestion.facts;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a date or a month as people and systems write them, in English or German. */
final class DateText {
    private static final String TIME =
            "(?:[T ]\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?(?: ?[AaPp][Mm])?(?:Z|[+-]\\d{2}:?\\d{2})?)?";
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})" + TIME);
    private static final Pattern COMPACT = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})");
    private static final Pattern NUMERIC = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})" + TIME);
    private static final Pattern DAY_AND_WORD =
            Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?[-. ]+(\\p{L}{3,9})[-., ]+(\\d{4}|\\d{2})");
    private static final Pattern WORD_AND_DAY =
            Pattern.compile("(\\p{L}{3,9})[. ]+(\\d{1,2})(?:st|nd|rd|th)?,? +(\\d{4})");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})[-/.]?(\\d{2})|(\\d{1,2})[-/.](\\d{4})");
    private static final Pattern MONTH_IN_WORDS = Pattern.compile("(\\p{L}{3,9})[-. ]+(\\d{4}|\\d{2})");
    private static final List<List<String>> MONTHS = List.of(
            List.of("jan"),
            List.of("feb"),
            List.of("mar", "mär", "mrz"),
            List.of("apr"),
            List.of("may", "mai"),
            List.of("jun"),
            List.of("jul"),
            List.of("aug"),
            List.of("sep"),
            List.of("oct", "okt"),
            List.of("nov"),
            List.of("dec", "dez"));

    private DateText() {}

    /** A date with its day first, or with its month first; dots stand after a day only. */
    static Readings<LocalDate> date(String text) {
        Matcher matcher = YEAR_FIRST.matcher(text);
        if (matcher.matches()) {
            return Readings.certain(day(matcher.group(1), matcher.group(3), matcher.group(4)));
        }
        matcher = COMPACT.matcher(text);
        if (matcher.matches()) {
            return Readings.certain(day(matcher.group(1), matcher.group(2), matcher.group(3)));
        }
        matcher = NUMERIC.matcher(text);
        if (matcher.matches()) {
            LocalDate dayFirst = day(matcher.group(4), matcher.group(3), matcher.group(1));
            return matcher.group(2).equals(".")
                    ? Readings.certain(dayFirst)
                    : new Readings<>(dayFirst, day(matcher.group(4), matcher.group(1), matcher.group(3)));
        }
        return Readings.certain(inWords(text));
    }

    private static @Nullable LocalDate inWords(String text) {
        Matcher matcher = DAY_AND_WORD.matcher(text);
        if (matcher.matches()) {
            return day(matcher.group(3), month(matcher.group(2)), matcher.group(1));
        }
        matcher = WORD_AND_DAY.matcher(text);
        return matcher.matches() ? day(matcher.group(3), month(matcher.group(1)), matcher.group(2)) : null;
    }

    /** A month; null when it is none. */
    static @Nullable YearMonth month(Cell cell) {
        Matcher matcher = MONTH.matcher(cell.text());
        LocalDate first = null;
        if (cell.date() != null) {
            first = cell.date();
        } else if (matcher.matches()) {
            boolean yearFirst = matcher.group(1) != null;
            first = day(matcher.group(yearFirst ? 1 : 4), matcher.group(yearFirst ? 2 : 3), "1");
        } else {
            matcher = MONTH_IN_WORDS.matcher(cell.text());
            if (matcher.matches()) {
                first = day(matcher.group(2), month(matcher.group(1)), "1");
            } else {
                Readings<LocalDate> readings = date(cell.text());
                first = readings.isOpen() ? null : readings.in(Way.UNDECIDED);
            }
        }
        return first == null ? null : YearMonth.from(first);
    }

    private static String month(String word) {
        String start = word.toLowerCase(Locale.ROOT).substring(0, 3);
        for (int i = 0; i < MONTHS.size(); i++) {
            if (MONTHS.get(i).contains(start)) {
                return String.valueOf(i + 1);
            }
        }
        return "0";
    }

    private static @Nullable LocalDate day(String year, String month, String day) {
        try {
            int number = Integer.parseInt(year);
            return LocalDate.of(
                    year.length() == 2 ? 2000 + number : number, Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
