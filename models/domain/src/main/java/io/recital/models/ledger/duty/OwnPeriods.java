package io.recital.models.ledger.duty;

import io.recital.models.clause.Definition;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.FamilyMember;
import io.recital.models.finding.TimeSpan;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * When the months, quarters and years begin that a duty speaks of: the calendar's, or those that the contract defines.
 *
 * @param begins a day on which one of them begins
 * @param isSure false where the contract has periods of its own of which it is not understood when they begin
 */
record OwnPeriods(LocalDate begins, boolean isSure) {
    private static final String MONTH =
            "(?<month%s>January|February|March|April|May|June|July|August|September|October|November|December)";
    private static final Pattern CALENDAR = Pattern.compile("\\bcalendar\\s+$", Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_THE_CALENDAR =
            Pattern.compile("\\bcalendar\\s+(?:month|quarter|year)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY = Pattern.compile(
            "\\b(?<end>ends?|ending|closes?|closing|to|until)?(?:\\s+on)?\\s+(?:each\\s+|every\\s+|any\\s+)?(?<last>(?:the\\s+)?last\\s+day\\s+of\\s+(?:each\\s+of\\s+)?)?(?:(?<day1>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:day\\s+of\\s+|of\\s+)?"
                    + String.format(MONTH, "1") + "|" + String.format(MONTH, "2")
                    + "(?:\\s+(?<day2>\\d{1,2})(?:st|nd|rd|th)?)?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FROM_THE_START = Pattern.compile(
            "\\banniversar|\\b(?:effective|commencement|start|starting|execution|go-live)\\s+date\\b|\\bdate\\s+(?:of\\s+this|hereof)\\b|\\b(?:commencement|beginning)\\s+of\\s+(?:the\\s+term|this)",
            Pattern.CASE_INSENSITIVE);

    /**
     * Those of a unit of which words speak.
     *
     * @param from the first day on which the contract counts
     */
    static OwnPeriods of(ContractFamily family, FamilyMember member, String words, TimeSpan.Unit unit, LocalDate from) {
        LocalDate ofCalendar = unit == TimeSpan.Unit.YEARS ? from.withDayOfYear(1) : quarter(from);
        String name = unit == TimeSpan.Unit.YEARS ? "Year" : unit == TimeSpan.Unit.QUARTERS ? "Quarter" : "Month";
        Matcher said = Pattern.compile("(?<own>(?:\\p{Lu}[\\p{L}-]+\\s+){0,2}" + name + ")\\b|\\b(?<plain>"
                        + name.toLowerCase(Locale.ROOT) + ")\\b")
                .matcher(words);
        while (said.find()) {
            if (CALENDAR.matcher(words.substring(0, said.start())).find() || isOfTheCalendar(said)) {
                return new OwnPeriods(ofCalendar, true);
            }
            Optional<Definition> defined = define(family, member, said.group().strip(), name);
            if (defined.isPresent()) {
                return read(defined.get().meaning(), ofCalendar, from);
            }
            if (said.group("own") != null) {
                return said.group("own").matches("(?i)(?:contract|agreement).*")
                        ? new OwnPeriods(from, true)
                        : new OwnPeriods(ofCalendar, unit == TimeSpan.Unit.MONTHS);
            }
        }
        boolean isContractYear = words.toLowerCase(Locale.ROOT).contains("contract year");
        return new OwnPeriods(isContractYear && unit == TimeSpan.Unit.YEARS ? from : ofCalendar, true);
    }

    private static boolean isOfTheCalendar(Matcher said) {
        return said.group().toLowerCase(Locale.ROOT).startsWith("calendar ");
    }

    /** What the contract, or else another of its family, says of a name, or of the bare word. */
    private static Optional<Definition> define(ContractFamily family, FamilyMember member, String said, String name) {
        return Stream.of(said, name)
                .flatMap(term -> Stream.concat(Stream.of(member), family.members().stream())
                        .flatMap(each -> each.findDefinition(term).stream()))
                .filter(definition -> !definition.party())
                .findFirst();
    }

    private static OwnPeriods read(String meaning, LocalDate ofCalendar, LocalDate from) {
        if (OF_THE_CALENDAR.matcher(meaning).find()) {
            return new OwnPeriods(ofCalendar, true);
        }
        Matcher day = DAY.matcher(meaning);
        if (day.find()) {
            Optional<LocalDate> begins = begins(day, from.getYear());
            return new OwnPeriods(begins.orElse(ofCalendar), begins.isPresent());
        }
        return FROM_THE_START.matcher(meaning).find() ? new OwnPeriods(from, true) : new OwnPeriods(ofCalendar, false);
    }

    /** A day that is called the last is the day before. */
    private static Optional<LocalDate> begins(Matcher day, int year) {
        String name = day.group("month1") == null ? day.group("month2") : day.group("month1");
        String number = day.group("day1") == null ? day.group("day2") : day.group("day1");
        Month month = Month.valueOf(name.toUpperCase(Locale.ROOT));
        boolean isEnd = day.group("end") != null || day.group("last") != null;
        try {
            LocalDate named = number != null
                    ? LocalDate.of(year, month, Integer.parseInt(number))
                    : isEnd ? LocalDate.of(year, month, 1).plusMonths(1).minusDays(1) : LocalDate.of(year, month, 1);
            return Optional.of(isEnd ? named.plusDays(1) : named);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static LocalDate quarter(LocalDate day) {
        return day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
    }

    /** The first day of the one that holds a day. */
    LocalDate firstOf(TimeSpan every, LocalDate day) {
        int months =
                switch (every.unit()) {
                    case QUARTERS -> 3 * every.count();
                    case YEARS -> 12 * every.count();
                    default -> every.count();
                };
        LocalDate start = begins;
        while (start.isAfter(day)) {
            start = start.minusMonths(months);
        }
        while (!start.plusMonths(months).isAfter(day)) {
            start = start.plusMonths(months);
        }
        return start;
    }
}
