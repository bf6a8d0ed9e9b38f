package io.recital.models.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreditStepTest {
    /** Credit of a step, how far it is, whether one that has begun counts, shortfall, credit. */
    @ParameterizedTest
    @CsvSource({
        "1, 0.5, false, 0.49, ",
        "1, 0.5, false, 0.5, 1 %",
        "1, 0.5, false, 1.6, 3 %",
        "1, 0.5, true, 0.01, 1 %",
        "1, 0.5, true, 1.0, 2 %",
        "0.25, 0.1, false, 1.19, 2.75 %",
        "2, 1, false, 0, ",
        "2, 1, true, -0.4, "
    })
    void countsFullOrCommencedSteps(String each, String every, boolean commenced, String shortfall, String credit) {
        CreditStep step =
                new CreditStep(new TypedValue.Percent(new BigDecimal(each)), new BigDecimal(every), commenced);
        assertThat(step.creditFor(new BigDecimal(shortfall)).map(TypedValue::display))
                .isEqualTo(java.util.Optional.ofNullable(credit));
    }

    @Test
    void multipliesAmountsOfMoney() {
        CreditStep step =
                new CreditStep(new TypedValue.Amount(BigMoney.parse("CHF 12.50")), new BigDecimal("0.2"), false);
        assertThat(step.creditFor(new BigDecimal("0.7")))
                .map(TypedValue::display)
                .hasValue("CHF 37.50");
    }

    @Test
    void isRefusedWhereItLeadsNowhere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CreditStep(new TypedValue.Percent(BigDecimal.ONE), BigDecimal.ZERO, false));
    }

    @Property
    boolean aWorseValueNeverEarnsLess(
            @ForAll @BigRange(min = "0", max = "50") @Scale(4) BigDecimal one,
            @ForAll @BigRange(min = "0", max = "50") @Scale(4) BigDecimal other,
            @ForAll boolean commenced) {
        CreditStep step =
                new CreditStep(new TypedValue.Percent(new BigDecimal("0.75")), new BigDecimal("0.3"), commenced);
        return step.steps(one.min(other)).compareTo(step.steps(one.max(other))) <= 0;
    }

    @Property
    boolean fullStepsNeverPassTheShortfall(@ForAll @BigRange(min = "0", max = "50") @Scale(4) BigDecimal shortfall) {
        CreditStep step = new CreditStep(new TypedValue.Percent(BigDecimal.ONE), new BigDecimal("0.7"), false);
        return step.steps(shortfall).multiply(step.every()).compareTo(shortfall) <= 0;
    }
}
