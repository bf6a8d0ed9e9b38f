package io.recital.retrieval.performance;

import io.recital.models.fact.Period;
import io.recital.models.wording.SpelledNumber;
import io.recital.retrieval.plan.DateWindow;
import io.recital.retrieval.words.Dates;
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

/** The time that a question about what happened names, also as people say it: “last quarter”, “the year to March”. */
final class AskedPeriod {
    private static final String MONTH = "(?:"
            + Arrays.stream(Month.values())
                    .map(month ->
                            month.name().charAt(0) + month.name().substring(1).toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining("|"))
            + ")";
    private static final Pattern FROM_TO = Pattern.compile(
            "(?i)\\b(" + MONTH + ")(?: (\\d{4}))?,? (?:to|until|till|through|and|–|-) (" + MONTH + ") (\\d{4})");
    private static final Pattern YEAR_TO = Pattern.compile(
            "(?i)\\byear (?:to|that (?:ended|closed|ran out)|ended|ending|closed|until)(?: in| on| at)?(?: the end of)? (?:\\d{1,2} )?("
                    + MONTH + ")(?: (\\d{4}))?");
    private static final Pattern BACK = Pattern.compile(
            "(?i)\\b(?:last|past|previous|over the|these) (?:(\\d{1,2}|two|three|four|five|six|nine|twelve) )?(month|quarter|year|week)s?\\b");
    private static final Pattern LONE_MONTH = Pattern.compile(
            "(?i)\\b(?:in|for|during|of|since|this|last) (" + MONTH + ")\\b(?! \\d)|\\b(" + MONTH + ")['’]s\\b");
    private static final Pattern ANY_MONTH = Pattern.compile("(?i)\\b" + MONTH + "\\b");
    private static final Pattern SO_FAR = Pattern.compile("(?i)\\bthis year\\b|\\bso far this\\b|\\byear to date\\b");

    private AskedPeriod() {}

    /** Empty when the question names no time. */
    static Optional<Period> in(String question, LocalDate asOf) {
        return fromTo(question)
                .or(() -> yearTo(question, asOf))
                .or(() -> back(question, asOf))
                .or(() -> SO_FAR.matcher(question).find()
                        ? Optional.of(new Period(asOf.withDayOfYear(1), asOf))
                        : Optional.empty())
                .or(() -> DateWindow.in(question, asOf)
                        .filter(window -> !isBefore(window))
                        .map(window -> upTo(window, asOf)))
                .or(() -> named(question))
                .or(() -> month(question, asOf));
    }

    private static boolean isBefore(DateWindow window) {
        return window.from().getYear() < 1900;
    }

    /** What has only a beginning goes on to the day. */
    private static Period upTo(DateWindow window, LocalDate asOf) {
        boolean open = window.to().getYear() > 9000 && !window.from().isAfter(asOf);
        return new Period(window.from(), open ? asOf : window.to());
    }

    private static Optional<Period> fromTo(String question) {
        Matcher found = FROM_TO.matcher(question);
        if (!found.find()) {
            return Optional.empty();
        }
        YearMonth last = YearMonth.of(Integer.parseInt(found.group(4)), month(found.group(3)));
        YearMonth first = found.group(2) == null
                ? last.withMonth(month(found.group(1)).getValue())
                : YearMonth.of(Integer.parseInt(found.group(2)), month(found.group(1)));
        YearMonth begin = first.isAfter(last) ? first.minusYears(1) : first;
        return Optional.of(new Period(begin.atDay(1), last.atEndOfMonth()));
    }

    private static Optional<Period> yearTo(String question, LocalDate asOf) {
        Matcher found = YEAR_TO.matcher(question);
        if (!found.find()) {
            return Optional.empty();
        }
        YearMonth last = found.group(2) == null
                ? latest(month(found.group(1)), asOf)
                : YearMonth.of(Integer.parseInt(found.group(2)), month(found.group(1)));
        return Optional.of(new Period(last.minusMonths(11).atDay(1), last.atEndOfMonth()));
    }

    private static Optional<Period> back(String question, LocalDate asOf) {
        Matcher found = BACK.matcher(question);
        if (!found.find()) {
            return Optional.empty();
        }
        String written = found.group(1);
        int count = written == null ? 1 : SpelledNumber.parse(written).orElse(0);
        YearMonth current = YearMonth.from(asOf.plusDays(1));
        return Optional.of(
                switch (found.group(2).toLowerCase(Locale.ROOT)) {
                    case "week" -> new Period(asOf.minusWeeks(count), asOf);
                    case "month" ->
                        new Period(
                                current.minusMonths(count).atDay(1),
                                current.minusMonths(1).atEndOfMonth());
                    case "quarter" -> {
                        YearMonth quarter = current.minusMonths((current.getMonthValue() - 1) % 3);
                        yield new Period(
                                quarter.minusMonths(3L * count).atDay(1),
                                quarter.minusMonths(1).atEndOfMonth());
                    }
                    default -> new Period(asOf.minusYears(count).plusDays(1), asOf);
                });
    }

    /** From the first to the last of the days and months that are named. */
    private static Optional<Period> named(String question) {
        List<Dates.Named> dates = Dates.in(ANY_MONTH.matcher(question).replaceAll(found -> capital(found.group())));
        return dates.isEmpty()
                ? Optional.empty()
                : Optional.of(new Period(dates.get(0).first(), dates.get(0).last()));
    }

    private static String capital(String month) {
        return month.substring(0, 1).toUpperCase(Locale.ROOT)
                + month.substring(1).toLowerCase(Locale.ROOT);
    }

    /** A month without its year is the last one that has begun. */
    private static Optional<Period> month(String question, LocalDate asOf) {
        Matcher found = LONE_MONTH.matcher(question);
        if (!found.find()) {
            return Optional.empty();
        }
        String name = found.group(1) == null ? found.group(2) : found.group(1);
        return Optional.of(Period.of(latest(month(name), asOf)));
    }

    private static YearMonth latest(Month month, LocalDate asOf) {
        YearMonth same = YearMonth.of(asOf.getYear(), month);
        return same.isAfter(YearMonth.from(asOf)) ? same.minusYears(1) : same;
    }

    private static Month month(String name) {
        return Month.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
