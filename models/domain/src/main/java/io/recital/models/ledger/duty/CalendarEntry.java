package io.recital.models.ledger.duty;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;

/**
 * A day that somebody should not miss.
 *
 * @param uid the same whenever the calendar is made again, so that programs move an entry instead of doubling it
 * @param description what it rests on, in lines
 * @param remindDaysBefore when a program should say so, each so many days before
 */
public record CalendarEntry(
        String uid, LocalDate day, String title, String description, List<Integer> remindDaysBefore) {
    public CalendarEntry {
        requireNonNull(uid, "uid");
        requireNonNull(day, "day");
        requireNonNull(title, "title");
        requireNonNull(description, "description");
        remindDaysBefore = List.copyOf(remindDaysBefore);
    }
}
