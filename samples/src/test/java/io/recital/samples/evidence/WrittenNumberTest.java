package io.recital.samples.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenNumberTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4%                          | 4
            99.90%                      | 99.9
            £1,120                      | 1120
            thirty (30)                 | 30
            thirty (45) days            | 45
            sixty                       | 60
            forty-five days             | 45
            twenty five days            | 25
            one hundred and twenty      | 120
            per thousand units          | 1000
            USD 2.5 million             | 2500000
            on the fifth Business Day   | 5
            """)
    void readsFiguresAndWords(String wording, BigDecimal number) {
        assertThat(WrittenNumber.states(wording, number)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            14%             | 4
            99.90%          | 99
            sixteen         | 6
            sixty-one       | 60
            someone else    | 1
            """)
    void readsNoNumberThatIsNotThere(String wording, BigDecimal number) {
        assertThat(WrittenNumber.states(wording, number)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            on 1 February 2026                  | 2026-02-01 | true
            no later than August 31, 2026       | 2026-08-31 | true
            this 3rd day of March, 2025         | 2025-03-03 | true
            am 1. Januar 2026                   | 2026-01-01 | true
            on 11 February 2026                 | 2026-02-01 | false
            this 13th day of March, 2025        | 2025-03-03 | false
            """)
    void readsDatesAsContractsWriteThem(String wording, LocalDate date, boolean states) {
        assertThat(WrittenDate.states(wording, date)).isEqualTo(states);
    }
}
