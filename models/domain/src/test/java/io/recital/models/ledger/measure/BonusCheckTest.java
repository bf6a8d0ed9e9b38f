package io.recital.models.ledger.measure;

import static io.recital.models.ledger.measure.MeasureInWords.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.Direction;
import io.recital.models.family.FamilyInWords;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.Recomputation;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bonus is owed as far as it was earned, whichever side asks. */
class BonusCheckTest {
    private static final String TWO_PERCENT =
            "If Uptime in a month is 99.9% or more, Supplier may invoice a bonus of 2% of the Hosting Fee for that month.";

    private static TypedValue sum(String pounds) {
        return new TypedValue.Amount(BigMoney.parse("GBP " + pounds));
    }

    private static Finding bonus(String words, TypedValue rate, @Nullable String floor, @Nullable TypedValue cap) {
        List<LeverParameter> parameters = new ArrayList<>(List.of(new LeverParameter(Name.RATE, rate)));
        if (floor != null) {
            parameters.add(new LeverParameter(Name.FLOOR, percent(floor)));
        }
        if (cap != null) {
            parameters.add(new LeverParameter(Name.CAP, cap));
        }
        return FamilyInWords.finding("AG-7", new CommercialLever(LeverType.GAIN_OR_REVENUE_SHARE, parameters), words);
    }

    private static Finding level(String code, String name) {
        return new MeasureInWords(name, "99")
                .credit(null, "99", percent("5"))
                .words(code)
                .in("AG-7");
    }

    private static List<Outcome> outcomes(TenantRole role, YearOfFacts facts, Finding... bonuses) {
        List<Finding> all = new ArrayList<>(List.of(bonuses));
        all.add(level("SL1", "Uptime"));
        all.add(level("SL2", "Backups made"));
        return new BonusCheck()
                .run(new Dossier(
                        new FamilyInWords(role)
                                .with("AG-7", "agreement", "2025-01-01", all.toArray(Finding[]::new))
                                .build(),
                        facts.build(),
                        LocalDate.parse("2025-12-31")));
    }

    private static List<String> said(List<Outcome> outcomes) {
        return outcomes.stream()
                .map(outcome -> {
                    if (outcome instanceof LedgerEntry entry) {
                        entry.workings()
                                .forEach(step -> assertThat(Recomputation.holds(step))
                                        .as(step.toString())
                                        .isTrue());
                        String last = entry.workings()
                                .get(entry.workings().size() - 1)
                                .result();
                        assertThat(last).isEqualTo(entry.amount().toString());
                        return entry.leakage().label() + " " + entry.amount();
                    }
                    return "missing " + ((NotCheckable) outcome).missing();
                })
                .toList();
    }

    private static YearOfFacts measured(Direction direction, String uptime) {
        return new YearOfFacts("AG-7", direction)
                .invoiced("HST", "Hosting fee", "2025-03", "10000.00")
                .reported("SL1", "2025-03", uptime, "2025-04-02");
    }

    /** 200.00 are earned from 99.9 % on; what was invoiced, and what is then said on both sides. */
    @ParameterizedTest
    @CsvSource({
        "99.9, 200.00, '', ''",
        "99.9, '', exposure GBP 200.00, under-billing GBP 200.00",
        "99.9, 150.00, exposure GBP 50.00, under-billing GBP 50.00",
        "99.9, 260.00, recoverable-overpayment GBP 60.00, exposure GBP 60.00",
        "99.89, 200.00, recoverable-overpayment GBP 200.00, exposure GBP 200.00",
        "99.89, '', '', ''",
        "98, '', '', ''",
    })
    void owesABonusAsFarAsItWasEarned(String uptime, String invoiced, String buyer, String seller) {
        Finding bonus = bonus(TWO_PERCENT, percent("2"), "99.9", null);
        for (TenantRole role : List.of(TenantRole.BUYER, TenantRole.SELLER)) {
            YearOfFacts facts = measured(role == TenantRole.BUYER ? Direction.RECEIVED : Direction.ISSUED, uptime);
            if (!invoiced.isEmpty()) {
                facts.invoiced("BON", "Availability bonus March 2025", "2025-04", invoiced);
            }
            String wanted = role == TenantRole.BUYER ? buyer : seller;

            assertThat(said(outcomes(role, facts, bonus))).isEqualTo(wanted.isEmpty() ? List.of() : List.of(wanted));
        }
    }

