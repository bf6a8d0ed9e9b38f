package io.recital.models.ledger.invoice;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The days of each year on which a clause lets prices change, such as {@code on 1 August of each Year, first in 2026}, or the
 * first days of the quarters that the contract defines.
 *
 * @param first day before which none counts; null where the clause names none
 */
record AdjustmentDays(List<MonthDay> days, @Nullable LocalDate first) {
    private static final String MONTHS =
            "January|February|March|April|May|June|July|August|September|October|November|December";
    private static final String DAY = "(?:\\d{1,2}(?:st|nd|rd|th)?(?:\\s+day)?(?:\\s+of)?\\s+(?:" + MONTHS + ")|(?:"
            + MONTHS + ")\\s+\\d{1,2}(?:st|nd|rd|th)?(?!\\d))";
    private static final Pattern ONE =
            Pattern.compile("(?i)(?<day>\\d{1,2})?(?:st|nd|rd|th)?(?:\\s+day)?(?:\\s+of)?\\s*(?<month>" + MONTHS
                    + ")(?:\\s+(?<after>\\d{1,2})(?!\\d))?");
    private static final String LIST =
            DAY + "(?:(?:\\s*,\\s*(?:(?:and|or)\\s+)?|\\s+(?:and|or)\\s+)(?:(?:on|each|every)\\s+)*" + DAY + ")*";
    private static final Pattern RECURRING = Pattern.compile(
            "(?i)\\b(?:(?:on|from|upon|of|as\\s+(?:of|from)|effective|each|every)\\s+)(?:the\\s+)?(?:each\\s+|every\\s+)?(?<days>"
                    + LIST + ")(?!,?\\s+\\d{4})");
    private static final Pattern EACH_YEAR = Pattern.compile(
            "(?i)\\b(?:each|every|any)\\s+(?:(?:calendar|contract|licen[cs]e|agreement|subsequent|succeeding|following)\\s+)?(?:year|"
                    + DAY + ")|\\bannually\\b|\\byearly\\b|\\bthereafter\\b|\\b(?:once|twice)\\s+a\\s+year\\b|\\b" + DAY
                    + "\\s+and\\s+(?:on\\s+)?" + DAY);
    private static final Pattern FIRST_YEAR = Pattern.compile(
            "(?i)\\b(?:first|for\\s+the\\s+first\\s+time|beginning|starting|commencing)\\s+(?:in|with)\\s+(?<year>20\\d\\d)\\b");
    private static final Pattern FIRST_DAY = Pattern.compile(
            "(?i)\\b(?:first|for\\s+the\\s+first\\s+time|beginning|starting|commencing|not\\s+before|no\\s+earlier\\s+than|earliest)\\s+(?:on\\s+|with\\s+|from\\s+)?(?<day>"
                    + DAY + "),?\\s+(?<year>20\\d\\d)\\b");
    private static final Pattern PERIOD = Pattern.compile(
            "\\b(?:each|every|a|any|the|that|per)\\s+(?:new\\s+)?(?<term>(?:\\p{Lu}\\p{L}+\\s+)?(?:Quarter|Half-Year|Year|Period))\\b");
    private static final Pattern CALENDAR = Pattern.compile(
            "(?i)\\b(?:each|every|a|the|any)\\s+(?:new\\s+)?(?:calendar\\s+)?(?<term>quarter|month)\\b|\\b(?<adverb>quarterly|monthly)\\b");
    private static final Pattern BEGINS = Pattern.compile(
            "(?i)\\b(?:begin\\w*|start\\w*|commenc\\w*|runs?|from)\\s+(?:on\\s+|from\\s+)?(?:each\\s+|every\\s+|the\\s+)?(?<days>"
                    + LIST + ")");

    AdjustmentDays {
        days = List.copyOf(new TreeSet<>(days));
    }

    /** Those that a clause names. */
    static Optional<AdjustmentDays> stated(String words) {
        Matcher found = RECURRING.matcher(words);
        return EACH_YEAR.matcher(words).find() && found.find()
                ? of(days(found.group("days")), words)
                : Optional.empty();
    }

    /**
     * Those that a clause names, or on which the periods begin for which it sets a price.
     *
     * @param meaning what the contract says of a period that it defines, such as {@code Quarter}
     */
    static Optional<AdjustmentDays> of(String words, Function<String, Optional<String>> meaning) {
        return stated(words).or(() -> of(periods(words, meaning), words));
    }

    private static Optional<AdjustmentDays> of(List<MonthDay> days, String words) {
        return days.isEmpty() ? Optional.empty() : Optional.of(new AdjustmentDays(days, first(words)));
    }

    private static List<MonthDay> periods(String words, Function<String, Optional<String>> meaning) {
        Matcher term = PERIOD.matcher(words);
        if (term.find()) {
            Optional<Matcher> begins =
                    meaning.apply(term.group("term")).map(BEGINS::matcher).filter(Matcher::find);
            if (begins.isPresent()) {
                return days(begins.get().group("days"));
            }
        }
        Matcher calendar = CALENDAR.matcher(words);
        if (!calendar.find()) {
            return List.of();
        }
        String said = (calendar.group("term") == null ? calendar.group("adverb") : calendar.group("term"))
                .toLowerCase(Locale.ROOT);
        int step = said.startsWith("quarter") ? 3 : 1;
        return IntStream.range(0, 12 / step)
                .mapToObj(i -> MonthDay.of(1 + i * step, 1))
                .toList();
    }

    private static List<MonthDay> days(String list) {
        List<MonthDay> days = new ArrayList<>();
        Matcher one = ONE.matcher(list);
        while (one.find()) {
            String day = one.group("day") == null ? one.group("after") : one.group("day");
            Month month = Month.valueOf(one.group("month").toUpperCase(Locale.ROOT));
            if (day != null && Integer.parseInt(day) >= 1 && Integer.parseInt(day) <= month.minLength()) {
                days.add(MonthDay.of(month, Integer.parseInt(day)));
            }
        }
        return days;
    }

    private static @Nullable LocalDate first(String words) {
        Matcher day = FIRST_DAY.matcher(words);
        if (day.find()) {
            List<MonthDay> named = days(day.group("day"));
            return named.isEmpty() ? null : named.get(0).atYear(Integer.parseInt(day.group("year")));
        }
        Matcher year = FIRST_YEAR.matcher(words);
        return year.find() ? LocalDate.of(Integer.parseInt(year.group("year")), 1, 1) : null;
    }

    AdjustmentDays from(@Nullable LocalDate day) {
        return day == null ? this : new AdjustmentDays(days, day);
    }

    /** The days after one and up to another. */
    List<LocalDate> between(LocalDate after, LocalDate upTo) {
        LocalDate start = first == null || first.isBefore(after) ? after : first.minusDays(1);
        if (start.equals(LocalDate.MIN) || upTo.isBefore(start)) {
            return List.of();
        }
        return IntStream.rangeClosed(start.getYear(), upTo.getYear())
                .boxed()
                .flatMap(year -> days.stream().map(day -> day.atYear(year)))
                .filter(day -> day.isAfter(start) && !day.isAfter(upTo))
                .sorted()
                .toList();
    }
}
