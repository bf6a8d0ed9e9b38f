package io.recital.models.ledger.duty;

import io.recital.models.calendar.BusinessCalendar;
import io.recital.models.fact.Period;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.Deadline;
import io.recital.models.finding.Obligation;
import io.recital.models.finding.TimeSpan;
import java.time.LocalDate;
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
            "^(?:the\\s+)?(?:end|close|expiry)\\s+of\\s+(?:each|every|such|that|the|a)?\\s*(?:\\p{L}+\\s+)?(?<period>month|quarter|year)\\b(?!\\s+(?:of|in|during|when|that|following|after|concerned|to)\\b)",
            Pattern.CASE_INSENSITIVE);

    /** How many holidays there may be in a few days of a place that nobody knows. */
    private static final int HOLIDAYS = 2;

    private final Governed<Obligation> duty;
    private final BusinessCalendar calendar;
    private final LocalDate from;
    private final ContractFamily family;
    private final String quotes;

    /** @param from the first day on which its contract counts */
    DutySchedule(ContractFamily family, Governed<Obligation> duty, BusinessCalendar calendar, LocalDate from) {
        this.family = family;
        this.duty = duty;
        this.calendar = calendar;
        this.from = from;
        this.quotes = Duty.sentences(duty);
    }

    /** Whether it states by when after each period: without that a late one cannot be told from an early one. */
    static boolean isExact(Obligation duty) {
        Deadline deadline = duty.deadline();
        return !(deadline instanceof Deadline.Recurring recurring) || recurring.grace() != null;
    }

    /** Whether it is known to the day when it falls due. */
    boolean isExact() {
        return isExact(duty.content()) && hasKnownPeriods();
    }

    /** Whether it is known when the periods begin and end at whose end it falls due. */
    boolean hasKnownPeriods() {
        return every().filter(span -> reckonsByMonths(span) && !periods(span).isSure())
                .isEmpty();
    }

    /** Whether what came on a day was late for sure: where nobody knows the place, days may have been holidays. */
    boolean isLate(LocalDate came, LocalDate due) {
        Deadline deadline = deadline();
        TimeSpan within = deadline instanceof Deadline.Recurring recurring
                ? recurring.grace()
                : deadline instanceof Deadline.After after ? after.within() : null;
        boolean mayBeHolidays = within != null
                && within.unit() == TimeSpan.Unit.BUSINESS_DAYS
                && calendar.places().isEmpty();
        return isExact() && came.isAfter(mayBeHolidays ? calendar.plus(due, HOLIDAYS) : due);
    }

    /** How long the periods are at the end of which it falls due; empty for a duty of another kind. */
    Optional<TimeSpan> every() {
        Deadline deadline = deadline();
        if (deadline instanceof Deadline.Recurring recurring) {
            return Optional.of(recurring.every());
        }
        return deadline instanceof Deadline.After after && duty.content().trigger() == null
                ? findPeriod(after.event())
                : Optional.empty();
    }

    private @Nullable Deadline deadline() {
        Deadline deadline = duty.content().deadline();
        return deadline instanceof Deadline.Stated stated
                ? new StatedDue(stated.words(), quotes).findDeadline().orElse(deadline)
                : deadline;
    }

    /** Whether its time runs from the end of a period of the calendar, which comes by itself. */
    static boolean isOfTheCalendar(Obligation duty) {
        return duty.trigger() == null
                && duty.deadline() instanceof Deadline.After after
                && findPeriod(after.event()).isPresent();
    }

    /** All that fall due up to a day, the first after the contract's first day. */
    List<Occurrence> upTo(LocalDate last) {
        Deadline deadline = deadline();
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

    /** Periods are the calendar's, or those that the contract defines; weeks begin on Monday. */
    private LocalDate firstPeriod(TimeSpan every) {
        return reckonsByMonths(every)
                ? periods(every).firstOf(every, from)
                : from.minusDays(from.getDayOfWeek().getValue() - 1L);
    }

    private static boolean reckonsByMonths(TimeSpan every) {
        return switch (every.unit()) {
            case MONTHS, QUARTERS, YEARS -> true;
            default -> false;
        };
    }

    private OwnPeriods periods(TimeSpan every) {
        String event = duty.content().deadline() instanceof Deadline.After after ? after.event() : "";
        return OwnPeriods.of(family, duty.member(), (event + " " + quotes).strip(), every.unit(), from);
    }

    private List<Occurrence> yearly(String words, LocalDate last) {
        Optional<MonthDay> when = new StatedDue(words, quotes).findYearly(from);
        List<Occurrence> occurrences = new ArrayList<>();
        for (int year = from.getYear(); when.isPresent() && year <= last.getYear(); year++) {
            LocalDate due = when.get().atYear(year);
            if (due.isAfter(from) && !due.isAfter(last)) {
                occurrences.add(new Occurrence(new Period(due.withDayOfYear(1), due), due));
            }
        }
        return occurrences;
    }

    /** How long a period of the duty is, in days; a year for what falls due once. */
    static long daysOf(List<Occurrence> occurrences) {
        return occurrences.size() < 2
                ? 365
                : ChronoUnit.DAYS.between(
                        occurrences.get(0).due(), occurrences.get(1).due());
    }
}
