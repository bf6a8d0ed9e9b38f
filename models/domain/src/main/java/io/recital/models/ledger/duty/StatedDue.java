package io.recital.models.ledger.duty;

import io.recital.models.finding.Deadline;
import io.recital.models.finding.TimeSpan;
import io.recital.models.wording.SpelledNumber;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What words say of when a duty falls due where they name a day instead of a length of time: {@code by the tenth of each
 * month}, {@code no later than 31 March of each year}, {@code every January}, {@code before 15 May 2026}.
 */
final class StatedDue {
    private static final String BY =
            "(?:\\b(?:by|before|on|until|no\\s+later\\s+than|not\\s+later\\s+than|at\\s+the\\s+latest\\s+(?:by|on)|latest\\s+by)\\s+(?:or\\s+before\\s+)?(?:the\\s+)?)";
    private static final Pattern NTH = Pattern.compile(
            BY
                    + "(?<nth>\\d{1,2}(?:st|nd|rd|th)|\\p{L}+th|first|second|third)\\s*(?:\\(\\d{1,2}(?:st|nd|rd|th)?\\)\\s*)?(?<business>(?:working|business|banking)\\s+)?(?:calendar\\s+)?(?:day\\s+)?(?:of|in)\\s+(?:each|every|any|a|the|that)\\s+(?:\\p{L}+ing\\s+)?(?:calendar\\s+)?(?<unit>month|quarter)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final String MONTH =
            "(?<month%s>january|february|march|april|may|june|july|august|september|october|november|december)";
    private static final Pattern DAY = Pattern.compile(
            "\\b(?<by>by|before|on|until|than)\\s+(?:or\\s+before\\s+)?(?:the\\s+)?(?:(?<day1>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:day\\s+)?(?:of\\s+)?"
                    + String.format(MONTH, "1") + "|" + String.format(MONTH, "2")
                    + "\\s+(?<day2>\\d{1,2})(?:st|nd|rd|th)?)\\b(?:,?\\s+(?<year>20\\d\\d))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_A_MONTH = Pattern.compile(
            "\\b(?:each|every)\\s+" + String.format(MONTH, "1")
                    + "\\b(?!\\s+\\d)|\\b(?:in|during|by\\s+(?:the\\s+)?end\\s+of)\\s+" + String.format(MONTH, "2")
                    + "\\s+(?:of|in)?\\s*(?:each|every|any)\\s+(?:\\p{L}+\\s+)?year",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ANNIVERSARY =
            Pattern.compile("\\b(?:each|every)\\s+anniversary\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern YEARLY = Pattern.compile(
            "\\b(?:(?:each|every|any)\\s+(?:\\p{L}+\\s+)?year|annual(?:ly)?|yearly|once\\s+a\\s+year|per\\s+(?:year|annum)|a\\s+year)\\b",
            Pattern.CASE_INSENSITIVE);

    private final String words;
    private final String quote;

    /**
     * @param words of the deadline
     * @param quote all that the duty cites, where it may say that the day comes each year
     */
    StatedDue(String words, String quote) {
        this.words = words.replaceAll("\\s+", " ");
        this.quote = quote.replaceAll("\\s+", " ");
    }

    /** As so long after the end of the month or quarter before, or as one day; empty where the words say neither. */
    Optional<Deadline> findDeadline() {
        Matcher nth = NTH.matcher(words);
        if (nth.find()) {
            TimeSpan.Unit unit = nth.group("business") == null ? TimeSpan.Unit.DAYS : TimeSpan.Unit.BUSINESS_DAYS;
            TimeSpan.Unit every =
                    "month".equalsIgnoreCase(nth.group("unit")) ? TimeSpan.Unit.MONTHS : TimeSpan.Unit.QUARTERS;
            return SpelledNumber.parseOrdinal(nth.group("nth"))
                    .filter(count -> count > 0)
                    .map(count -> new Deadline.Recurring(new TimeSpan(1, every), new TimeSpan(count, unit)));
        }
        Matcher day = DAY.matcher(words);
        return day.find() && day.group("year") != null
                ? monthDay(day)
                        .map(found -> new Deadline.OnDate(last(day, found.atYear(Integer.parseInt(day.group("year"))))))
                : Optional.empty();
    }

    /**
     * The last day of each year on which it is in time, told for one year.
     *
     * @param begins the contract's first day, for what is due on its anniversaries
     */
    Optional<MonthDay> findYearly(LocalDate begins) {
        if (ANNIVERSARY.matcher(words).find()) {
            return Optional.of(MonthDay.from(begins));
        }
        Matcher month = IN_A_MONTH.matcher(words);
        if (month.find()) {
            Month named = month(month);
            return Optional.of(MonthDay.of(named, named.minLength()));
        }
        boolean isYearly = YEARLY.matcher(words).find() || YEARLY.matcher(quote).find();
        Matcher day = DAY.matcher(words);
        return isYearly && day.find() && day.group("year") == null
                ? monthDay(day).map(found -> MonthDay.from(last(day, found.atYear(2001))))
                : Optional.empty();
    }

    private static LocalDate last(Matcher day, LocalDate named) {
        boolean isBefore = "before".equalsIgnoreCase(day.group("by"))
                && !day.group().toLowerCase(Locale.ROOT).contains("or before");
        return isBefore ? named.minusDays(1) : named;
    }

    private static Optional<MonthDay> monthDay(Matcher day) {
        try {
            String number = day.group("day1") == null ? day.group("day2") : day.group("day1");
            return Optional.of(MonthDay.of(month(day), Integer.parseInt(number)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Month month(Matcher named) {
        String name = named.group("month1") == null ? named.group("month2") : named.group("month1");
        return Month.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
