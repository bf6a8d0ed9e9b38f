package io.recital.models.ledger.measure;

import static io.recital.models.ledger.measure.MeasureInWords.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.evidence.Citation;
import io.recital.models.fact.Direction;
import io.recital.models.family.FamilyInWords;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.Recomputation;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Check;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Credits beside the limit of liability and beside damages. */
class CreditTreatmentTest {
    private static final String COUNTS = "Service Credits count towards the limit of liability.";

    private static Citation words(String sentence) {
        return FamilyInWords.finding("AG-7", level("Credits are given.").content(), sentence)
                .citations()
                .get(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Service Credits count towards the limit of liability in clause 12. | counted
            Any Service Credits paid shall be taken into account when calculating the Supplier's liability under the cap. | counted
            Amounts under Annex K count towards the limit of liability for a Contract Year. | counted
            Credits given reduce the annual liability cap. | counted
            All Deductions are subject to the overall limit of liability. | counted
            Service Credits are included in the aggregate liability cap of Section 9.2. | counted
            Service Level Credits do not count towards the cap in Section 6.1. | apart
            Abatements shall not be taken into account for the limit of liability. | apart
            Service Credits are excluded from the limitation of liability. | apart
            Deductions are paid in addition to, and outside of, the liability cap. | apart
            Service Credits are the Customer's sole and exclusive remedy for a missed Service Level. | sole
            Reductions under clauses 3 and 4 are the Client's only remedy in money for the failures they are about. | sole
            The credit is given in full and final settlement of the miss. | sole
            Deductions are without prejudice to compensation for loss or damage. | beside
            Service Credits are not an exclusive remedy. | beside
            Service Credits do not limit the Customer's right to damages. | beside
            Customer keeps its right to damages, reduced by credits received for the same failure. | beside deducted
            Any Service Credit paid is deducted from damages for the same event. | beside deducted
            They do not limit the Customer's right to damages, but any Service Credit paid counts towards damages for the same event. | beside deducted
            Credits are claimed within thirty days after the report. | ''
            The most that either side can be made to pay in a year is 150% of the fees. | ''
            Repair or replacement is the Buyer's sole remedy for defective goods. | ''
            A credit note is issued within ten days; the limit of an order is 500 pieces. | ''
            Invoices are subject to the limits of the purchase order. | ''
            Discounts count towards the annual volume of purchases. | ''
            """)
    void readsHowCreditsAreTreated(String sentence, String expected) {
        CreditTreatment treatment = CreditTreatment.of(List.of(words(sentence)));
        List<String> said = new ArrayList<>();
        treatment.counted().ifPresent(words -> said.add("counted"));
        treatment.apart().ifPresent(words -> said.add("apart"));
        treatment.sole().ifPresent(words -> said.add("sole"));
        treatment.beside().ifPresent(words -> said.add("beside"));
        treatment.deducted().ifPresent(words -> said.add("deducted"));

        assertThat(String.join(" ", said)).isEqualTo(expected);
    }

    private static Finding level(String sentence) {
        return new MeasureInWords("Pickups on schedule", "99")
                .credit(null, "99", percent("10"))
                .words("R1", "A credit is a percentage of the Hosting Fee.", sentence)
                .in("AG-7");
    }

    private static Finding cap(TypedValue most, String words) {
        return FamilyInWords.finding(
                "AG-7",
                new CommercialLever(LeverType.LIABILITY_CAP, List.of(new LeverParameter(Name.CAP, most))),
                words);
    }

    private static TypedValue pounds(String amount) {
        return new TypedValue.Amount(BigMoney.parse("GBP " + amount));
    }

    /** Missed in the first months of 2025: each is worth 100.00. */
    private static YearOfFacts missed(int months) {
        YearOfFacts facts = new YearOfFacts("AG-7", Direction.RECEIVED);
        for (int month = 1; month <= months; month++) {
            String when = "2025-%02d".formatted(month);
            facts.invoiced("HST", "Hosting fee", when, "1000.00")
                    .reported(
                            "R1",
                            when,
                            "95",
                            LocalDate.parse(when + "-01")
                                    .plusMonths(1)
                                    .plusDays(2)
                                    .toString());
        }
        return facts;
    }

    private static List<Outcome> outcomes(Check check, YearOfFacts facts, Finding... findings) {
        return check.run(new Dossier(
                new FamilyInWords(TenantRole.BUYER)
                        .with("AG-7", "agreement", "2025-01-01", findings)
                        .build(),
                facts.build(),
                LocalDate.parse("2026-02-28")));
    }

    private static List<String> sums(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(LedgerEntry.class::isInstance)
                .map(LedgerEntry.class::cast)
                .peek(entry -> entry.workings()
                        .forEach(step -> assertThat(Recomputation.holds(step))
                                .as(step.toString())
                                .isTrue()))
                .map(entry -> entry.amount().getAmount().toPlainString())
                .toList();
    }

    private static List<String> missing(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(NotCheckable.class::isInstance)
                .map(outcome -> ((NotCheckable) outcome).missing())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Service Credits count towards the limit of liability. | 100.00 100.00 50.00
            Service Credits do not count towards the limit of liability. | 100.00 100.00 100.00
            Service Credits are set off against the next invoice. | 100.00 100.00 100.00
            """)
    void claimsNoMoreThanIsLeftOfTheLimit(String sentence, String sums) {
        Finding limit = cap(pounds("250.00"), "Liability in each year is limited to £250.00.");

        assertThat(String.join(" ", sums(outcomes(new ServiceCreditCheck(), missed(3), level(sentence), limit))))
                .isEqualTo(sums);
    }

    /** A share of the fees of a year: of six times 1,000.00, all of which earn a credit of 100.00. */
    @ParameterizedTest
    @CsvSource({"2, 120.00", "5, 300.00", "10, 600.00", "60, 600.00"})
    void takesALimitThatIsAShareOfTheFees(String share, String together) {
        Finding limit =
                cap(percent(share), "Liability in any Contract Year is limited to a share of the fees of that year.");

        BigDecimal sum = sums(outcomes(new ServiceCreditCheck(), missed(6), level(COUNTS), limit)).stream()
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(sum).isEqualByComparingTo(together);
    }

    @Test
    void countsDamagesThatWereGivenFirst() {
        Finding limit = cap(pounds("250.00"), "Liability in each year is limited to £250.00.");
        YearOfFacts facts = missed(2).credited("Liquidated damages delay", "2025-02", "2025-03-01", "180.00");

        assertThat(sums(outcomes(new ServiceCreditCheck(), facts, level(COUNTS), limit)))
                .containsExactly("70.00");
    }

    @Test
    void leavesTheLimitOfOneEventAlone() {
        Finding limit = cap(pounds("50.00"), "Liability is limited to £50.00 for any one event.");

        assertThat(sums(outcomes(new ServiceCreditCheck(), missed(2), level(COUNTS), limit)))
                .containsExactly("100.00", "100.00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Service Credits are without prejudice to damages. | the loss that the misses caused, which must be shown
            Customer keeps its right to damages, reduced by credits received for the same failure. | the loss that the misses caused, which must be shown; credits of GBP 200.00 are deducted from it
            Service Credits are the Customer's sole remedy. |
            """)
    void leavesDamagesAboveTheCreditsOpenWhereTheContractDoes(
            String sentence, @org.jspecify.annotations.Nullable String said) {
        assertThat(missing(outcomes(new ServiceCreditCheck(), missed(2), level(sentence))))
                .isEqualTo(said == null ? List.of() : List.of(said));
    }

    /** Five failed pickups at 80.00 in a month whose credit is 100.00. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Any Service Credit paid is deducted from damages for the same event. | 300.00 |
            Service Credits are without prejudice to damages. | 400.00 |
            Service Credits are the Customer's sole remedy for the miss. | | whether damages are due beside the credits
            """)
    void countsTheMoneyOfAMissOnce(
            String sentence,
            @org.jspecify.annotations.Nullable String sum,
            @org.jspecify.annotations.Nullable String missing) {
        Finding damages = FamilyInWords.finding(
                "AG-7",
                new CommercialLever(
                        LeverType.LIQUIDATED_DAMAGES,
                        List.of(
                                new LeverParameter(Name.RATE, pounds("80.00")),
                                new LeverParameter(Name.BASE, new TypedValue.Text("Failed Pickup")))),
                "If R1 is missed in a month, the Carrier pays GBP 80.00 for each Failed Pickup.");
        YearOfFacts facts = new YearOfFacts("AG-7", Direction.RECEIVED)
                .invoiced("HST", "Hosting fee", "2025-03", "1000.00")
                .measured("R1 Pickups on schedule", "2025-03", "95", "100", "2025-04-02");
        List<Outcome> outcomes = outcomes(new LiquidatedDamagesCheck(), facts, level(sentence), damages);

        assertThat(sums(outcomes)).isEqualTo(sum == null ? List.of() : List.of(sum));
        assertThat(String.join(" ", missing(outcomes))).contains(missing == null ? "" : missing);
    }

    /** Whatever the limit: credits together never pass it, none is negative, and the first are due first. */
    @Property(tries = 60)
    void neverPassesTheLimit(
            @ForAll @IntRange(min = 1, max = 1_500) int most, @ForAll @IntRange(min = 1, max = 12) int months) {
        Finding limit = cap(pounds(most + ".00"), "Liability in each year is limited to a sum.");
        List<BigDecimal> sums = sums(outcomes(new ServiceCreditCheck(), missed(months), level(COUNTS), limit)).stream()
                .map(BigDecimal::new)
                .toList();

        assertThat(sums.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(BigDecimal.valueOf(Math.min(most, 100L * months)));
        assertThat(sums)
                .isSortedAccordingTo((one, other) -> other.compareTo(one))
                .allMatch(sum -> sum.signum() > 0);
    }
}
