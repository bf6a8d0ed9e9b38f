package io.recital.models.ledger.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarWordsTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Uptime Report March 2026          | 2026-03-01 | 2026-03-31",
                "KPI Report 2026-02                | 2026-02-01 | 2026-02-28",
                "Gutschrift 05/2026                | 2026-05-01 | 2026-05-31",
                "SLR-2025-12                       | 2025-12-01 | 2025-12-31",
                "Review, third quarter 2025        | 2025-07-01 | 2025-09-30",
                "Q1 2026 scorecard                 | 2026-01-01 | 2026-03-31",
                "Report for Sept. 2025             | 2025-09-01 | 2025-09-30",
            })
    void readsTheMonthOrQuarterThatATextSpeaksOf(String text, LocalDate from, LocalDate to) {
        assertThat(CalendarWords.findPeriod(text)).hasValueSatisfying(period -> {
            assertThat(period.from()).isEqualTo(from);
            assertThat(period.to()).isEqualTo(to);
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"2026-03-15", "INV 2026-13", "from March 2026 to April 2026", "order 12345", "''"})
    void guessesNoPeriod(String text) {
        assertThat(CalendarWords.findPeriod(text)).isEmpty();
    }

    @Test
    void readsSingleDaysAndRanges() {
        assertThat(CalendarWords.listDays("on 7 and 8 April 2026 and from 30 to 31 May 2026"))
                .containsExactly(
                        LocalDate.of(2026, 4, 7),
                        LocalDate.of(2026, 4, 8),
                        LocalDate.of(2026, 5, 30),
                        LocalDate.of(2026, 5, 31));
        assertThat(CalendarWords.listDays("on 31 February 2026")).isEmpty();
    }
}
