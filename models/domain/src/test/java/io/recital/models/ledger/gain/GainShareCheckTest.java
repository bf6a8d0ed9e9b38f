package io.recital.models.ledger.gain;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.CreditNote;
import io.recital.models.fact.Direction;
import io.recital.models.fact.Facts;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Measurement;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.fact.Period;
import io.recital.models.fact.VendorReference;
import io.recital.models.family.FamilyInWords;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.Recomputation;
import io.recital.models.finding.Tier;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was saved against the baseline is shared as the clause says, whoever owes it. */
class GainShareCheckTest {
    private static final CurrencyUnit STERLING = CurrencyUnit.of("GBP");
    private static final VendorReference VENDOR = new VendorReference("V1", "Other Side Ltd");
    private static final Period YEAR = new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));
    private static final String GAIN =
            "Customer pays Supplier 40% of the savings below the Target Cost of £100,000.00, at most £15,000.00.";
    private static final String PAIN =
            "If the actual cost exceeds the Target Cost, Supplier bears 40% of the excess up to £15,000.00.";

    private static TypedValue sum(String pounds) {
        return new TypedValue.Amount(BigMoney.parse("GBP " + pounds));
    }

    private static Finding share(String words, LeverParameter... parameters) {
        return FamilyInWords.finding(
                "AG-7", new CommercialLever(LeverType.GAIN_OR_REVENUE_SHARE, List.of(parameters)), words);
    }

    private static LeverParameter rate(String percent) {
        return new LeverParameter(Name.RATE, new TypedValue.Percent(new BigDecimal(percent)));
    }

    private static Finding[] gainAndPain() {
        LeverParameter most = new LeverParameter(Name.CAP, sum("15000.00"));
        return new Finding[] {
            share(GAIN, rate("40"), new LeverParameter(Name.FLOOR, sum("100000.00")), most),
            share(PAIN, rate("40"), new LeverParameter(Name.FLOOR, sum("100000.00")), most)
        };
    }

    private static Measurement reported(String what, String value, String note) {
        return new Measurement(
                what,
                VENDOR,
                "AG-7",
                what,
                YEAR,
                null,
                null,
                "GBP",
                new BigDecimal(value),
                LocalDate.of(2026, 1, 20),
                note);
    }

    private static InvoiceLine invoiced(Direction direction, String net) {
        BigDecimal amount = new BigDecimal(net);
        return new InvoiceLine(
                "I-1",
                "INV-1",
                1,
                direction,
                VENDOR,
                LocalDate.of(2026, 2, 1),
                LocalDate.of(2026, 2, 1),
                null,
                LocalDate.of(2026, 3, 1),
                null,
                "AG-7",
                "",
                "Gain share 2025",
                "",
                BigDecimal.ONE,
                "",
                amount,
                amount,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                STERLING,
                YEAR);
    }

    private static CreditNote credited(Direction direction, String net) {
        return new CreditNote(
                "N-1",
                "CN-1",
                "",
                direction,
                VENDOR,
                LocalDate.of(2026, 2, 1),
                "Pain share 2025",
                new BigDecimal(net),
                BigDecimal.ZERO,
                STERLING,
                YEAR);
    }

    private static List<Outcome> outcomes(TenantRole role, List<PerformanceFact> facts, Finding... shares) {
        return new GainShareCheck()
                .run(new Dossier(
                        new FamilyInWords(role)
                                .with("AG-7", "agreement", "2025-01-01", shares)
                                .build(),
                        Facts.of(facts),
                        LocalDate.of(2026, 6, 30)));
    }

    private static List<String> said(List<Outcome> outcomes) {
        return outcomes.stream()
                .map(outcome -> {
                    if (outcome instanceof LedgerEntry entry) {
                        assertThat(entry.workings()).allMatch(Recomputation::holds);
                        assertThat(entry.workings()
                                        .get(entry.workings().size() - 1)
                                        .result())
                                .isEqualTo(entry.amount().toString());
                        return entry.leakage().label() + " " + entry.amount();
                    }
                    return "missing " + ((NotCheckable) outcome).missing();
                })
                .toList();
    }

    /** The verified cost of a year whose target is 100,000.00, what was settled, and what is said on both sides. */
    @ParameterizedTest
    @CsvSource({
        "90000.00, '', exposure GBP 4000.00, under-billing GBP 4000.00",
        "90000.00, 4000.00, '', ''",
        "90000.00, 3000.00, exposure GBP 1000.00, under-billing GBP 1000.00",
        "90000.00, 5000.00, recoverable-overpayment GBP 1000.00, exposure GBP 1000.00",
        "40000.00, '', exposure GBP 15000.00, under-billing GBP 15000.00",
        "100000.00, '', '', ''",
        "110000.00, '', unclaimed-entitlement GBP 4000.00, exposure GBP 4000.00",
        "110000.00, 4000.00, '', ''",
        "180000.00, '', unclaimed-entitlement GBP 15000.00, exposure GBP 15000.00",
    })
    void sharesWhatWasSavedAndWhatWasOverspent(String cost, String settled, String buyer, String seller) {
        for (TenantRole role : List.of(TenantRole.BUYER, TenantRole.SELLER)) {
            Direction direction = role == TenantRole.BUYER ? Direction.RECEIVED : Direction.ISSUED;
            List<PerformanceFact> facts = new ArrayList<>(List.of(reported("Actual cost", cost, "audited")));
            if (!settled.isEmpty()) {
                facts.add(
                        new BigDecimal(cost).intValue() < 100_000
                                ? invoiced(direction, settled)
                                : credited(direction, settled));
            }
            String wanted = role == TenantRole.BUYER ? buyer : seller;

            assertThat(said(outcomes(role, facts, gainAndPain())))
                    .isEqualTo(wanted.isEmpty() ? List.of() : List.of(wanted));
        }
    }

    /** 30,000.00 were saved: what of it flows to whom, by the words. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Customer shall pay Supplier 30% of the verified savings against the Baseline of each Contract Year. | 30 | | exposure GBP 9000.00
            Verified savings below the Baseline Cost are shared 60% to Customer and 40% to Supplier. | 60 | 40 | exposure GBP 12000.00
            Savings against the baseline charges are shared equally. | | | exposure GBP 15000.00
            The Provider may invoice 15% of the savings. | 15 | | exposure GBP 4500.00
            Supplier shall credit Customer with 50% of any saving that results from a proposal of the Customer. | 50 | | unclaimed-entitlement GBP 15000.00
            A saving that results from a proposal of the Buyer is passed on to it at a share of 60%. | 60 | | unclaimed-entitlement GBP 18000.00
            Savings are shared at a rate of 20%. | 20 | | missing to which side the share goes
            """)
    void followsTheWordsToTheSideThatIsPaid(
            String words, @Nullable String first, @Nullable String second, String said) {
        List<LeverParameter> rates = new ArrayList<>();
        for (String percent : new String[] {first, second}) {
            if (percent != null) {
                rates.add(rate(percent));
            }
        }
        List<PerformanceFact> facts = List.of(reported("Savings, verified", "30000.00", ""));

        assertThat(said(outcomes(TenantRole.BUYER, facts, share(words, rates.toArray(LeverParameter[]::new)))))
                .containsExactly(said);
    }

    @Test
    void takesEachBandOnThePartOfTheSavingWithinIt() {
        Finding bands = share(
                "The Supplier receives 20% of the first £10,000 of the savings and 50% of any further savings.",
                new LeverParameter(
                        Name.TIERS,
                        new TypedValue.Tiers(List.of(band(null, "10000", "20"), band("10000", null, "50")))));

        assertThat(said(outcomes(TenantRole.BUYER, List.of(reported("Savings", "30000.00", "agreed by both")), bands)))
                .containsExactly("exposure GBP 12000.00");
    }

    private static Tier band(@Nullable String from, @Nullable String to, String percent) {
        return new Tier(
                from == null ? null : new BigDecimal(from),
                false,
                to == null ? null : new BigDecimal(to),
                true,
                "GBP",
                new TypedValue.Percent(new BigDecimal(percent)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Actual cost | 90000.00 | | that the savings of 2025-01-01 to 2025-12-31 were verified
            Actual cost | 90000.00 | not yet verified | that the savings of 2025-01-01 to 2025-12-31 were verified
            Actual cost | 90000.00 | preliminary, agreed in March | that the savings of 2025-01-01 to 2025-12-31 were verified
            Number of visits | 12 | | the baseline that both sides agreed to and the verified savings
            """)
    void namesWhatIsMissing(String what, String value, @Nullable String note, String missing) {
        assertThat(said(outcomes(
                        TenantRole.BUYER, List.of(reported(what, value, note == null ? "" : note)), gainAndPain()[0])))
                .singleElement()
                .asString()
                .contains(missing);
    }

    @Test
    void needsABaselineThatBothAgreedTo() {
        Finding share = share("Customer pays Supplier 40% of the savings below the baseline.", rate("40"));
        Measurement cost = reported("Actual cost", "90000.00", "audited");

        assertThat(said(outcomes(TenantRole.BUYER, List.of(cost), share)))
                .singleElement()
                .asString()
                .contains("the baseline of 2025-01-01 to 2025-12-31 that both sides agreed to");
        assertThat(said(outcomes(TenantRole.BUYER, List.of(cost, reported("Baseline", "100000.00", "")), share)))
                .singleElement()
                .asString()
                .contains("that both sides agreed to the baseline");
        assertThat(said(outcomes(
                        TenantRole.BUYER, List.of(cost, reported("Baseline", "100000.00", "agreed 3 Jan")), share)))
                .containsExactly("exposure GBP 4000.00");
    }

    @Test
    void leavesOtherSharesAlone() {
        assertThat(outcomes(
                        TenantRole.BUYER,
                        List.of(reported("Savings", "30000.00", "verified")),
                        share("Licensee pays a royalty of 5% of Net Sales.", rate("5"))))
                .isEmpty();
    }

    /** Never above the cap, never more than what was saved, never less for a better year, whatever the order of rows. */
    @Property(tries = 80)
    void growsWithTheSavingUpToTheCap(
            @ForAll @IntRange(min = 0, max = 99_000) int cost,
            @ForAll @IntRange(max = 50_000) int better,
            @ForAll Random random) {
        BigDecimal low = gain(Math.min(99_999, cost + better), random);
        BigDecimal high = gain(cost, random);

        assertThat(high).isGreaterThanOrEqualTo(low).isLessThanOrEqualTo(new BigDecimal("15000.00"));
        assertThat(high).isLessThanOrEqualTo(BigDecimal.valueOf(100_000L - cost));
    }

    private static BigDecimal gain(int cost, Random random) {
        List<PerformanceFact> facts = new ArrayList<>(
                List.of(reported("Actual cost", cost + ".00", "verified"), reported("Number of visits", "12", "")));
        Collections.shuffle(facts, random);
        return outcomes(TenantRole.BUYER, facts, gainAndPain()).stream()
                .map(outcome -> ((LedgerEntry) outcome).amount().getAmount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
