package io.recital.api.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SumCheckTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            day-after             | 2026-04-01; 10 business days; England and Wales | 2026-04-17        | true
            day-after             | 2026-04-01; 10 business days; weekdays          | 2026-04-17        | false
            day-after             | 2026-04-01; 10 business days                    | 2026-04-15        | true
            business-days-between | 2026-04-01; 2026-04-17; England and Wales       | 10 business days  | true
            business-days-between | 2026-04-17; 2026-04-01; England and Wales       | -10 business days | true
            business-days-between | 2026-04-01; 2026-04-17; weekdays                | 10 business days  | false
            formula               | base * (100 + percent) / 100; 10.30; 2.5        | 10.5575           | true
            """)
    void doesTheSumsOfDaysAndRisesAgain(String operation, String inputs, String result, boolean holds) {
        assertThat(SumCheck.comesTo(operation, List.of(inputs.split("; ")), result))
                .isEqualTo(holds);
    }
}
