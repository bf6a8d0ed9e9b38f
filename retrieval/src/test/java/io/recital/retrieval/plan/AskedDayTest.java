package io.recital.retrieval.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedDayTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 9, 15);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What was the rent on 3 March 2024?                     | 2024-03-03
            What did a crate cost in November 2024?                | 2024-11-30
            What did a crate cost in mid-2023?                     | 2023-07-01
            What is the rent from April 2024 to March 2025?        | 2024-04-30
            Which leases end in 2027?                              | 2025-09-15
            Whose lease expires on 1 May 2026?                     | 2025-09-15
            When was the quay due, as things stood on 2 May 2025?  | 2025-05-02
            What does a crate cost?                                | 2025-09-15
            What does a crate cost today?                          | 2025-09-15
            """)
    void isTheDayThatTheQuestionNamesOrElseToday(String question, LocalDate day) {
        assertThat(AskedDay.of(question, TODAY).day()).isEqualTo(day);
    }

    @Test
    void knowsWhoWantsTheFirstWording() {
        assertThat(AskedDay.of("What was the rent as originally agreed?", TODAY).asSigned())
                .isTrue();
        assertThat(AskedDay.of("What is the rent?", TODAY).asSigned()).isFalse();
    }
}
