package io.recital.models.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.finding.TimeSpan;
import io.recital.models.ledger.lever.StatedTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpelledNumberTest {
    @ParameterizedTest
    @CsvSource({
        "forty, 40",
        "forty (40), 40",
        "forty-five, 45",
        "one hundred and twenty, 120",
        "two hundred (200), 200",
        "90, 90",
        "thirty (45), ",
        "several, ",
    })
    void readsWordsAndFiguresThatAgree(String written, Integer number) {
        assertThat(SpelledNumber.parse(written).orElse(null)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({"first, 1", "Sixth, 6", "twentieth, 20", "3rd, 3", "21st, 21", "month, ", "21, "})
    void readsAPlaceInARow(String written, Integer place) {
        assertThat(SpelledNumber.parseOrdinal(written).orElse(null)).isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource({
        "'within forty days of receipt', 40 days",
        "'within one hundred twenty (120) days', 120 days",
        "'within six months after the half-year', 6 months",
        "'within 14 calendar days', 14 days",
        "'for twenty-four months', 24 months",
        "'within two Working Days', 2 business days",
        "'soon', ",
    })
    void readsATimeOfASentence(String sentence, String span) {
        assertThat(StatedTime.in(sentence).map(TimeSpan::display).orElse(null)).isEqualTo(span);
    }
}
