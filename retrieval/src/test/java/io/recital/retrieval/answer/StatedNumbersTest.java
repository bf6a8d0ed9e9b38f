package io.recital.retrieval.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatedNumbersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "payment term 45 days           | within forty-five (45) days of receipt      | -",
                "payment term 45 days           | within forty-five days of receipt           | -",
                "payment term 46 days           | within forty-five (45) days of receipt      | 46",
                "payment term 120 days          | within one hundred and twenty days          | -",
                "liability cap GBP 2500000      | no more than £2,500,000 in a year           | -",
                "liability cap GBP 2500000      | no more than £2.5 million in a year         | -",
                "liability cap GBP 2500001      | no more than £2,500,000 in a year           | 2500001",
                "availability 99.9 %            | be available for 99.90% of each month       | -",
                "expiration date 2031-04-30     | ends on 30 April 2031                       | -",
                "expiration date 2031-04-30     | ends on April 30, 2031                      | -",
                "expiration date 2031-04-30     | endet am 30. April 2031                     | -",
                "expiration date 2031-05-30     | ends on 30 April 2031                       | 5",
                "expiration date 2031-04-29     | ends on 30 April 2031                       | 29",
                "renews for 1 year              | renews for a further year                   | -",
                "rebate 2 %, frequency 1 year   | 2% of the Purchases in the Contract Year    | -",
                "at most 2 visits               | may visit twice in any year                 | -",
                "Grade K7 and line 3            | grade K7                                    | 3",
                "no number at all               | nothing                                     | -",
            })
    void everyNumberMustStandInASource(String sentence, String source, String missing) {
        assertThat(StatedNumbers.of(sentence).missingIn(List.of(source)))
                .isEqualTo(missing == null ? List.of() : List.of(missing));
    }
}
