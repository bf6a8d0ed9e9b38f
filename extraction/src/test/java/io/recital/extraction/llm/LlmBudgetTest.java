package io.recital.extraction.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;

class LlmBudgetTest {
    private static final LlmPrice PRICE = LlmPrice.of(new BigDecimal("0.15"), new BigDecimal("0.60"), "EUR");

    @Test
    void pricesTokensToTheLastDigit() {
        assertThat(PRICE.of(1_000_000, 0)).isEqualTo(BigMoney.parse("EUR 0.15"));
        assertThat(PRICE.of(701, 53)).isEqualTo(BigMoney.parse("EUR 0.00013695"));
        assertThat(PRICE.of(0, 0).isZero()).isTrue();
    }

    @Test
    void coversUpToItsTokens() {
        LlmBudget budget = LlmBudget.of(1000, null, null);

        assertThat(budget.covers(900, 100)).isTrue();
        assertThat(budget.covers(901, 100)).isFalse();
        assertThat(budget.cost(900, 100)).isNull();
        assertThat(budget.words()).isEqualTo("1000 tokens");
    }

    @Test
    void coversUpToItsMoney() {
        LlmBudget budget = LlmBudget.of(10_000_000, new BigDecimal("0.01"), PRICE);

        assertThat(budget.covers(40_000, 6_666)).isTrue();
        assertThat(budget.covers(40_000, 6_667)).isFalse();
        assertThat(budget.words()).isEqualTo("10000000 tokens or EUR 0.01");
    }

    @Test
    void saysWhatIsMissingOrWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LlmBudget.of(1000, BigDecimal.ONE, null))
                .withMessageContaining("recital.llm.price.input");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LlmPrice.of(BigDecimal.ONE, BigDecimal.ONE, "euro"))
                .withMessageContaining("ISO 4217");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LlmPrice.of(BigDecimal.ONE, new BigDecimal("-1"), "EUR"))
                .withMessageContaining("0 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LlmBudget.of(-1, null, null))
                .withMessageContaining("recital.llm.budget.tokens");
    }
}
