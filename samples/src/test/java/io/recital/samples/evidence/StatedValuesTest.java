package io.recital.samples.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class StatedValuesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"value": {"count": 30, "unit": "days"}}  | within thirty (30) days                 | ``
            {"value": {"count": 30, "unit": "days"}}  | within forty days                       | 30
            {"value": {"count": 1, "unit": "years"}}  | once in each Contract Year              | ``
            {"value": 1.5}                            | a discount of 1.5%                      | ``
            {"value": 1.5}                            | a discount of 11.5%                     | 1.5
            {"to": 50000}                             | 10,000 to 49,999 units                  | ``
            {"value": "2026-02-01"}                   | with effect from 1 February 2026        | ``
            {"value": "2026-02-01"}                   | with effect from 2 February 2026        | 2026-02-01
            {"credits": [{"value": {"value": 4}}]}    | a credit of 5%                          | 4
            """)
    void refusesANumberOrDateThatTheQuotesDoNotState(String content, String quotes, String unstated) {
        assertThat(StatedValues.unstated(JsonMapper.shared().readTree(content), quotes))
                .isEqualTo(unstated.isEmpty() ? java.util.List.of() : java.util.List.of(unstated));
    }
}