    /** The words of a bonus, what it is, and what 99.75 % earn of it; the target is 99 %. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            For each month in which Uptime is above 99.5% a bonus of £500.00 is paid. | 500.00 | 99.5 | | GBP 500.00
            For each month in which Uptime is above 99.75% a bonus of £500.00 is paid. | 500.00 | 99.75 | |
            For each month in which Uptime is at least 99.75% a bonus of £500.00 is paid. | 500.00 | 99.75 | | GBP 500.00
            A bonus of £40.00 is earned for each full 0.1 percentage point by which Uptime exceeds 99.5%. | 40.00 | 99.5 | | GBP 80.00
            A bonus of £40.00 is earned for each commenced 0.1 percentage point by which Uptime exceeds 99.5%. | 40.00 | 99.5 | | GBP 120.00
            A bonus of £40.00 is earned for each full 0.1 percentage point by which Uptime exceeds 99.5%, at most £70.00. | 40.00 | 99.5 | 70.00 | GBP 70.00
            A bonus of £300.00 is payable if Uptime exceeds the target. | 300.00 | | | GBP 300.00
            """)
    void reckonsABonusAsItsWordsSay(
            String words, String rate, @Nullable String floor, @Nullable String cap, @Nullable String sum) {
        Finding bonus = bonus(words, sum(rate), floor, cap == null ? null : sum(cap));

        assertThat(said(outcomes(TenantRole.BUYER, measured(Direction.RECEIVED, "99.75"), bonus)))
                .isEqualTo(sum == null ? List.of() : List.of("exposure " + sum));
    }

    /** A bonus for all levels; SL1 came to 99.5 %. */
    @ParameterizedTest
    @CsvSource({"99.4, exposure GBP 400.00", "98.9, ''"})
    void paysForAllLevelsOnlyWhereAllWereMet(String backups, String said) {
        Finding bonus = bonus(
                "If all Service Levels are met in a month, a bonus of £400.00 is due.", sum("400.00"), null, null);
        YearOfFacts facts = measured(Direction.RECEIVED, "99.5").reported("SL2", "2025-03", backups, "2025-04-02");

        assertThat(said(outcomes(TenantRole.BUYER, facts, bonus)))
                .isEqualTo(said.isEmpty() ? List.of() : List.of(said));
    }

    @Test
    void leavesOpenWhatHangsOnAConditionThatNoFactTells() {
        Finding bonus = bonus(
                "If Uptime exceeds 99.5%, a bonus of £400.00 is due, provided that no complaint was upheld in the month.",
                sum("400.00"), "99.5", null);

        assertThat(said(outcomes(TenantRole.BUYER, measured(Direction.RECEIVED, "99.8"), bonus)))
                .singleElement()
                .asString()
                .startsWith("missing whether it is so: “provided that no complaint was upheld");
    }

    @Test
    void leavesOpenABonusWhosePeriodWasNotMeasured() {
        YearOfFacts facts = measured(Direction.RECEIVED, "99.95")
                .invoiced("BON", "Availability bonus March 2025", "2025-04", "200.00")
                .invoiced("BON", "Availability bonus June 2025", "2025-07", "200.00");

        assertThat(said(outcomes(TenantRole.BUYER, facts, bonus(TWO_PERCENT, percent("2"), "99.9", null))))
                .singleElement()
                .asString()
                .startsWith("missing the measurements by which it was earned");
    }

    @Test
    void paysNothingThatIsGivenAtWillOrEarnedByBuying() {
        assertThat(outcomes(
                        TenantRole.BUYER,
                        measured(Direction.RECEIVED, "99.95"),
                        bonus(
                                "The Customer may at its discretion grant a bonus of £400.00 if Uptime exceeds 99.5%.",
                                sum("400.00"), "99.5", null),
                        bonus(
                                "A bonus of £900.00 is due if purchases of the year exceed the level of the Uptime year.",
                                sum("900.00"),
                                null,
                                null)))
                .isEmpty();
    }

    /** A better month never earns less, nothing is negative, and the limit is never passed. */
    @Property(tries = 60)
    void earnsMoreTheBetterItIsAndNeverMoreThanTheLimit(
            @ForAll @IntRange(min = 9_800, max = 10_000) int one, @ForAll @IntRange(min = 0, max = 200) int better) {
        BigDecimal low = earned(one);
        BigDecimal high = earned(Math.min(10_000, one + better));

        assertThat(low).isBetween(BigDecimal.ZERO, new BigDecimal("170.00"));
        assertThat(high).isGreaterThanOrEqualTo(low);
    }

    private static BigDecimal earned(int uptime) {
        Finding bonus = bonus(
                "A bonus of £40.00 is earned for each full 0.1 percentage point by which Uptime exceeds 99.5%, at most £170.00.",
                sum("40.00"), "99.5", sum("170.00"));
        String value = BigDecimal.valueOf(uptime, 2).toPlainString();
        return outcomes(TenantRole.BUYER, measured(Direction.RECEIVED, value), bonus).stream()
                .map(outcome -> ((LedgerEntry) outcome).amount())
                .map(Money::getAmount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
