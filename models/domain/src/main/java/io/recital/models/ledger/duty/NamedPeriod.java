package io.recital.models.ledger.duty;

import io.recital.models.fact.Period;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads for which month or quarter a report says it is, such as {@code March 2026}, {@code 2026-03} or {@code Q1 2026}. */
final class NamedPeriod {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth");
    private static final Pattern MONTH = Pattern.compile(
            "\\b(?<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?\\s+(?<year>20\\d\\d)\\b");
    private static final Pattern ISO =
            Pattern.compile("(?<!\\d)(?<year>20\\d\\d)[-/](?<month>0[1-9]|1[0-2])(?![\\d-])");
    private static final Pattern QUARTER =
            Pattern.compile("\\bq(?<one>[1-4])[ /-]*(?<year>20\\d\\d)|(?<year2>20\\d\\d)[ /-]*q(?<two>[1-4])\\b");
    private static final Pattern ORDINAL =
            Pattern.compile("\\b(?<name>first|second|third|fourth)\\s+quarter\\s+(?:of\\s+)?(?<year>20\\d\\d)");
    private static final Pattern DAY =
            Pattern.compile("\\b\\d{1,2}\\s+(?=(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))");

    private NamedPeriod() {}

    /** The last one named: where several are, the report covers them up to that. */
    static Optional<Period> in(String text) {
        String words = text.toLowerCase(Locale.ROOT);
        if (DAY.matcher(words).find()) {
            return Optional.empty();
        }
        Optional<Period> found = Optional.empty();
        for (Matcher month = MONTH.matcher(words); month.find(); ) {
            found = Optional.of(month(month.group("year"), MONTHS.indexOf(month.group("name")) + 1));
        }
        for (Matcher iso = ISO.matcher(words); iso.find(); ) {
            found = Optional.of(month(iso.group("year"), Integer.parseInt(iso.group("month"))));
        }
        return found.or(() -> quarter(words));
    }

    private static Optional<Period> quarter(String words) {
        Matcher quarter = QUARTER.matcher(words);
        if (quarter.find()) {
            boolean first = quarter.group("one") != null;
            return Optional.of(quarter(
                    first ? quarter.group("year") : quarter.group("year2"),
                    Integer.parseInt(first ? quarter.group("one") : quarter.group("two"))));
        }
        Matcher ordinal = ORDINAL.matcher(words);
        return ordinal.find()
                ? Optional.of(quarter(ordinal.group("year"), ORDINALS.indexOf(ordinal.group("name")) + 1))
                : Optional.empty();
    }

    private static Period month(String year, int month) {
        return Period.of(YearMonth.of(Integer.parseInt(year), month));
    }

    private static Period quarter(String year, int quarter) {
        LocalDate from = LocalDate.of(Integer.parseInt(year), 3 * quarter - 2, 1);
        return new Period(from, from.plusMonths(3).minusDays(1));
    }
}
