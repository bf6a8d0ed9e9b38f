package io.recital.models.ledger.invoice;

import static io.recital.models.ledger.invoice.Invoiced.percent;
import static io.recital.models.ledger.invoice.Invoiced.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.family.FamilyInWords;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/** What holds of any adjustment, whatever the index does. */
class AdjustmentPropertiesTest {
    private static final BigDecimal CAP = new BigDecimal("4");
    private static final BigDecimal FLOOR = new BigDecimal("1.5");

    private static Adjustment adjustment(LeverParameter... more) {
        List<LeverParameter> parameters = new ArrayList<>(List.of(text(Name.INDEX, "CPI")));
        parameters.addAll(List.of(more));
        Finding finding = Invoiced.lever(
                "MASTER",
                LeverType.PRICE_ADJUSTMENT,
                parameters,
                "Fees are increased or decreased by the change of the CPI.");
        return new FamilyInWords(TenantRole.BUYER)
                .with("MASTER", "agreement", "2025-01-01", finding).build().members().stream()
                        .flatMap(member -> AdjustmentReader.read(
                                new Governed<>((CommercialLever) finding.content(), finding, member),
                                term -> Optional.empty())
                                .stream())
                        .findFirst()
                        .orElseThrow();
    }

    @Property
    void staysBetweenFloorAndCap(
            @ForAll @BigRange(min = "50", max = "200") @Scale(1) BigDecimal before,
            @ForAll @BigRange(min = "50", max = "200") @Scale(1) BigDecimal after) {
        BigDecimal allowed = adjustment(
                        percent(Name.CAP, CAP.toPlainString()), percent(Name.FLOOR, FLOOR.toPlainString()))
                .allowed(before, after);

        assertThat(allowed).isBetween(FLOOR, CAP);
    }

    @Property
    void changesNothingWhereTheIndexDoesNotMove(@ForAll @BigRange(min = "50", max = "200") @Scale(1) BigDecimal value) {
        assertThat(adjustment(percent(Name.CAP, "4")).allowed(value, value)).isEqualByComparingTo("0");
    }

    @Property
    void compoundsStepByStep(
            @ForAll @BigRange(min = "1", max = "10000") @Scale(2) BigDecimal price,
            @ForAll @BigRange(min = "0", max = "9") @Scale(2) BigDecimal first,
            @ForAll @BigRange(min = "0", max = "9") @Scale(2) BigDecimal second) {
        Adjustment adjustment = adjustment();
        RunningPrice running = new RunningPrice(BigMoney.of(CurrencyUnit.EUR, price));
        running.raise(adjustment, LocalDate.of(2025, 1, 1), new Change(first, null, null));
        BigDecimal once = running.now().getAmount();
        running.raise(adjustment, LocalDate.of(2026, 1, 1), new Change(second, null, null));

        assertThat(once).isEqualByComparingTo(raised(price, first));
        assertThat(running.now().getAmount()).isEqualByComparingTo(raised(raised(price, first), second));
    }

    private static BigDecimal raised(BigDecimal price, BigDecimal percent) {
        return price.multiply(BigDecimal.ONE.add(percent.movePointLeft(2))).setScale(2, RoundingMode.HALF_UP);
    }
}
