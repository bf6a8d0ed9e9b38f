package io.recital.retrieval.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidityTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            From 1 April 2024 the rent is EUR 900.                          | 2024-03-31 | false
            From 1 April 2024 the rent is EUR 900.                          | 2024-04-01 | true
            With effect from May 2, 2024, the fee rises.                    | 2024-05-01 | false
            Crate: EUR 4 (until 31 March 2024)                              | 2024-04-01 | false
            Crate: EUR 4 (until 31 March 2024)                              | 2024-03-31 | true
            1 July 2023 to 30 June 2024: EUR 12                             | 2024-02-01 | true
            1 July 2023 to 30 June 2024: EUR 12                             | 2024-07-01 | false
            Orders placed before May 2, 2024 are charged at the old price.  | 2025-01-01 | false
            """)
    void readsFromItsWordsWhenAStatementHolds(String words, LocalDate day, boolean holds) {
        assertThat(Validity.of(words).holdsOn(day)).isEqualTo(holds);
    }

    @Test
    void statesNothingWhereADayIsSomethingElse() {
        assertThat(Validity.of("The gate is to be repaired on 4 May 2024.").isStated())
                .isFalse();
    }
}
