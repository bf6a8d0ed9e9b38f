package io.recital.models.ledger.measure;

import static io.recital.models.ledger.measure.MeasureInWords.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.Direction;
import io.recital.models.family.FamilyInWords;
import io.recital.models.finding.Finding;
import io.recital.models.finding.PerformanceMeasure;
import io.recital.models.finding.PerformanceMeasure.Comparison;
import io.recital.models.finding.PerformanceMeasure.Term;
import io.recital.models.finding.Recomputation;
import io.recital.models.finding.Tier;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.LedgerEntry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Credits that are reckoned otherwise than as a percentage of a month's fee by bands. */
class CreditsInOtherWaysTest {
    private static final String FULL = "its weighting multiplied by the amount at risk";

    private static List<LedgerEntry> entries(TenantRole role, YearOfFacts facts, String asOf, Finding... measures) {
        return new ServiceCreditCheck()
                        .run(new Dossier(
                                new FamilyInWords(role)
                                        .with("AG-7", "agreement", "2025-01-01", measures)
                                        .build(),
                                facts.build(),
                                LocalDate.parse(asOf)))
                        .stream()
                        .filter(LedgerEntry.class::isInstance)
                        .map(LedgerEntry.class::cast)
                        .toList();
    }

    private static YearOfFacts facts() {
        return new YearOfFacts("AG-7", Direction.RECEIVED);
    }

    private static List<String> sums(List<LedgerEntry> entries) {
        entries.forEach(entry -> entry.workings()
                .forEach(step -> assertThat(Recomputation.holds(step))
                        .as(step.toString())
                        .isTrue()));
        return entries.stream().map(entry -> entry.amount().toString()).toList();
    }

    private static Tier band(@Nullable String from, String to, String value) {
        return new Tier(
                from == null ? null : new BigDecimal(from),
                true,
                new BigDecimal(to),
                false,
                "%",
                new TypedValue.Text(value));
    }

    private static Finding weighted(String name, int weight, String... more) {
        String[] words = new String[more.length + 2];
        words[0] = "The amount at risk is 10% of the Support Fee for the month.";
        words[1] = weight + "%";
        System.arraycopy(more, 0, words, 2, more.length);
        return FamilyInWords.finding(
                "AG-7",
                new PerformanceMeasure(
                        name,
                        Term.SERVICE_LEVEL,
                        null,
                        Comparison.AT_LEAST,
                        new BigDecimal("98"),
                        "%",
                        new TimeSpan(1, TimeSpan.Unit.MONTHS),
                        List.of(band("90", "98", "one half of " + FULL), band(null, "90", FULL)),
                        percent("10"),
                        null,
                        null,
                        null,
                        BigDecimal.valueOf(weight)),
                words);
    }

    /** Of a fee of 2,000.00 a tenth is at risk; parts of 60 % and of 70 %. */
    @ParameterizedTest
    @CsvSource({
        "98, 98, ''",
        "97.99, 98, GBP 60.00", // half of 60 %
        "89.99, 98, GBP 120.00", // all of it
        "89.99, 97, GBP 190.00", // and half of 70 %
        "80, 80, GBP 200.00", // 130 % are cut to what is at risk
    })
    void takesEachMeasuresPartOfWhatIsAtRisk(String one, String other, String sum) {
        YearOfFacts facts = facts().invoiced("SUP", "Support fee", "2025-03", "2000.00")
                .reported("Tickets solved", "2025-03", one, "2025-04-03")
                .reported("Backups made", "2025-03", other, "2025-04-03");

        assertThat(sums(entries(
                        TenantRole.BUYER,
                        facts,
                        "2025-04-30",
                        weighted("Tickets solved", 60),
                        weighted("Backups made", 70))))
                .isEqualTo(sum.isEmpty() ? List.of() : List.of(sum));
    }

    @Test
    void costsMoreInTheSecondMonthRunning() {
        YearOfFacts facts = facts().invoiced("SUP", "Support fee", "2025-03", "2000.00")
                .invoiced("SUP", "Support fee", "2025-04", "2000.00")
                .reported("Tickets solved", "2025-03", "95", "2025-04-03")
                .reported("Tickets solved", "2025-04", "95", "2025-05-03");

        assertThat(sums(entries(
                        TenantRole.BUYER,
                        facts,
                        "2025-05-30",
                        weighted(
                                "Tickets solved",
                                60,
                                "The credit for the second of two consecutive months is multiplied by 1.5."))))
                .containsExactly("GBP 60.00", "GBP 90.00");
    }

    /** Missed in March; what the two months after it came to. */
    @ParameterizedTest
    @CsvSource({"99, 99, ''", "99, 97, GBP 60.00", "99, '', GBP 60.00"})
    void owesNothingThatWasEarnedBack(String april, String may, String march) {
        YearOfFacts facts = facts().invoiced("SUP", "Support fee", "2025-03", "2000.00")
                .reported("Tickets solved", "2025-03", "95", "2025-04-03")
                .reported("Tickets solved", "2025-04", april, "2025-05-03");
        if (!may.isEmpty()) {
            facts.reported("Tickets solved", "2025-05", may, "2025-06-03");
        }

        assertThat(sums(entries(
                                TenantRole.BUYER,
                                facts,
                                "2025-06-30",
                                weighted(
                                        "Tickets solved",
                                        60,
                                        "A credit is earned back by meeting the level in each of the two months that follow."))
                        .stream()
                        .filter(entry -> entry.period().from().equals(LocalDate.of(2025, 3, 1)))
                        .toList()))
                .isEqualTo(march.isEmpty() ? List.of() : List.of(march));
    }

