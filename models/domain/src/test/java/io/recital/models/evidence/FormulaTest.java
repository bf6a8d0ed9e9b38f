package io.recital.models.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {
    private static final Map<String, BigDecimal> VALUES = Map.of(
            "fee", new BigDecimal("11788.80"),
            "rate", new BigDecimal("11.75"),
            "reached", new BigDecimal("95.7"),
            "level", new BigDecimal("97.0"),
            "each", new BigDecimal("0.5"),
            "due", day("2026-01-31"),
            "paid", day("2026-03-01"));

    private static BigDecimal day(String day) {
        return BigDecimal.valueOf(LocalDate.parse(day).toEpochDay());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ROUNDHALFUP(fee * rate / 100, 2)            | 1385.18",
                "FLOOR((level - reached) / each)             | 2",
                "CEILING((level - reached) / each)           | 3",
                "MAX(reached - level, 0)                     | 0",
                "MIN(fee, rate, level)                       | 11.75",
                "IF(reached < level, fee, 0)                 | 11788.80",
                "reached < level && fee > 1000               | 1",
                "NOT(reached < level)                        | 0",
                "-ABS(reached - level)                       | -1.3",
                "paid - due                                  | 29",
                "MONTHS(due, paid)                           | 1",
                "MONTHSBEGUN(due, paid)                      | 2",
                "MONTHSBEGUN(due, due)                       | 0",
                "(paid - due) / 365 * FEE * Rate / 100       | 110.055715068493150684931506849315",
            })
    void computesOverNamedNumbersAndDays(String formula, BigDecimal result) {
        assertThat(new Formula(formula).evaluate(VALUES).setScale(result.scale(), RoundingMode.HALF_UP))
                .isEqualByComparingTo(result);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fee * 0.02              | 0.02",
                "fee - 150               | 150",
                "MIN(fee, 2500.00)       | 2500.00",
                "ROUND(fee, 2)           | ROUND",
                "fee ^ rate              | ^",
                "FACT(rate)              | FACT",
                "RANDOM()                | RANDOM",
                "STR_UPPER(fee)          | STR_UPPER",
                "fee +                   | +",
                "fee[0]                  | fee",
                "2 fee                   | fee",
            })
    void refusesWhatLeadsBackToNothingOrIsNoSum(String formula, String named) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Formula(formula))
                .withMessageContaining(named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fee / (level - level)", "ROUNDHALFUP(fee, 60)", "MONTHS(fee, paid)", "other * 2"})
    void saysWhyThereIsNoResult(String formula) {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> new Formula(formula).evaluate(VALUES));
    }

    @Test
    void namesStandInTheOrderInWhichTheyAreTaken() {
        assertThat(new Formula("ROUNDHALFUP(Payment * MAX(full, 0) * rate / 100 + full, 2)").names())
                .containsExactly("payment", "full", "rate");
    }

    @Test
    void aFormulaOfAnyLengthIsNotRead() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Formula("fee + ".repeat(200) + "fee"));
    }

    @Property
    void moneyIsRoundedHalfAwayFromZero(
            @ForAll @BigRange(min = "-100000", max = "100000") @Scale(5) BigDecimal amount) {
        assertThat(new Formula("ROUNDHALFUP(x, 2)").evaluate(Map.of("x", amount)))
                .isEqualByComparingTo(amount.setScale(2, RoundingMode.HALF_UP));
    }
}
