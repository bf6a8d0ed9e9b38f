package io.recital.models.finding;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** By when an obligation must be performed. */
public sealed interface Deadline {
    /** For a reader. */
    String display();

    /**
     * The first due date on or after a day, where the contract alone determines it.
     *
     * @return empty when it depends on an event that is not known
     */
    Optional<LocalDate> nextDueOnOrAfter(LocalDate day);

    /** On one day. */
    record OnDate(LocalDate date) implements Deadline {
        @Override
        public String display() {
            return "on " + date;
        }

        @Override
        public Optional<LocalDate> nextDueOnOrAfter(LocalDate day) {
            return date.isBefore(day) ? Optional.empty() : Optional.of(date);
        }
    }

    /** Within a time after an event, such as {@code receipt of a valid invoice}. */
    record After(TimeSpan within, String event) implements Deadline {
        public After {
            requireNonNull(event, "event");
        }

        /** The due date when the event happened on a day. */
        public LocalDate dueWhen(LocalDate eventDay) {
            return within.after(eventDay);
        }

        @Override
        public String display() {
            return ("within " + within.display() + " of " + event).strip();
        }

        @Override
        public Optional<LocalDate> nextDueOnOrAfter(LocalDate day) {
            return Optional.empty();
        }
    }

    /** At least a time before an event. */
    record Before(TimeSpan ahead, String event) implements Deadline {
        public Before {
            requireNonNull(event, "event");
        }

        /** The last day to act when the event is on a day. */
        public LocalDate dueWhen(LocalDate eventDay) {
            return ahead.before(eventDay);
        }

        @Override
        public String display() {
            return ("at least " + ahead.display() + " before " + event).strip();
        }

        @Override
        public Optional<LocalDate> nextDueOnOrAfter(LocalDate day) {
            return Optional.empty();
        }
    }

    /**
     * Again and again: so long after the end of each calendar period, or by its end when {@code grace} is null.
     *
     * @param every length of the period: weeks, months, quarters or years
     * @param grace time after the period's end, null for none
     */
    record Recurring(TimeSpan every, @Nullable TimeSpan grace) implements Deadline {
        @Override
        public String display() {
            return grace == null
                    ? "every " + every.display()
                    : "within " + grace.display() + " of the end of every " + every.display();
        }

        @Override
        public Optional<LocalDate> nextDueOnOrAfter(LocalDate day) {
            LocalDate end = periodEnd(day);
            LocalDate earlier = periodEnd(startOfPeriod(end).minusDays(1));
            while (!due(earlier).isBefore(day)) {
                end = earlier;
                earlier = periodEnd(startOfPeriod(end).minusDays(1));
            }
            while (due(end).isBefore(day)) {
                end = periodEnd(end.plusDays(1));
            }
            return Optional.of(due(end));
        }

        private LocalDate due(LocalDate periodEnd) {
            return grace == null ? periodEnd : grace.after(periodEnd);
        }

        private int months() {
            return switch (every.unit()) {
                case MONTHS -> every.count();
                case QUARTERS -> 3 * every.count();
                case YEARS -> 12 * every.count();
                default -> 0;
            };
        }

        private LocalDate periodEnd(LocalDate day) {
            int months = months();
            if (months == 0) {
                return day.plusDays(7 - day.getDayOfWeek().getValue());
            }
            int index = (day.getMonthValue() - 1) / months * months + months;
            return YearMonth.of(day.getYear(), 1).plusMonths(index - 1L).atEndOfMonth();
        }

        private LocalDate startOfPeriod(LocalDate periodEnd) {
            int months = months();
            return months == 0
                    ? periodEnd.minusDays(6)
                    : YearMonth.from(periodEnd).minusMonths(months - 1L).atDay(1);
        }
    }

    /** In words that name no computable date, such as {@code promptly}. */
    record Stated(String words) implements Deadline {
        public Stated {
            requireNonNull(words, "words");
        }

        @Override
        public String display() {
            return words;
        }

        @Override
        public Optional<LocalDate> nextDueOnOrAfter(LocalDate day) {
            return Optional.empty();
        }
    }
}
