package io.recital.retrieval.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityBandTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            up to 250 hours                        | 0      | 250    | false | ''
            hours above 250                        | 250    | -      | false | ''
            below 50,000                           | 0      | 49999  | false | ''
            from 50,000 to 150,000                 | 49999  | 150000 | false | ''
            between 10 and 20 units                | 9      | 20     | false | ''
            more than 150,000                      | 150000 | -      | false | ''
            Standard cycle, first 180 pallets      | 0      | 180    | true  | Standard cycle
            Standard cycle, each pallet above 180  | 180    | -      | true  | Standard cycle
            the first 1,000 labels                 | 0      | 1000   | true  | ''
            every further label beyond 1,000       | 1000   | -      | true  | ''
            each litre from 500 to 900             | 500    | 900    | true  | ''
            """)
    void isReadFromTheWordsOfACell(String cell, BigDecimal above, BigDecimal most, boolean marginal, String rest) {
        assertThat(QuantityBand.of(cell)).contains(new QuantityBand(above, most, marginal, rest));
    }

    @ParameterizedTest
    @ValueSource(strings = {"any", "Tray 110 mm, PETG", "below 93.0%", "Extended cycle, each pallet", "Kelham Works"})
    void isNotReadWhereThereIsNone(String cell) {
        assertThat(QuantityBand.of(cell)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"200, first 180 hours, 180", "200, each hour above 180, 20", "100, each hour above 180, 0"})
    void takesItsPartOfANumber(BigDecimal number, String cell, BigDecimal part) {
        assertThat(QuantityBand.of(cell).orElseThrow().partOf(number)).isEqualByComparingTo(part);
    }
}
