package io.recital.models.ledger.stated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.recital.models.finding.CheckInput;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.assertj.core.api.InstanceOfAssertFactories;
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
        assertThat(WrittenFigure.of(new CheckInput.Written("x", written, value)))
                .extracting(WrittenFigure::number, InstanceOfAssertFactories.BIG_DECIMAL)
                .isEqualByComparingTo(read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"24 April 2026|2026-04-24", "October 1, 2026|2026-10-01", "by 1st May 2026 at noon|2026-05-01"})
    void readsADayWithItsYear(String written, LocalDate day) {
        WrittenFigure figure = WrittenFigure.of(new CheckInput.Written("x", written, null));
        assertThat(figure.number()).isEqualByComparingTo(BigDecimal.valueOf(day.toEpochDay()));
        assertThat(figure.shown()).isEqualTo(day.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "480 hours by time sheet             | # hours      | 480",
                "counted: 1,528 shirts               | # shirts     | 1528",
                "Waited 2.5 hours, then 3 km         | # km         | 3",
                "valid 1 April 2026 to 20 July 2026  | valid * to # | 2026-07-20",
                "valid 1 April 2026 to 20 July 2026  | valid #      | 2026-04-01",
                "480 hours                           | # days       | \"\"",
                "no figure                           | #            | \"\"",
            })
    void findsAFigureInWords(String text, String pattern, String shown) {
        assertThat(CellText.find(text, pattern).map(WrittenFigure::shown).orElse(""))
                .isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"a reasonable sum |", "97.0% | 98", "15 October |", "the first of May |"})
    void refusesWhatIsNoFigureOrAnother(String written, @Nullable BigDecimal value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WrittenFigure.of(new CheckInput.Written("x", written, value)));
    }
}
