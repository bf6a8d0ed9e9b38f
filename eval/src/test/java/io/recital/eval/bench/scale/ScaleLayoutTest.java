package io.recital.eval.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recital.eval.EvalException;
import io.recital.eval.bench.scale.ScaleLayout.Holding;
import org.junit.jupiter.api.Test;

class ScaleLayoutTest {
    @Test
    void holdingsFollowEachOtherAndAddUp() {
        ScaleLayout layout = ScaleLayout.of(1_000_000);

        int next = 0;
        for (Holding holding : layout.holdings()) {
            assertThat(holding.first()).as(holding.counterparty()).isEqualTo(next);
            assertThat(holding.contracts()).as(holding.counterparty()).isPositive();
            next += holding.contracts();
        }
        assertThat(next).isEqualTo(10_000).isEqualTo(layout.contracts());
        assertThat(layout.passages()).isEqualTo(1_000_000);
        assertThat(layout.holdings())
                .filteredOn(holding -> holding.counterparty().endsWith("a half"))
                .extracting(Holding::contracts)
                .containsExactly(5_000);
    }

    @Test
    void tooFewPassagesAreRefused() {
        assertThatThrownBy(() -> ScaleLayout.of(1_999))
                .isInstanceOf(EvalException.class)
                .hasMessageContaining("2000");
    }
}
