package io.recital.models.ledger.spend;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.Facts;
import io.recital.models.fact.Measurement;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.fact.Period;
import io.recital.models.fact.Purchase;
import io.recital.models.fact.VendorReference;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.FamilyInWords;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.Tier;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TimeSpan.Unit;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.InvoicesInWords;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Minimums and rebates on quantities: of half-years and quarters, measured month by month or counted on receipt. */
class QuantityOfAPeriodTest {
    private static final VendorReference OTHER = new VendorReference("V-1", "Other Side");
    private static final LocalDate AS_OF = LocalDate.of(2026, 4, 30);

    private static ContractFamily minimum(TenantRole role, TimeSpan every, String unit, String... words) {
        CommercialLever lever = new CommercialLever(
                LeverType.MINIMUM_COMMITMENT,
                List.of(
                        new LeverParameter(Name.VOLUME, new TypedValue.Quantity(new BigDecimal("600"), unit)),
                        new LeverParameter(Name.RATE, euros("11.50")),
                        new LeverParameter(Name.FREQUENCY, new TypedValue.Length(every))));
        return new FamilyInWords(role)
                .with("A-1", "agreement", "2025-03-01", FamilyInWords.finding("A-1", lever, words))
                .build();
    }

    private static TypedValue.Amount euros(String amount) {
        return new TypedValue.Amount(BigMoney.of(CurrencyUnit.EUR, new BigDecimal(amount)));
    }

    private static Measurement month(String measure, String unit, String month, String value) {
        return new Measurement(
                measure + month,
                OTHER,
                "A-1",
                measure,
                Period.of(YearMonth.parse(month)),
                null,
                null,
                unit,
                new BigDecimal(value),
                YearMonth.parse(month).atEndOfMonth(),
                "");
    }

    private static List<PerformanceFact> months(String measure, String unit, String first, int... values) {
        List<PerformanceFact> rows = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            rows.add(
                    month(measure, unit, YearMonth.parse(first).plusMonths(i).toString(), Integer.toString(values[i])));
        }
        return rows;
    }

    private static List<Outcome> run(Check check, ContractFamily family, List<PerformanceFact> facts) {
        return InvoicesInWords.verified(check.run(new Dossier(family, Facts.of(facts), AS_OF)));
    }

    private static List<String> amounts(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(LedgerEntry.class::isInstance)
                .map(outcome -> ((LedgerEntry) outcome).leakage() + " " + ((LedgerEntry) outcome).amount())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "SELLER, 95,  UNDER_BILLING EUR 57.50",
        "BUYER,  95,  EXPOSURE EUR 57.50",
        "BUYER,  100, ",
        "BUYER,  140, ",
    })
    void pricesWhatAHalfYearIsShortOfItsMinimum(TenantRole role, int last, String claimed) {
        ContractFamily family = minimum(
                role,
                new TimeSpan(6, Unit.MONTHS),
                "crates",
                "In each half-year from 1 March to 31 August and from 1 September to the end of February it takes 600 crates.");
        List<PerformanceFact> facts = months("Crates taken", "crates", "2025-03", 100, 90, 110, 120, 80, last);
        facts.addAll(months("Crates taken", "crates", "2025-09", 100, 100, 100, 100, 100, 100));

        assertThat(amounts(run(new MinimumCommitmentCheck(), family, facts)))
                .isEqualTo(claimed == null ? List.of() : List.of(claimed));
    }

    @Test
    void saysWhatIsMissingWhereAMonthIsNotMeasuredOrTwoMeasuresAreAboutTheUnit() {
        ContractFamily family =
                minimum(TenantRole.BUYER, new TimeSpan(6, Unit.MONTHS), "crates", "600 crates in each half-year");
        List<PerformanceFact> gap = months("Crates taken", "crates", "2025-03", 100, 90, 110, 120, 80);
        List<PerformanceFact> two = months("Crates taken", "crates", "2025-03", 10, 10, 10, 10, 10, 10);
        two.addAll(months("Crates broken", "crates", "2025-03", 1, 1, 1, 1, 1, 1));

        for (List<PerformanceFact> facts : List.of(gap, two)) {
            assertThat(run(new MinimumCommitmentCheck(), family, facts))
                    .isNotEmpty()
                    .allMatch(NotCheckable.class::isInstance);
        }
    }

    private static Purchase lorry(String order, String on, String tonnes) {
        LocalDate day = LocalDate.parse(on);
        return new Purchase(
                order,
                OTHER,
                "A-1",
                order,
                "RESIN",
                day,
                day,
                day,
                new BigDecimal(tonnes),
                new BigDecimal(tonnes),
                "t");
    }

    private static ContractFamily bonus(String words) {
        CommercialLever lever = new CommercialLever(
                LeverType.REBATE,
                List.of(
                        new LeverParameter(
                                Name.TIERS,
                                new TypedValue.Tiers(List.of(band("100", "200", "3.20"), band("200", null, "4.75")))),
                        new LeverParameter(Name.FREQUENCY, new TypedValue.Length(new TimeSpan(1, Unit.YEARS)))));
        return new FamilyInWords(TenantRole.BUYER)
                .with("A-1", "agreement", "2025-01-01", FamilyInWords.finding("A-1", lever, words))
                .build();
    }

    private static Tier band(String from, String to, String each) {
        return new Tier(new BigDecimal(from), true, to == null ? null : new BigDecimal(to), false, "t", euros(each));
    }

    @ParameterizedTest
    @CsvSource({
        "99.99,  ",
        "100,    UNCLAIMED_ENTITLEMENT EUR 320.00",
        "199.99, UNCLAIMED_ENTITLEMENT EUR 639.97",
        "200,    UNCLAIMED_ENTITLEMENT EUR 950.00",
    })
    void givesTheSumOfTheBandReachedForEachUnitReceived(String tonnes, String claimed) {
        ContractFamily family = bonus(
                "For each tonne received in a calendar year, not only those above, it credits by 31 March of the following year a bonus.");
        InvoicesInWords euros = InvoicesInWords.received("A-1", "EUR");
        List<PerformanceFact> facts = List.of(
                lorry("L-1", "2025-01-31", "50"),
                lorry(
                        "L-2",
                        "2025-12-31",
                        new BigDecimal(tonnes).subtract(new BigDecimal("50")).toString()),
                lorry("L-3", "2026-01-02", "500"),
                euros.line("1", "2025-01-31", null, null, "1", null),
                euros.line("2", "2025-12-31", null, null, "1", null));

        assertThat(amounts(run(new UnitRebateCheck(), family, facts)))
                .isEqualTo(claimed == null ? List.of() : List.of(claimed));
    }

    @Test
    void claimsNothingWhereTheWordsDoNotSayForWhichUnitsTheSumIs() {
        assertThat(run(new UnitRebateCheck(), bonus("A bonus by bands in a calendar year."), List.of()))
                .isEmpty();
    }
}
