package io.recital.retrieval.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateWindowTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Which leases end in the next 60 days? | 2026-06-30 | 2026-08-29",
                "What has to be cancelled within the coming three months? | 2026-06-30 | 2026-09-30",
                "Which agreements lapse in 2027? | 2027-01-01 | 2027-12-31",
                "Which agreements lapse in March 2027? | 2027-03-01 | 2027-03-31",
                "Whose notice day falls between 1 July 2026 and 30 September 2026? | 2026-07-01 | 2026-09-30",
                "Which end in the second half of 2027? | 2027-07-01 | 2027-12-31",
                "Which end in Q1 2028? | 2028-01-01 | 2028-03-31",
                "What ends this year? | 2026-01-01 | 2026-12-31",
                "What ends next quarter? | 2026-07-01 | 2026-09-30",
                "What took effect on January 15, 2026? | 2026-01-15 | 2026-01-15",
            })
    void readsAWindowFromAQuestion(String question, LocalDate from, LocalDate to) {
        assertThat(DateWindow.in(question, TODAY)).contains(new DateWindow(from, to));
    }

    @Test
    void anOpenWindowTakesInTheDayItselfOnlyWhereTheWordsSaySo() {
        DateWindow before = DateWindow.in("Which end before 1 May 2027?", TODAY).orElseThrow();
        DateWindow by = DateWindow.in("Which end by 1 May 2027?", TODAY).orElseThrow();
        assertThat(before.contains(LocalDate.of(2027, 5, 1))).isFalse();
        assertThat(by.contains(LocalDate.of(2027, 5, 1))).isTrue();
        assertThat(DateWindow.in("Which run beyond 2027?", TODAY).orElseThrow().contains(LocalDate.of(2027, 12, 31)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"Which suppliers may raise prices?", "What is due on 31 February 2026?"})
    void asksForNoWindowOrForADayThatIsNone(String question) {
        assertThat(DateWindow.in(question, TODAY)).isEmpty();
    }
}
