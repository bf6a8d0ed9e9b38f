package io.recital.models.ledger.stated;

import io.recital.models.calendar.BusinessCalendar;
import io.recital.models.fact.FactColumns;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Measurement;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.fact.Period;
import io.recital.models.finding.ClauseCheck.Every;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * For what a check is computed once.
 *
 * @param year the first day of the year in which it lies
 * @param row the row at hand; null where it is computed for a period
 * @param calendar which days are business days
 */
record CheckedPeriod(
        Period period, LocalDate year, @Nullable PerformanceFact row, BusinessCalendar calendar) {
    /** By the days of the week alone. */
    CheckedPeriod(Period period, LocalDate year, @Nullable PerformanceFact row) {
        this(period, year, row, BusinessCalendar.WEEKDAYS);
    }

    /** The same with the business days of a calendar. */
    CheckedPeriod by(BusinessCalendar other) {
        return new CheckedPeriod(period, year, row, other);
    }

    private static final int MOST = 1200;

    /** What one row is about. */
    static CheckedPeriod of(PerformanceFact row, @Nullable LocalDate from) {
        Period period = period(row);
        return new CheckedPeriod(period, yearOf(period.from(), from), row);
    }

    private static Period period(PerformanceFact row) {
        if (row instanceof Measurement measurement) {
            return measurement.period();
        }
        return row instanceof InvoiceLine line && line.service() != null
                ? line.service()
                : Period.ofDay(FactColumns.day(row));
    }

    /**
     * The periods that are over on a day.
     *
     * @param from from when they are counted; null for calendar periods
     * @param first the day in the first of them
     */
    static List<CheckedPeriod> listOver(Every every, @Nullable LocalDate from, LocalDate first, LocalDate asOf) {
        int months = months(every);
        LocalDate begin = Objects.requireNonNullElseGet(from, () -> calendar(first, months));
        List<CheckedPeriod> over = new ArrayList<>();
        for (int number = 0; number < MOST; number++) {
            LocalDate start = begin.plusMonths((long) number * months);
            LocalDate end = begin.plusMonths((number + 1L) * months).minusDays(1);
            if (end.isAfter(asOf)) {
                break;
            }
            if (!end.isBefore(first)) {
                over.add(new CheckedPeriod(new Period(start, end), yearOf(start, from), null));
            }
        }
        return over;
    }

    static int months(Every every) {
        return switch (every) {
            case MONTH -> 1;
            case QUARTER -> 3;
            case HALF_YEAR -> 6;
            case YEAR -> 12;
            case ROW -> throw new IllegalArgumentException("A row is no period");
        };
    }

    /** The first day of the calendar month, quarter or half-year of a day. */
    static LocalDate calendar(LocalDate day, int months) {
        return LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / months * months + 1, 1);
    }

    /** The anniversary before a day of the day from which periods are counted, or else the first of January. */
    private static LocalDate yearOf(LocalDate day, @Nullable LocalDate from) {
        if (from == null) {
            return day.withDayOfYear(1);
        }
        LocalDate year = from.plusYears(day.getYear() - (long) from.getYear());
        return year.isAfter(day) ? from.plusYears(day.getYear() - from.getYear() - 1L) : year;
    }
}
