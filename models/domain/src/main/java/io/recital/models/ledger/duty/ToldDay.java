package io.recital.models.ledger.duty;

import io.recital.models.fact.ContractEvent;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A day that an event tells beside its own, such as {@code renewed certificate issued 2026-01-07}. */
final class ToldDay {
    private static final String MONTH = "(?<month%s>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\p{L}*\\.?";
    private static final Pattern TOLD = Pattern.compile(
            "(?<word>\\p{L}+)(?:\\s+(?:on|of|at|as\\s+of))?[\\s:,]+(?:(?<iso>20\\d\\d-\\d\\d-\\d\\d)|(?<day1>\\d{1,2})\\s+"
                    + String.format(MONTH, "1") + "\\s+(?<year1>20\\d\\d)|" + String.format(MONTH, "2")
                    + "\\s+(?<day2>\\d{1,2}),?\\s+(?<year2>20\\d\\d))(?!\\d)",
            Pattern.CASE_INSENSITIVE);

    private static final int STEM = 5;

    private ToldDay() {}

    /**
     * The day on which happened what a time runs from.
     *
     * @param said from what the time runs, such as {@code its date of issue}
     */
    static Optional<LocalDate> of(ContractEvent event, String said) {
        Set<String> wanted = Arrays.stream(said.toLowerCase(Locale.ROOT).split("\\P{L}+"))
                .filter(word -> word.length() > STEM - 1)
                .map(ToldDay::stem)
                .collect(Collectors.toSet());
        Matcher told = TOLD.matcher(event.subject() + "; " + event.note());
        while (told.find()) {
            if (wanted.contains(stem(told.group("word").toLowerCase(Locale.ROOT)))) {
                return day(told).filter(day -> !day.isAfter(event.date()));
            }
        }
        return Optional.empty();
    }

    private static String stem(String word) {
        return word.substring(0, Math.min(STEM, word.length()));
    }

    private static Optional<LocalDate> day(Matcher told) {
        try {
            if (told.group("iso") != null) {
                return Optional.of(LocalDate.parse(told.group("iso")));
            }
            String number = told.group("day1") == null ? told.group("day2") : told.group("day1");
            String year = told.group("year1") == null ? told.group("year2") : told.group("year1");
            String name = told.group("month1") == null ? told.group("month2") : told.group("month1");
            Month month = Arrays.stream(Month.values())
                    .filter(each -> each.name().startsWith(name.toUpperCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow();
            return Optional.of(LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(number)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
