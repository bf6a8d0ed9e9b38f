package io.recital.models.ledger.duty;

import io.recital.models.calendar.BusinessCalendar;
import io.recital.models.evidence.Citation;
import io.recital.models.fact.Period;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.Deadline;
import io.recital.models.finding.Obligation;
import io.recital.models.finding.TimeSpan;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** On which days a duty falls due, as far as the contract and the calendar alone tell. */
final class DutySchedule {
    private static final Pattern END_OF_PERIOD = Pattern.compile(
            "^(?:the\\s+)?end\\s+of\\s+(?:each|every|such|that|the|a)?\\s*(?:calendar\\s+)?(?<period>month|quarter|year)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern YEARLY = Pattern.compile(
            "(?:by|before|on|until|no\\s+later\\s+than)\\s+(?:(?<day>\\d{1,2})\\s+)?(?<month>january|february|march|april|may|june|july|august|september|october|november|december)(?:\\s+(?<after>\\d{1,2}))?\\s+(?:of\\s+)?(?:each|every|any)\\s+(?:calendar\\s+)?year",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CONTRACT_YEAR = Pattern.compile("contract(?:ual)?\\s+year", Pattern.CASE_INSENSITIVE);

    private final Governed<Obligation> duty;
    private final BusinessCalendar calendar;
    private final LocalDate from;

    /** @param from the first day on which its contract counts */
    DutySchedule(Governed<Obligation> duty, BusinessCalendar calendar, LocalDate from) {
        this.duty = duty;
        this.calendar = calendar;
        this.from = from;
    }

    /** Whether it states by when after each period: without that a late one cannot be told from an early one. */
    static boolean isExact(Obligation duty) {
        Deadline deadline = duty.deadline();
        return !(deadline instanceof Deadline.Recurring recurring) || recurring.grace() != null;
    }

    /** Whether its time runs from the end of a period of the calendar, which comes by itself. */
    static boolean isOfTheCalendar(Obligation duty) {
        return duty.trigger() == null
                && duty.deadline() instanceof Deadline.After after
                && findPeriod(after.event()).isPresent();
    }

    /** All that fall due up to a day, the first after the contract's first day. */
    List<Occurrence> upTo(LocalDate last) {
        Deadline deadline = duty.content().deadline();
        if (deadline instanceof Deadline.OnDate on) {
            return on.date().isAfter(last) ? List.of() : List.of(new Occurrence(Period.ofDay(on.date()), on.date()));
        }
        if (deadline instanceof Deadline.Recurring recurring) {
            return recurring(recurring.every(), recurring.grace(), last);
        }
        if (deadline instanceof Deadline.After after && duty.content().trigger() == null) {
            return findPeriod(after.event())
                    .map(every -> recurring(every, after.within(), last))
                    .orElse(List.of());
        }
        return deadline instanceof Deadline.Stated stated ? yearly(stated.words(), last) : List.of();
    }

    private static Optional<TimeSpan> findPeriod(String event) {
        Matcher end = END_OF_PERIOD.matcher(event);
        return end.find()
                ? Optional.of(new TimeSpan(
                        1, TimeSpan.Unit.valueOf(end.group("period").toUpperCase(Locale.ROOT) + "S")))
                : Optional.empty();
    }

    private List<Occurrence> recurring(TimeSpan every, @Nullable TimeSpan grace, LocalDate last) {
        List<Occurrence> occurrences = new ArrayList<>();
        LocalDate start = firstPeriod(every);
        while (!start.isAfter(last) && occurrences.size() < 1000) {
            LocalDate next = every.after(start);
            LocalDate end = next.minusDays(1);
            LocalDate due = grace == null ? end : grace.after(end, calendar);
            if (!due.isAfter(last) && !end.isBefore(from)) {
                occurrences.add(new Occurrence(new Period(start, end), due));
            }
            start = next;
        }
        return occurrences;
    }

    /** Periods are the calendar's, but contract years begin where the contract does. */
    private LocalDate firstPeriod(TimeSpan every) {
        return switch (every.unit()) {
            case WEEKS, DAYS -> from.minusDays(from.getDayOfWeek().getValue() - 1L);
            case MONTHS -> from.withDayOfMonth(1);
            case QUARTERS -> from.withDayOfMonth(1).withMonth((from.getMonthValue() - 1) / 3 * 3 + 1);
            default -> isOfContractYears() ? from : from.withDayOfYear(1);
        };
    }

    private boolean isOfContractYears() {
        return duty.finding().citations().stream()
                .map(Citation::quote)
                .anyMatch(quote -> CONTRACT_YEAR.matcher(quote).find());
    }

    private List<Occurrence> yearly(String words, LocalDate last) {
        Matcher yearly = YEARLY.matcher(words);
        String day = yearly.find() ? firstOf(yearly.group("day"), yearly.group("after")) : null;
        if (day == null) {
            return List.of();
        }
        MonthDay when =
                MonthDay.of(Month.valueOf(yearly.group("month").toUpperCase(Locale.ROOT)), Integer.parseInt(day));
        List<Occurrence> occurrences = new ArrayList<>();
        for (int year = from.getYear(); year <= last.getYear(); year++) {
            LocalDate due = when.atYear(year);
            if (due.isAfter(from) && !due.isAfter(last)) {
                occurrences.add(new Occurrence(new Period(due.withDayOfYear(1), due), due));
            }
        }
        return occurrences;
    }

    private static @Nullable String firstOf(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }

    /** How long a period of the duty is, in days; a year for what falls due once. */
    static long daysOf(List<Occurrence> occurrences) {
        return occurrences.size() < 2
                ? 365
                : ChronoUnit.DAYS.between(
                        occurrences.get(0).due(), occurrences.get(1).due());
    }
}
