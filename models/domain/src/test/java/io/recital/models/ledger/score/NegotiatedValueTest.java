package io.recital.models.ledger.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.LedgerTotal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class NegotiatedValueTest {
    private static LedgerTotal total(
            LeakageClass leakage, CurrencyUnit currency, int certain, int provisional, int lapsed) {
        return new LedgerTotal(
                leakage, Money.of(currency, certain), Money.of(currency, provisional), Money.of(currency, lapsed));
    }

    @Test
    void keepsCurrenciesApartAndLeavesExposureOut() {
        List<NegotiatedValue> values = NegotiatedValue.of(
                Map.of(CurrencyUnit.GBP, BigDecimal.valueOf(250)),
                List.of(
                        total(LeakageClass.RECOVERABLE_OVERPAYMENT, CurrencyUnit.EUR, 100, 20, 0),
                        total(LeakageClass.UNCLAIMED_ENTITLEMENT, CurrencyUnit.GBP, 0, 500, 150),
                        total(LeakageClass.AVOIDABLE_MISSED_SAVING, CurrencyUnit.GBP, 100, 0, 0),
                        total(LeakageClass.EXPOSURE, CurrencyUnit.USD, 9000, 0, 0)));

        assertThat(values)
                .extracting(value -> value.negotiated() + ", " + value.percent().orElseThrow() + " %")
                .containsExactly("EUR 120.00, 0.0 %", "GBP 1000.00, 25.0 %");
    }

    @Test
    void whereNothingWasNegotiatedNoShareIsTold() {
        assertThat(NegotiatedValue.of(Map.of(CurrencyUnit.EUR, BigDecimal.ZERO), List.of()))
                .singleElement()
                .satisfies(value -> assertThat(value.percent()).isEmpty());
    }

    @Property
    void thePartsComeToTheWhole(
            @ForAll @IntRange(max = 1_000_000) int realised,
            @ForAll @IntRange(max = 1_000_000) int open,
            @ForAll @IntRange(max = 1_000_000) int lapsed) {
        NegotiatedValue value = NegotiatedValue.of(
                        Map.of(CurrencyUnit.EUR, BigDecimal.valueOf(realised)),
                        List.of(total(LeakageClass.UNCLAIMED_ENTITLEMENT, CurrencyUnit.EUR, open, 0, lapsed)))
                .get(0);

        assertThat(value.negotiated()).isEqualTo(Money.of(CurrencyUnit.EUR, realised + open + lapsed));
        assertThat(value.percent().orElse(BigDecimal.ZERO)).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
    }
}
