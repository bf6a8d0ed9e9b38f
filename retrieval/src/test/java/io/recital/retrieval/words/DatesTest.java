package io.recital.retrieval.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            on 4 May 2024            | 2024-05-04
            as of the 1st June 2023  | 2023-06-01
            May 4, 2024              | 2024-05-04
            by 2024-05-04            | 2024-05-04
            am 4.5.2024              | 2024-05-04
            this 4th day of May 2024 | 2024-05-04
            """)
    void readsADay(String text, LocalDate day) {
        assertThat(Dates.in(text)).singleElement().satisfies(named -> {
            assertThat(named.first()).isEqualTo(day);
            assertThat(named.last()).isEqualTo(day);
        });
    }

    @Test
    void readsAMonthAsItsDays() {
        assertThat(Dates.in("in February 2024")).singleElement().satisfies(named -> {
            assertThat(named.first()).isEqualTo(LocalDate.of(2024, 2, 1));
            assertThat(named.last()).isEqualTo(LocalDate.of(2024, 2, 29));
        });
    }

    @Test
    void passesOverDaysThatNoCalendarHas() {
        assertThat(Dates.in("on 31 February 2024, may 2 be enough, 3.14.2024")).isEmpty();
    }
}
