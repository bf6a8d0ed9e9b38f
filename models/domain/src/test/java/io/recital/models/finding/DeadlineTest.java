package io.recital.models.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineTest {
    @ParameterizedTest
    @CsvSource({
        "30, DAYS, 2026-01-15, 2026-02-14",
        "1, MONTHS, 2026-01-31, 2026-02-28",
        "2, QUARTERS, 2026-01-31, 2026-07-31",
        "5, BUSINESS_DAYS, 2026-07-03, 2026-07-10",
        "1, BUSINESS_DAYS, 2026-07-04, 2026-07-06",
        "4, HOURS, 2026-07-04, 2026-07-05",
        "2, WEEKS, 2026-12-24, 2027-01-07",
        "1, YEARS, 2024-02-29, 2025-02-28"
    })
    void countsFromTheDayAfterTheEvent(int count, TimeSpan.Unit unit, LocalDate event, LocalDate due) {
        assertThat(new Deadline.After(new TimeSpan(count, unit), "receipt").dueWhen(event))
                .isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        "90, DAYS, 2026-12-31, 2026-10-02",
        "3, MONTHS, 2026-12-31, 2026-09-30",
        "10, BUSINESS_DAYS, 2026-06-30, 2026-06-16"
    })
    void countsBackFromTheEvent(int count, TimeSpan.Unit unit, LocalDate event, LocalDate last) {
        assertThat(new Deadline.Before(new TimeSpan(count, unit), "expiry").dueWhen(event))
                .isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({
        "1, MONTHS, 2026-06-30, 2026-07-14",
        "1, MONTHS, 2026-07-14, 2026-07-14",
        "1, MONTHS, 2026-07-15, 2026-08-14",
        "3, MONTHS, 2026-07-15, 2026-10-14",
        "1, QUARTERS, 2026-02-01, 2026-04-14",
        "1, YEARS, 2026-02-01, 2027-01-14"
    })
    void recursSoLongAfterTheEndOfEachPeriod(int count, TimeSpan.Unit unit, LocalDate day, LocalDate due) {
        Deadline monthly =
                new Deadline.Recurring(new TimeSpan(count, unit), new TimeSpan(10, TimeSpan.Unit.BUSINESS_DAYS));
        Deadline plain = new Deadline.Recurring(new TimeSpan(count, unit), new TimeSpan(14, TimeSpan.Unit.DAYS));

        assertThat(plain.nextDueOnOrAfter(day)).contains(due);
        assertThat(monthly.nextDueOnOrAfter(day)).isPresent().get().matches(next -> !next.isBefore(day));
    }

    @Test
    void recursWithALongGraceWithoutSkippingAnEarlierPeriod() {
        Deadline late =
                new Deadline.Recurring(new TimeSpan(1, TimeSpan.Unit.MONTHS), new TimeSpan(45, TimeSpan.Unit.DAYS));

        assertThat(late.nextDueOnOrAfter(LocalDate.of(2026, 6, 1))).contains(LocalDate.of(2026, 6, 14));
    }

    @Test
    void recursWeeklyOnSundays() {
        Deadline weekly = new Deadline.Recurring(new TimeSpan(1, TimeSpan.Unit.WEEKS), null);

        assertThat(weekly.nextDueOnOrAfter(LocalDate.of(2026, 11, 20))).contains(LocalDate.of(2026, 11, 22));
    }

    @Test
    void knowsNoDateThatDependsOnAnUnknownEvent() {
        Deadline after = new Deadline.After(new TimeSpan(5, TimeSpan.Unit.DAYS), "receipt of the invoice");

        assertThat(after.nextDueOnOrAfter(LocalDate.of(2026, 1, 1))).isEmpty();
        assertThat(new Deadline.Stated("promptly").nextDueOnOrAfter(LocalDate.of(2026, 1, 1)))
                .isEmpty();
        assertThat(new Deadline.OnDate(LocalDate.of(2025, 1, 1)).nextDueOnOrAfter(LocalDate.of(2026, 1, 1)))
                .isEmpty();
    }
}
