package io.recital.models.ledger.stated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.recital.models.finding.CheckInput;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenFigureTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "£1.92                  |      | 1.92",
                "97.0%                  |      | 97.0",
                "GBP 11,788.80          |      | 11788.80",
                "EUR 1.234,50           |      | 1234.50",
                "EUR 12,50              |      | 12.50",
                "CHF 1'250.75           |      | 1250.75",
                "10,000 units           |      | 10000",
                "1,000,000              |      | 1000000",
                "1.000.000              |      | 1000000",
                "forty (40)             |      | 40",
                "ten percent            |      | 10",
                "thirty days            |      | 30",
                "1.200                  | 1200 | 1200",
                "one half of one percent| 0.5  | 0.5",
                "twice                  | 2    | 2",
            })
    void readsAFigureAsItIsWritten(String written, @Nullable BigDecimal value, BigDecimal read) {
        assertThat(WrittenFigure.value(new CheckInput.Written("x", written, value)))
                .isEqualByComparingTo(read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"a reasonable sum |", "97.0% | 98"})
    void refusesWhatIsNoFigureOrAnother(String written, @Nullable BigDecimal value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WrittenFigure.value(new CheckInput.Written("x", written, value)));
    }
}
