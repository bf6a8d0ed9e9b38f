package io.recital.models.finding;

import static java.util.Objects.requireNonNull;

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
        return switch (unit) {
            case MINUTES -> anchor.plusDays((count + 24 * 60 - 1) / (24 * 60));
            case HOURS -> anchor.plusDays((count + 23) / 24);
            case BUSINESS_HOURS -> businessDaysAfter(anchor, (count + 7) / 8);
            case DAYS -> anchor.plusDays(count);
            case BUSINESS_DAYS -> businessDaysAfter(anchor, count);
            case WEEKS -> anchor.plusWeeks(count);
            case MONTHS -> anchor.plusMonths(count);
            case QUARTERS -> anchor.plusMonths(3L * count);
            case YEARS -> anchor.plusYears(count);
        };
    }

    /** The last day that is at least this much time before {@code end}. */
    public LocalDate before(LocalDate end) {
        return switch (unit) {
            case MINUTES -> end.minusDays((count + 24 * 60 - 1) / (24 * 60));
            case HOURS -> end.minusDays((count + 23) / 24);
            case BUSINESS_HOURS -> businessDaysBefore(end, (count + 7) / 8);
            case DAYS -> end.minusDays(count);
            case BUSINESS_DAYS -> businessDaysBefore(end, count);
            case WEEKS -> end.minusWeeks(count);
            case MONTHS -> end.minusMonths(count);
            case QUARTERS -> end.minusMonths(3L * count);
            case YEARS -> end.minusYears(count);
        };
    }

    private static LocalDate businessDaysAfter(LocalDate day, int count) {
        return step(day, count, 1);
    }

    private static LocalDate businessDaysBefore(LocalDate day, int count) {
        return step(day, count, -1);
    }

    private static LocalDate step(LocalDate day, int count, int direction) {
        LocalDate result = day;
        for (int left = count; left > 0; ) {
            result = result.plusDays(direction);
            if (result.getDayOfWeek().getValue() <= 5) {
                left--;
            }
        }
        return result;
    }

    /** For a reader, such as {@code 30 days}. */
    public String display() {
        String name = unit.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return count + " " + (count == 1 ? name.substring(0, name.length() - 1) : name);
    }
}
