package io.recital.models.ledger.duty;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MissesInARowTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "unknown", textBlock = """
            the same standard is missed in three months in succession                  | 3
            a Service Level is missed in two consecutive calendar months               | 2
            the target is not met in two (2) or more successive quarters               | 2
            the score falls short two months running                                   | 2
            a KPI is missed for the third consecutive month                            | 3
            the level is missed twice in a row                                         | 2
            availability is below target for four straight months                      | 4
            the same level is missed three times in succession                         | 3
            satisfaction falls below 4.0 in any quarter                                | 1
            a Service Level is missed                                                  | 1
            a Service Level is missed in two of any three months                       | unknown
            a Service Level is missed twice in a year                                  | unknown
            a KPI is missed three times                                                | unknown
            the Supplier repeatedly misses a target                                    | unknown
            """)
    void readsHowManyMissesInARowAClauseAsksFor(String condition, @Nullable Integer times) {
        assertThat(MissesInARow.in(condition).orElse(null)).isEqualTo(times);
    }
}
