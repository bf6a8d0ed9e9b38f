package io.recital.retrieval.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.retrieval.statement.Band.Supposed;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BandTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            97.00% or more but less than 98.50%       | 97.00 %   | true
            97.00% or more but less than 98.50%       | 98.50 %   | false
            98.50% or more, but less than 99%         | 98.7%     | true
            Less than 97.00 %                         | 96.99 per cent | true
            Less than 97.00 %                         | 97 %      | false
            Above £100,000 and up to £250,000         | £250,000  | true
            Above £100,000 and up to £250,000         | £100,000  | false
            More than 20                              | 21        | true
            Up to and including $2,000,000            | 2,000,000 | true
            25 to 49                                  | 49        | true
            25 to 49                                  | 50        | false
            100 or more                               | 100       | true
            Below 90%                                 | 85        | false
            50,000 to 199,999 units                   | 80,000    | true
            """)
    void holdsWhatLiesInIt(String cell, String supposed, boolean holds) {
        List<Supposed> numbers = Supposed.in("What is due for " + supposed + " of it?");
        assertThat(numbers).hasSize(1);
        assertThat(Band.of(cell))
                .get()
                .satisfies(band -> assertThat(band.holds(numbers.get(0))).isEqualTo(holds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5 days", "GBP 96.50", "less than half of it", "2.5%", "within 30 days of receipt", "WL1"})
    void wordsNoRangeElsewhere(String cell) {
        assertThat(Band.of(cell)).isEmpty();
    }
}