    private static MeasureInWords uptime(String... words) {
        return new MeasureInWords("Uptime of the till", "99")
                .credit(null, "99", percent("5"))
                .words(words);
    }

    @Test
    void takesTheSumThatIsSetForCredits() {
        Finding measure = uptime(
                        "A credit is 5% of the monthly licence fee.",
                        "For the purpose of credits the monthly licence fee is GBP 1,240.00.")
                .in("AG-7");

        assertThat(sums(entries(
                        TenantRole.BUYER,
                        facts().reported("Uptime till", "2025-03", "98", "2025-04-02"),
                        "2025-04-30",
                        measure)))
                .containsExactly("GBP 62.00");
    }

    @ParameterizedTest
    @CsvSource({"credited, 30.00, ''", "accepted, 30.00, GBP 20.00", "accepted, 50.00, ''", "sent, '', ''"})
    void asksForTheRestOfWhatWasAcceptedAndCreditedInPart(String status, String credited, String open) {
        YearOfFacts facts = facts().invoiced("HST", "Hosting fee", "2025-03", "1000.00")
                .reported("Uptime till", "2025-03", "98", "2025-04-02")
                .claimed("Uptime March 2025", "2025-03", "2025-04-10", "50.00", status);
        if (!credited.isEmpty()) {
            facts.credited("Uptime March 2025", "2025-03", "2025-05-01", credited);
        }

        assertThat(sums(entries(
                        TenantRole.BUYER,
                        facts,
                        "2025-12-31",
                        uptime("A credit is 5% of the Hosting Fee for the month.")
                                .in("AG-7"))))
                .isEqualTo(open.isEmpty() ? List.of() : List.of(open));
    }

    @ParameterizedTest
    @CsvSource({"2025-04-30, GBP 50.00", "2025-05-01, ''"})
    void exposesASellerWhileItCanBeAsked(String asOf, String sum) {
        YearOfFacts facts = new YearOfFacts("AG-7", Direction.ISSUED)
                .invoiced("HST", "Hosting fee", "2025-03", "1000.00")
                .reported("Uptime till", "2025-03", "98", "2025-04-02");
        Finding measure = uptime(
                        "A credit is 5% of the Hosting Fee for the month.",
                        "You need to ask for a credit by the end of the following month.")
                .in("AG-7");

        List<LedgerEntry> entries = entries(TenantRole.SELLER, facts, asOf, measure);
        assertThat(sums(entries)).isEqualTo(sum.isEmpty() ? List.of() : List.of(sum));
        assertThat(entries).allMatch(entry -> entry.leakage() == LeakageClass.EXPOSURE);
    }

    @Test
    void countsNoCorrectionThatCameTooLate() {
        Finding measure = uptime(
                        "A credit is 5% of the Hosting Fee for the month.",
                        "A report may be corrected within ten days after the month; later corrections do not count.")
                .in("AG-7");
        YearOfFacts facts = facts().invoiced("HST", "Hosting fee", "2025-03", "1000.00")
                .reported("Uptime till", "2025-03", "98", "2025-04-02")
                .reported("Uptime till", "2025-03", "99.5", "2025-04-20");

        assertThat(sums(entries(TenantRole.BUYER, facts, "2025-04-30", measure)))
                .containsExactly("GBP 50.00");
    }

    /** Late visits at two points, lost keys at five; more than ten points cost 3 %. */
    @ParameterizedTest
    @CsvSource({"5, 0, ''", "3, 1, GBP 30.00", "0, 2, ''"})
    void addsUpPointsFromWhatIsCounted(String visits, String keys, String sum) {
        Finding measure = FamilyInWords.finding(
                "AG-7",
                new PerformanceMeasure(
                        "Fault points",
                        Term.KPI,
                        null,
                        Comparison.AT_MOST,
                        BigDecimal.TEN,
                        "points",
                        new TimeSpan(1, TimeSpan.Unit.MONTHS),
                        List.of(new Tier(BigDecimal.TEN, false, null, false, "points", percent("3"))),
                        null,
                        null,
                        null),
                "Two points for each late visit, and five points for every key that is lost.",
                "If a month has more than 10 points, the Guarding Fee of that month is reduced by 3%.");
        YearOfFacts facts = facts().invoiced("GRD", "Guarding fee", "2025-03", "1000.00")
                .counted("Visits late", "2025-03", visits)
                .counted("Keys lost", "2025-03", keys);

        // three visits and one key are eleven points; five visits, or two keys, are ten
        assertThat(sums(entries(TenantRole.BUYER, facts, "2025-04-30", measure)))
                .isEqualTo(sum.isEmpty() ? List.of() : List.of(sum));
    }
}
