package io.recital.models.ledger.duty;

import io.recital.models.fact.Period;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads for which month, quarter or half-year a report says it is, such as {@code March 2026}, {@code 03/2026}, {@code Q1
 * 2026} or {@code 2026-01 to 2026-03}.
 */
final class NamedPeriod {
    private static final Map<String, Integer> MONTHS = months("""
            jan january januar janvier
            feb february februar février fevrier
            mar march märz maerz mars
            apr april avril
            may mai
            jun june juni juin
            jul july juli juillet
            aug august août aout
            sep sept september septembre
            oct october okt oktober octobre
            nov november novembre
            dec december dez dezember décembre decembre
            """);
    private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth");
    private static final String MONTH = "(?<![\\p{L}\\d])(?:(?<name>" + String.join("|", MONTHS.keySet())
            + ")\\.?\\s+(?<year>20\\d\\d)"
            + "|(?<isoyear>20\\d\\d)[-/](?<iso>0[1-9]|1[0-2])(?![\\d-])"
            + "|(?<number>0?[1-9]|1[0-2])/(?<numberyear>20\\d\\d))(?!\\d)";
    private static final Pattern ONE_MONTH = Pattern.compile(MONTH);
    private static final Pattern OF_ONE_YEAR = Pattern.compile(
            "(?<!\\p{L})(?<first>\\p{L}{3,9})\\.?\\s*(?:to|through|until|bis|[-–—])\\s*(?<last>\\p{L}{3,9})\\.?\\s+(?<year>20\\d\\d)\\b");
    private static final Pattern UNTIL = Pattern.compile("\\s*(?:to|through|until|bis|[-–—])\\s*");
    private static final Pattern PART = Pattern.compile(
            "\\b(?<sort>[qh])(?<one>[1-4])[ /-]*(?<year>20\\d\\d)|(?<year2>20\\d\\d)[ /-]*(?<sort2>[qh])(?<two>[1-4])\\b");
    private static final Pattern ORDINAL = Pattern.compile(
            "\\b(?<name>first|second|third|fourth)\\s+(?<sort>quarter|half)(?:[ -]?year)?\\s+(?:of\\s+)?(?<year>20\\d\\d)");
    private static final Pattern DAY = Pattern.compile("(?<![\\d/-])\\d{1,2}\\.?\\s+(?<month>\\p{L}{3,9})\\b");

    private NamedPeriod() {}

    private static Map<String, Integer> months(String lines) {
        Map<String, Integer> months = new HashMap<>();
        List<String> rows = Arrays.asList(lines.strip().split("\\R"));
        rows.forEach(row ->
                Arrays.stream(row.strip().split("\\s+")).forEach(name -> months.put(name, rows.indexOf(row) + 1)));
        return months;
    }

    /**
     * The time that is named. From one to another month is all between; of several months the last, as a report covers
     * what came before; nothing where a single day is named.
     */
    static Optional<Period> in(String text) {
        String words = text.toLowerCase(Locale.ROOT);
        for (Matcher day = DAY.matcher(words); day.find(); ) {
            if (MONTHS.containsKey(day.group("month"))) {
                return Optional.empty();
            }
        }
        return ofOneYear(words)
                .or(() -> months(words, ONE_MONTH.matcher(words)))
                .or(() -> part(words));
    }

    private static Optional<Period> ofOneYear(String words) {
        Matcher range = OF_ONE_YEAR.matcher(words);
        while (range.find()) {
            Integer first = MONTHS.get(range.group("first"));
            Integer last = MONTHS.get(range.group("last"));
            if (first != null && last != null && first < last) {
                return Optional.of(new Period(
                        month(range.group("year"), first).from(),
                        month(range.group("year"), last).to()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Period> months(String words, Matcher month) {
        List<Period> named = new ArrayList<>();
        List<MatchResult> places = new ArrayList<>();
        while (month.find()) {
            month(month).ifPresent(period -> {
                named.add(period);
                places.add(month.toMatchResult());
            });
        }
        int last = named.size() - 1;
        boolean isRange = last == 1
                && UNTIL.matcher(words.substring(
                                places.get(0).end(), places.get(1).start()))
                        .matches()
                && named.get(0).from().isBefore(named.get(1).from());
        return isRange
                ? Optional.of(new Period(named.get(0).from(), named.get(1).to()))
                : named.stream().skip(Math.max(0, last)).findFirst();
    }

    private static Optional<Period> month(Matcher month) {
        if (month.group("iso") != null) {
            return Optional.of(month(month.group("isoyear"), Integer.parseInt(month.group("iso"))));
        }
        if (month.group("number") != null) {
            return Optional.of(month(month.group("numberyear"), Integer.parseInt(month.group("number"))));
        }
        return Optional.ofNullable(MONTHS.get(month.group("name"))).map(number -> month(month.group("year"), number));
    }

    private static Optional<Period> part(String words) {
        Matcher part = PART.matcher(words);
        if (part.find()) {
            boolean first = part.group("one") != null;
            return part(
                    first ? part.group("year") : part.group("year2"),
                    "h".equals(first ? part.group("sort") : part.group("sort2")) ? 6 : 3,
                    Integer.parseInt(first ? part.group("one") : part.group("two")));
        }
        Matcher ordinal = ORDINAL.matcher(words);
        return ordinal.find()
                ? part(
                        ordinal.group("year"),
                        "half".equals(ordinal.group("sort")) ? 6 : 3,
                        ORDINALS.indexOf(ordinal.group("name")) + 1)
                : Optional.empty();
    }

    private static Period month(String year, int month) {
        return Period.of(YearMonth.of(Integer.parseInt(year), month));
    }

    private static Optional<Period> part(String year, int months, int number) {
        if (number * months > 12) {
            return Optional.empty();
        }
        LocalDate from = LocalDate.of(Integer.parseInt(year), months * (number - 1) + 1, 1);
        return Optional.of(new Period(from, from.plusMonths(months).minusDays(1)));
    }
}
