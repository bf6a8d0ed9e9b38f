package io.recital.models.governance.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.Period;
import io.recital.models.finding.Recomputation;
import io.recital.models.governance.GainShare;
import io.recital.models.governance.GainShare.Band;
import io.recital.models.governance.report.GainShareResult.State;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GainShareResultTest {
    private static final Period YEAR = new Period(LocalDate.of(2025, 7, 1), Governed.TODAY);
    private static final List<Band> BANDS =
            List.of(new Band(Money.parse("EUR 10000.00"), new BigDecimal("30")), new Band(null, new BigDecimal("50")));

    private static GainShare share(
            @Nullable String cost, List<Band> bands, @Nullable String pain, @Nullable String cap) {
        return new GainShare(
                Governed.counterparty(),
                Governed.contract(),
                "Fewer trips",
                YEAR,
                new GainShare.Baseline(Money.parse("EUR 100000.00"), "M. Sand", "P. Holm"),
                cost == null ? null : new GainShare.Verified(Money.parse("EUR " + cost), "Audit", Governed.TODAY),
                bands,
                pain == null ? null : new BigDecimal(pain),
                cap == null ? null : Money.parse("EUR " + cap));
    }

    private static GainShareResult result(TenantRole role, GainShare share) {
        return GainShareResult.of(share, new Governed(role).dossier());
    }

    @ParameterizedTest
    @CsvSource({
        "BUYER,   95000.00, PAYABLE_BY_US,   1500.00",
        "BUYER,   90000.00, PAYABLE_BY_US,   3000.00",
        "BUYER,   80000.01, PAYABLE_BY_US,   8000.00",
        "BUYER,   50000.00, PAYABLE_BY_US,  15000.00",
        "BUYER,  100000.00, NOTHING_PAYABLE,",
        "BUYER,  110000.01, PAYABLE_TO_US,   4000.00",
        "BUYER,  200000.00, PAYABLE_TO_US,  15000.00",
        "SELLER,  95000.00, PAYABLE_TO_US,   1500.00",
        "SELLER, 110000.00, PAYABLE_BY_US,   4000.00"
    })
    void sharesWhatWasSavedByBandsAndWhatWasOverspentUpToTheCap(
            TenantRole role, String cost, State state, @Nullable String amount) {
        GainShareResult result = result(role, share(cost, BANDS, "40", "15000.00"));

        assertThat(result.state()).isEqualTo(state);
        assertThat(result.amount()).isEqualTo(amount == null ? null : Money.parse("EUR " + amount));
        assertThat(result.workings()).isNotEmpty().allMatch(Recomputation::holds);
    }

    @Test
    void namesEverythingThatIsMissing() {
        GainShareResult open = result(TenantRole.PARTNER, share(null, List.of(), null, null));

        assertThat(open.state()).isEqualTo(State.NOT_CHECKABLE);
        assertThat(open.amount()).isNull();
        assertThat(open.missing()).contains("which side", "verified savings", "bands", "pain share", "cap");
        assertThat(result(TenantRole.BUYER, share("95000.00", BANDS, "40", null))
                        .missing())
                .isEqualTo("the cap");
    }

    @Test
    void nothingIsSharedBeforeThePeriodIsOver() {
        GainShare running = new GainShare(
                Governed.counterparty(),
                Governed.contract(),
                "Fewer trips",
                new Period(YEAR.from(), Governed.TODAY.plusDays(1)),
                null,
                null,
                BANDS,
                null,
                null);

        assertThat(result(TenantRole.BUYER, running).missing()).contains("the end of the period");
    }

    @Property
    void isNeverMoreThanTheCapNorThanWhatWasSavedOrOverspent(@ForAll @LongRange(min = 0, max = 30_000_000) long cents) {
        Money cost = Money.ofMinor(CurrencyUnit.EUR, cents);
        GainShareResult result =
                result(TenantRole.BUYER, share(cost.getAmount().toPlainString(), BANDS, "40", "15000.00"));

        Money apart = Money.parse("EUR 100000.00").minus(cost).abs();
        Money amount = result.amount() == null ? Money.zero(CurrencyUnit.EUR) : result.amount();
        assertThat(amount).isLessThanOrEqualTo(Money.parse("EUR 15000.00")).isLessThanOrEqualTo(apart);
        assertThat(result.workings()).allMatch(Recomputation::holds);
    }
}
