package io.recital.models.ledger.measure;

import static io.recital.models.ledger.measure.MeasureInWords.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.family.FamilyInWords;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatedMissTest {
    private static Optional<RepeatedMiss> read(String sentence) {
        return RepeatedMiss.of(PromisedMeasure.on(
                        new FamilyInWords(TenantRole.BUYER)
                                .with(
                                        "A",
                                        "agreement",
                                        "2025-01-01",
                                        new MeasureInWords("Uptime", "99")
                                                .credit(null, "99", percent("5"))
                                                .words(sentence)
                                                .in("A"))
                                .build(),
                        LocalDate.of(2025, 4, 1))
                .get(0));
    }

    /** From which miss in a row, times how much. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            If a level is missed in consecutive months, the credit for the second and each further month is multiplied by 1.25. | 2 | 1.25
            In the third successive month the credit doubles. | 3 | 2
            The deduction is increased by 50% where the same level is not reached in two consecutive quarters. | 2 | 1.5
            For a level missed in more than three months running the reduction is doubled. | 4 | 2
            A credit for the fourth consecutive month is 3 times the usual one. | 4 | 3
            """)
    void readsFromWhichMissACreditGrows(String sentence, int from, BigDecimal factor) {
        assertThat(read(sentence)).hasValueSatisfying(rule -> {
            assertThat(rule.from()).isEqualTo(from);
            assertThat(rule.factor()).isEqualByComparingTo(factor);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "If a level is missed in three consecutive months, the Client may terminate.",
                "Credits double as prices do.",
                "In consecutive months the credit is multiplied by 1.5, from the fourth by 2 times.",
            })
    void readsNothingThatDoesNotSayHowMuch(String sentence) {
        assertThat(read(sentence)).isEmpty();
    }
}
