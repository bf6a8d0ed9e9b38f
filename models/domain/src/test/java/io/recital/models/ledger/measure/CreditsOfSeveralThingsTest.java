package io.recital.models.ledger.measure;

import static io.recital.models.ledger.measure.MeasureInWords.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.Direction;
import io.recital.models.family.FamilyInWords;
import io.recital.models.family.RelationKind;
import io.recital.models.finding.Finding;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.InvoicesInWords;
import io.recital.models.ledger.LedgerEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Measures that a contract takes of each of several circuits, sites or vehicles, each with a fee of its own. */
class CreditsOfSeveralThingsTest {
    private static Finding uptime(String... words) {
        return new MeasureInWords("Availability", "99")
                .credit("98", "99", percent("5"))
                .credit(null, "98", percent("10"))
                .words(words)
                .in("AG-7");
    }

    private static YearOfFacts facts(String north, String south) {
        return new YearOfFacts("AG-7", Direction.RECEIVED)
                .invoiced("FEE-1", "Monthly fee " + north, "2025-03", "1000.00")
                .invoiced("FEE-1", "Monthly fee " + north, "2025-04", "1000.00")
                .invoiced("FEE-2", "Monthly fee " + south, "2025-03", "3000.00")
                .invoiced("FEE-2", "Monthly fee " + south, "2025-04", "3000.00");
    }

    private static List<String> sums(YearOfFacts facts, Finding... measures) {
        return sums(facts, new FamilyInWords(TenantRole.BUYER).with("AG-7", "agreement", "2025-01-01", measures));
    }

    private static List<String> sums(YearOfFacts facts, FamilyInWords family) {
        return InvoicesInWords.verified(new ServiceCreditCheck()
                        .run(new Dossier(family.build(), facts.build(), LocalDate.parse("2025-05-30"))))
                .stream()
                .flatMap(outcome -> outcome instanceof LedgerEntry entry
                        ? Stream.of(entry.amount().toString())
                        : Stream.empty())
                .toList();
    }

    /** What the contract says, and how reports and invoices tell one thing from the other. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            For each circuit Availability is at least 99% a month; a credit is 5% or 10% of the monthly fee of that circuit. | CC-1041 | CC-1042
            Each site is available 99% of the month, or 5% or 10% of the fee for the site is credited.                     | Norwich | Sutton
            Availability is reported per location. The credit is a percentage of the monthly charge of the location concerned. | Norwich hall | Sutton works
            If the availability of a lift is below 99%, 5% or 10% of its monthly fee is credited for any lift.              | L-101 | L-207
            The credit is 5% or 10% of the monthly fee for the affected line.                                               | line 4471 | line 4472
            """)
    void eachThingHasACreditOfItsOwnFee(String words, String north, String south) {
        YearOfFacts facts = facts(north, south)
                .reported("Availability " + north, "2025-03", "98.5", "2025-04-02")
                .reported("Availability " + south, "2025-03", "97.5", "2025-04-02")
                .reported("Availability " + north, "2025-04", "99.5", "2025-05-02")
                .reported("Availability " + south, "2025-04", "99.5", "2025-05-02");

        assertThat(sums(facts, uptime(words))).containsExactlyInAnyOrder("GBP 50.00", "GBP 300.00");
    }

    /** Two circuits down in one month: a limit for one of them is not one for both. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Credits for one circuit in one month shall not exceed 8% of its monthly fee. | GBP 50.00 | GBP 240.00
            Credits for any single circuit shall not exceed 4% of its monthly fee in a month. | GBP 40.00 | GBP 120.00
            """)
    void aLimitForOneThingIsItsOwn(String limit, String north, String south) {
        YearOfFacts facts = facts("CC-1041", "CC-1042")
                .reported("Availability CC-1041", "2025-03", "98.5", "2025-04-02")
                .reported("Availability CC-1042", "2025-03", "97.5", "2025-04-02");
        Finding measure = new MeasureInWords("Availability", "99")
                .credit("98", "99", percent("5"))
                .credit(null, "98", percent("10"))
                .cap(percent(limit.contains("8%") ? "8" : "4"))
                .words(
                        "For each circuit Availability is at least 99% a month; a credit is 5% or 10% of the monthly fee of that circuit.",
                        limit)
                .in("AG-7");

        assertThat(sums(facts, measure)).containsExactlyInAnyOrder(north, south);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Availability is at least 99% a month; a credit is 5% or 10% of the monthly fee. | Norwich | Sutton
            """)
    void nothingIsClaimedWhereNobodySaysThatEachIsMeasured(String words, String north, String south) {
        YearOfFacts facts = facts(north, south)
                .reported("Availability " + north, "2025-03", "98.5", "2025-04-02")
                .reported("Availability " + south, "2025-03", "97.5", "2025-04-02");

        assertThat(sums(facts, uptime(words))).isEmpty();
    }

    @Test
    void aCreditForOneThingIsNoneForAnother() {
        YearOfFacts facts = facts("CC-1041", "CC-1042")
                .reported("Availability CC-1041", "2025-03", "98.5", "2025-04-02")
                .reported("Availability CC-1042", "2025-03", "98.5", "2025-04-02")
                .claimed("SLA credit CC-1041 March 2025", "2025-03", "2025-04-10", "50.00", "sent");

        assertThat(sums(facts, uptime("A credit is 5% of the monthly fee of that circuit.")))
                .containsExactly("GBP 150.00");
    }

    @Test
    void aTargetForOneThingLeavesTheOthersAsTheyWere() {
        YearOfFacts facts = facts("CC-1041", "CC-1042")
                .reported("Availability CC-1041", "2025-03", "98.5", "2025-04-02")
                .reported("Availability CC-1042", "2025-03", "98.5", "2025-04-02");
        Finding lower = new MeasureInWords("Availability", "98")
                .words("The target is 98% for circuit CC-1042.")
                .in("CO-1");
        FamilyInWords family = new FamilyInWords(TenantRole.BUYER)
                .with(
                        "AG-7",
                        "agreement",
                        "2025-01-01",
                        uptime("For each circuit a credit is 5% of the monthly fee of that circuit."))
                .with("CO-1", "change order", "2025-02-01", lower)
                .related("CO-1", RelationKind.AMENDS, "AG-7");

        assertThat(sums(facts, family)).containsExactly("GBP 50.00");
    }

    @Test
    void theMostForOneThingLimitsItsCreditsAlone() {
        Finding answers = new MeasureInWords("Answers", "90")
                .credit(null, "90", percent("8"))
                .cap(percent("12"))
                .words(
                        "For each circuit 8% of the monthly fee of that circuit is credited.",
                        "Credits for a circuit in one month shall not exceed 12% of its fee.")
                .in("AG-7");
        Finding uptime = new MeasureInWords("Availability", "99")
                .credit(null, "99", percent("10"))
                .cap(percent("12"))
                .words(
                        "For each circuit 10% of the monthly fee of that circuit is credited.",
                        "Credits for a circuit in one month shall not exceed 12% of its fee.")
                .in("AG-7");
        YearOfFacts facts = facts("CC-1041", "CC-1042")
                .reported("Availability CC-1041", "2025-03", "98", "2025-04-02")
                .reported("Availability CC-1042", "2025-03", "98", "2025-04-02")
                .reported("Answers CC-1041", "2025-03", "80", "2025-04-02")
                .reported("Answers CC-1042", "2025-03", "95", "2025-04-02");

        assertThat(sums(facts, uptime, answers)).containsExactlyInAnyOrder("GBP 120.00", "GBP 300.00");
    }
}
