package io.recital.models.calendar;

import static java.util.stream.Collectors.toUnmodifiableSet;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Knows the business days of one or more places: no Saturday, no Sunday, and no public or bank holiday of any of them.
 * Without a place it knows weekends only.
 */
public final class BusinessCalendar {
    /** Knows weekends only: for contracts of which nobody can tell where a day counts. */
    public static final BusinessCalendar WEEKDAYS = new BusinessCalendar(Set.of());

    private static final Map<String, Set<LocalDate>> HOLIDAYS = new ConcurrentHashMap<>();

    private final Set<String> places;

    private BusinessCalendar(Collection<String> places) {
        this.places = Set.copyOf(places);
    }

    /**
     * The calendar of places that words name: a governing law, or what a contract calls a business day.
     *
     * @param words such as {@code the law of England and Wales}; where they name no place, weekends only are known
     */
    public static BusinessCalendar of(String words) {
        Set<String> places = Places.namedIn(words);
        return places.isEmpty() ? WEEKDAYS : new BusinessCalendar(places);
    }

    /** One that knows the holidays of both: a day counts where it counts in all places. */
    public BusinessCalendar and(BusinessCalendar other) {
        return new BusinessCalendar(
                Stream.concat(places.stream(), other.places.stream()).collect(toUnmodifiableSet()));
    }

    /** Codes of the places in order, such as {@code gb.eng}; none where weekends only are known. */
    public Set<String> places() {
        return new TreeSet<>(places);
    }

    public boolean isBusinessDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && places.stream()
                        .noneMatch(place -> holidays(place, day.getYear()).contains(day));
    }

    /** The day itself, or else the next business day. */
    public LocalDate onOrAfter(LocalDate day) {
        return isBusinessDay(day) ? day : plus(day, 1);
    }

    /** The day itself, or else the business day before it. */
    public LocalDate onOrBefore(LocalDate day) {
        return isBusinessDay(day) ? day : minus(day, 1);
    }

    /** The business day so many business days after a day, which is not counted itself. */
    public LocalDate plus(LocalDate day, int businessDays) {
        return step(day, businessDays, 1);
    }

    /** The business day so many business days before a day, which is not counted itself. */
    public LocalDate minus(LocalDate day, int businessDays) {
        return step(day, businessDays, -1);
    }

    /** How many business days lie after one day, up to another and including it; below zero where that comes first. */
    public long between(LocalDate from, LocalDate to) {
        LocalDate first = from.isBefore(to) ? from : to;
        LocalDate last = from.isBefore(to) ? to : from;
        long days = first.plusDays(1)
                .datesUntil(last.plusDays(1))
                .filter(this::isBusinessDay)
                .count();
        return from.isBefore(to) ? days : -days;
    }

    private LocalDate step(LocalDate day, int businessDays, int direction) {
        LocalDate result = day;
        for (int left = businessDays; left > 0; ) {
            result = result.plusDays(direction);
            if (isBusinessDay(result)) {
                left--;
            }
        }
        return result;
    }

    private static Set<LocalDate> holidays(String place, int year) {
        return HOLIDAYS.computeIfAbsent(place + " " + year, key -> read(place, year));
    }

    private static Set<LocalDate> read(String place, int year) {
        String[] path = place.split("\\.");
        HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(path[0]));
        // New Year's Day on a Saturday is kept on the last day of the year before
        return Stream.of(year, year + 1)
                .flatMap(each -> manager.getHolidays(Year.of(each), Arrays.copyOfRange(path, 1, path.length)).stream())
                .filter(holiday -> holiday.getType() != HolidayType.OBSERVANCE)
                .map(Holiday::getDate)
                .filter(day -> day.getYear() == year)
                .collect(toUnmodifiableSet());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BusinessCalendar calendar && calendar.places.equals(places);
    }

    @Override
    public int hashCode() {
        return places.hashCode();
    }

    /** For a reader: {@code business days of de.hh}, or {@code weekdays}. */
    @Override
    public String toString() {
        return places.isEmpty() ? "weekdays" : "business days of " + String.join(", ", places());
    }
}
