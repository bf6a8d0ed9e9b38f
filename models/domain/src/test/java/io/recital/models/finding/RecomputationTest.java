package io.recital.models.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.evidence.Derivation;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecomputationTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COUNT        | Master Agreement; Order 7          | 2                 | true",
                "COUNT        | Master Agreement; Order 7          | 3                 | false",
                "SUM          | GBP 1,200.50; GBP 99.50            | GBP 1300          | true",
                "SUM          | GBP 1,200.50; GBP 99.50            | GBP 1301          | false",
                "DIFFERENCE   | 60 days; 45 days                   | 15 days           | true",
                "PRODUCT      | 1200; EUR 7.25                     | EUR 8700.00       | true",
                "QUOTIENT     | GBP 100; 3                         | GBP 33.33         | true",
                "QUOTIENT     | GBP 100; 0                         | GBP 0             | false",
                "WHOLE_QUOTIENT | 21 days; 7 days                  | 3                 | true",
                "WHOLE_QUOTIENT | 20 days; 7 days                  | 3                 | false",
                "RATE         | 188; 198; 100                      | 94.94 %           | true",
                "RATE         | 188; 198; 100                      | 94.95 %           | true",
                "RATE         | 188; 198; 100                      | 94.96 %           | false",
                "RATE         | 3; 2000000; 1000000; 2             | 1.50              | true",
                "RATE         | 188; 0; 100                        | 94.94 %           | false",
                "BAND         | 1.38; 3 %                          | 3 %               | true",
                "BAND         | 1.38; 3 %                          | 4 %               | false",
                "LEAST        | 30 days; 2 weeks; 1 month          | 2 weeks           | true",
                "LEAST        | 30 days; 2 weeks; 1 month          | 30 days           | false",
                "GREATEST     | 2027-01-31; 2026-12-31             | 2027-01-31        | true",
                "GREATEST     | 2027-01-31; 2026-12-31             | 2027-02-28        | false",
                "PERCENT_OF   | 2.5 %; USD 40,000                  | USD 1000          | true",
                "FORMULA      | ROUNDHALFUP(fee * days / 365, 2); GBP 11,788.80; 40     | 1291.92 | true",
                "FORMULA      | ROUNDHALFUP(fee * days / 365, 2); GBP 11,788.80; 40     | 1291.93 | false",
                "FORMULA      | paid - due; 2026-07-10; 2026-06-30 | 10                | true",
                "FORMULA      | paid - due; 2026-07-10             | 10                | false",
                "DAY_AFTER    | 2026-01-31; 1 month                | 2026-02-28        | true",
                "DAY_BEFORE   | 2027-12-31; 90 days                | 2027-10-02        | true",
                "DAY_BEFORE   | 2027-12-31; 90 days                | 2027-10-03        | false",
                "DAY_BEFORE   | 2027-12-31; soon                   | 2027-10-03        | false",
                "DAYS_BETWEEN | 2026-06-30; 2026-07-10             | 10 days           | true",
                "DAY_AFTER    | 2026-04-01; 10 business days; England and Wales | 2026-04-17 | true",
                "DAY_AFTER    | 2026-04-01; 10 business days; weekdays | 2026-04-15    | true",
                "BUSINESS_DAYS_BETWEEN | 2026-04-01; 2026-04-17; England and Wales | 10 business days  | true",
                "BUSINESS_DAYS_BETWEEN | 2026-04-01; 2026-04-17; weekdays          | 10 business days  | false",
                "BUSINESS_DAYS_BETWEEN | 2026-04-17; 2026-04-01; England and Wales | -10 business days | true",
            })
    void doesEverySumAgain(Derivation.Operation operation, String inputs, String result, boolean holds) {
        Derivation derivation = new Derivation(
                operation,
                Stream.of(inputs.split("; "))
                        .map(value -> new Derivation.Input("input", value.strip(), null))
                        .toList(),
                result);

        assertThat(Recomputation.holds(derivation)).isEqualTo(holds);
    }
}
