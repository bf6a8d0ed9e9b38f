package io.recital.models.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.finding.TimeSpan;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessCalendarTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        the law of England and Wales                              | gb.eng, gb.wls
        a public holiday in Scotland                              | gb.sct
        the laws of the State of Delaware                         | us.de
        the laws of the State of Georgia                          | us.ga
        banks in the City of New York are closed                  | us.ny
        the laws of New Mexico                                    | us.nm
        a federal holiday in the United States                    | us
        German law                                                | de
        Es gilt deutsches Recht                                   | de
        days on which banks in Hamburg are open                   | de.hh
        banks in London and Frankfurt are open                    | de.he, gb.eng
        the laws of India                                         | in
        any day other than a Saturday or a Sunday                 | ''
        """)
    void readsThePlaceFromTheWords(String words, String places) {
        assertThat(String.join(", ", BusinessCalendar.of(words).places())).isEqualTo(places);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        English law                 | 2026-04-03 | 2026-04-07
        English law                 | 2027-12-25 | 2027-12-29
        Scots law                   | 2026-01-02 | 2026-01-05
        English law                 | 2026-01-02 | 2026-01-02
        law of the United States    | 2026-04-03 | 2026-04-03
        law of the United States    | 2026-07-03 | 2026-07-06
        law of the United States    | 2021-12-31 | 2022-01-03
        German law                  | 2026-05-01 | 2026-05-04
        German law                  | 2025-10-31 | 2025-10-31
        the law applied in Hamburg  | 2025-10-31 | 2025-11-03
        no law                      | 2026-12-25 | 2026-12-25
        """)
    void rollsToTheNextBusinessDay(String words, LocalDate day, LocalDate next) {
        assertThat(BusinessCalendar.of(words).onOrAfter(day)).isEqualTo(next);
    }

    @Test
    void countsBusinessDaysOverAHoliday() {
        TimeSpan ten = new TimeSpan(10, TimeSpan.Unit.BUSINESS_DAYS);
        LocalDate anchor = LocalDate.of(2026, 3, 27);
        assertThat(ten.after(anchor, BusinessCalendar.of("England"))).isEqualTo(LocalDate.of(2026, 4, 14));
        assertThat(ten.after(anchor)).isEqualTo(LocalDate.of(2026, 4, 10));
        assertThat(ten.before(LocalDate.of(2026, 4, 14), BusinessCalendar.of("England")))
                .isEqualTo(LocalDate.of(2026, 3, 27));
    }

    @Test
    void countsADayOnlyWhereItCountsInBothPlaces() {
        BusinessCalendar both = BusinessCalendar.of("England").and(BusinessCalendar.of("Germany"));
        assertThat(both.isBusinessDay(LocalDate.of(2026, 5, 25))).isFalse();
        assertThat(both.isBusinessDay(LocalDate.of(2026, 10, 3))).isFalse();
        assertThat(both.isBusinessDay(LocalDate.of(2026, 8, 31))).isFalse();
        assertThat(both.isBusinessDay(LocalDate.of(2026, 8, 28))).isTrue();
    }

    @Property(tries = 300)
    void comesBackFromAnyNumberOfBusinessDays(
            @ForAll @IntRange(max = 3000) int day, @ForAll @IntRange(min = 1, max = 60) int count) {
        BusinessCalendar calendar = BusinessCalendar.of("New York");
        LocalDate start = calendar.onOrAfter(LocalDate.of(2022, 1, 1).plusDays(day));
        assertThat(calendar.minus(calendar.plus(start, count), count)).isEqualTo(start);
    }

    @Property(tries = 200)
    void countsBetweenTwoDaysWhatItCountedOn(
            @ForAll @IntRange(max = 3000) int day, @ForAll @IntRange(min = 0, max = 60) int count) {
        BusinessCalendar calendar = BusinessCalendar.of("New York");
        LocalDate start = LocalDate.of(2022, 1, 1).plusDays(day);
        assertThat(calendar.between(start, calendar.plus(start, count))).isEqualTo(count);
        assertThat(calendar.between(calendar.plus(start, count), start)).isEqualTo(-count);
    }
}
