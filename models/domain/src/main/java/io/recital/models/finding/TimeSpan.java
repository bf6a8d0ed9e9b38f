package io.recital.models.finding;

import static java.util.Objects.requireNonNull;

import io.recital.models.calendar.BusinessCalendar;
import java.time.LocalDate;
import java.util.Locale;

/** A length of time in the unit that the contract uses. */
public record TimeSpan(int count, Unit unit) {
    /** Units of contract time. */
    public enum Unit {
        MINUTES,
        HOURS,
        BUSINESS_HOURS,
        DAYS,
        BUSINESS_DAYS,
        WEEKS,
        MONTHS,
        QUARTERS,
        YEARS
    }

    public TimeSpan {
        requireNonNull(unit, "unit");
        if (count < 0) {
            throw new IllegalArgumentException("A time span is not negative: " + count);
        }
    }

    /**
     * The day on which this much time from {@code anchor} ends; the anchor itself is not counted. Business days skip
     * Saturdays and Sundays. Hours and minutes end on the same or the next full day.
     */
    public LocalDate after(LocalDate anchor) {
        return after(anchor, BusinessCalendar.WEEKDAYS);
    }

    /** The day on which this much time from {@code anchor} ends, with the business days of a calendar. */
    public LocalDate after(LocalDate anchor, BusinessCalendar calendar) {
        return switch (unit) {
            case MINUTES -> anchor.plusDays((count + 24 * 60 - 1) / (24 * 60));
            case HOURS -> anchor.plusDays((count + 23) / 24);
            case BUSINESS_HOURS -> calendar.plus(anchor, (count + 7) / 8);
            case DAYS -> anchor.plusDays(count);
            case BUSINESS_DAYS -> calendar.plus(anchor, count);
            case WEEKS -> anchor.plusWeeks(count);
            case MONTHS -> anchor.plusMonths(count);
            case QUARTERS -> anchor.plusMonths(3L * count);
            case YEARS -> anchor.plusYears(count);
        };
    }

    /** The last day that is at least this much time before {@code end}. */
    public LocalDate before(LocalDate end) {
        return before(end, BusinessCalendar.WEEKDAYS);
    }

    /** The last day that is at least this much time before {@code end}, with the business days of a calendar. */
    public LocalDate before(LocalDate end, BusinessCalendar calendar) {
        return switch (unit) {
            case MINUTES -> end.minusDays((count + 24 * 60 - 1) / (24 * 60));
            case HOURS -> end.minusDays((count + 23) / 24);
            case BUSINESS_HOURS -> calendar.minus(end, (count + 7) / 8);
            case DAYS -> end.minusDays(count);
            case BUSINESS_DAYS -> calendar.minus(end, count);
            case WEEKS -> end.minusWeeks(count);
            case MONTHS -> end.minusMonths(count);
            case QUARTERS -> end.minusMonths(3L * count);
            case YEARS -> end.minusYears(count);
        };
    }

    /** For a reader, such as {@code 30 days}. */
    public String display() {
        String name = unit.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return count + " " + (count == 1 ? name.substring(0, name.length() - 1) : name);
    }
}
