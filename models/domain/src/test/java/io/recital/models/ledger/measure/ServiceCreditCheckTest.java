package io.recital.models.ledger.measure;

import static io.recital.models.ledger.measure.MeasureInWords.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.Direction;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.FamilyInWords;
import io.recital.models.family.RelationKind;
import io.recital.models.finding.Finding;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.InvoicesInWords;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import io.recital.models.ledger.Scenario;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceCreditCheckTest {
    private static final String BASE = "A credit is the following percentage of the Hosting Fee for the month:";
    private static final String CUT = "Results are computed to two decimal places; further digits are cut off.";
    private static final String CLAIM =
            "The Client may claim a credit within 45 days of receipt of the Uptime Report for that month; later claims lapse.";

    private static MeasureInWords uptime() {
        return new MeasureInWords("Uptime of the booking engine", "99.50")
                .credit("99.0", "99.5", percent("3"))
                .credit(null, "99.0", percent("7.5"))
                .words("A1", BASE, CUT);
    }

    private static ContractFamily family(TenantRole role, Finding... measures) {
        return new FamilyInWords(role)
                .with("AG-7", "agreement", "2025-01-01", measures)
                .build();
    }

    private static YearOfFacts facts() {
        return new YearOfFacts("AG-7", Direction.RECEIVED);
    }

    private static YearOfFacts hosting(String... months) {
        YearOfFacts facts = facts();
        for (String month : months) {
            facts.invoiced("HST", "Hosting fee", month, "10000.10");
        }
        return facts;
    }

    private static List<Outcome> check(ContractFamily family, YearOfFacts facts, String asOf) {
        return new ServiceCreditCheck().run(new Dossier(family, facts.build(), LocalDate.parse(asOf)));
    }

    private static List<LedgerEntry> entries(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(LedgerEntry.class::isInstance)
                .map(LedgerEntry.class::cast)
                .toList();
    }

    private static Money pounds(String amount) {
        return Money.of(CurrencyUnit.of("GBP"), new BigDecimal(amount));
    }

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({
        "9949,  10000, 300.00", // just missed: 3 % of 10,000.10, rounded half up
        "9950,  10000, ''", // exactly on target
        "99499, 100000, 300.00", // 99.499 is cut off to 99.49, not rounded to the target
        "9900,  10000, 300.00", // on the lower edge of the band
        "98999, 100000, 750.01", // 98.999 is cut off to 98.99, the next band
        "10000, 10000, ''",
    })
    void earnsTheCreditOfTheBandThatTheRecomputedValueFallsIn(String up, String all, String credit) {
        List<Outcome> outcomes = check(
                family(TenantRole.BUYER, uptime().in("AG-7")),
                hosting("2025-03").measured("Uptime booking engine", "2025-03", up, all, "2025-04-03"),
                "2025-04-30");

        if (credit.isEmpty()) {
            assertThat(outcomes).isEmpty();
        } else {
            assertThat(entries(outcomes)).singleElement().satisfies(entry -> {
                assertThat(entry.amount()).isEqualTo(pounds(credit));
                assertThat(entry.leakage()).isEqualTo(LeakageClass.UNCLAIMED_ENTITLEMENT);
                assertThat(entry.check()).isEqualTo("service-credit");
                assertThat(entry.rows()).containsExactlyInAnyOrder("measurement:M-2", "invoice-line:I-1");
                assertThat(entry.recoverableUntil()).isNull();
                assertThat(entry.workings().get(entry.workings().size() - 1).result())
                        .isEqualTo("GBP " + credit);
            });
        }
    }

    @ParameterizedTest(name = "report received {0}, looked at on {2}")
    @CsvSource({"2025-04-03, 2025-05-18, 2025-05-18", "2025-06-20, 2025-08-04, 2025-06-30"})
    void runsTheTimeToClaimFromTheDayOnWhichTheReportCame(String received, String until, String asOf) {
        ContractFamily family =
                family(TenantRole.BUYER, uptime().claimed(45).words(CLAIM).in("AG-7"));
        YearOfFacts facts = hosting("2025-03")
                .measured("A1", "2025-03", "994", "1000", "2025-04-02")
                .event("report-received", "Uptime Report February 2025", "2025-03-03")
                .event("report-received", "Uptime Report March 2025", received);

        assertThat(entries(check(family, facts, asOf))).singleElement().satisfies(entry -> {
            assertThat(entry.recoverableUntil()).isEqualTo(LocalDate.parse(until));
            assertThat(entry.isClaimableOn(LocalDate.parse(until))).isTrue();
            assertThat(entry.isClaimableOn(LocalDate.parse(until).plusDays(1))).isFalse();
        });
    }

    @Test
    void countsFromTheEndOfTheMonthWhereTheClauseSaysSo() {
        String clause = "Client shall claim a credit in writing within thirty (30) days after the end of the month.";
        ContractFamily family =
                family(TenantRole.BUYER, uptime().claimed(30).words(clause).in("AG-7"));

        assertThat(entries(check(
                        family, hosting("2025-02").measured("A1", "2025-02", "9", "10", "2025-03-09"), "2025-03-10")))
                .singleElement()
                .satisfies(entry -> assertThat(entry.recoverableUntil()).isEqualTo("2025-03-30"));
    }

    @Test
    void addsTheCreditsOfAMonthAndCutsThemToTheCapOnce() {
        Finding mail = new MeasureInWords("Mail relay", "99.0")
                .credit(null, "99.0", percent("4"))
                .cap(percent("10"))
                .words("A2", BASE, "All credits of a month shall not exceed 10% of the Hosting Fee.")
                .in("AG-7");
        YearOfFacts facts = hosting("2025-03")
                .measured("A1", "2025-03", "98", "100", "2025-04-02")
                .measured("A2 Mail relay", "2025-03", "97", "100", "2025-04-02");

        assertThat(entries(check(family(TenantRole.BUYER, uptime().in("AG-7"), mail), facts, "2025-04-30")))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.amount()).isEqualTo(pounds("1000.01"));
                    assertThat(entry.rests()).hasSize(2);
                });
    }

    @ParameterizedTest(name = "credited {0}, claimed {1} ({2}): {3} is open")
    @CsvSource({
        "750.01, 0,      sent,     ''",
        "0,      750.01, sent,     ''",
        "250.00, 750.01, credited, ''",
        "250.00, 250.00, credited, 500.01",
        "900.00, 0,      sent,     ''",
    })
    void leavesOutWhatWasClaimedOrGiven(String credited, String claimed, String status, String open) {
        YearOfFacts facts = hosting("2025-03").measured("A1", "2025-03", "98", "100", "2025-04-02");
        if (!credited.equals("0")) {
            facts.credited("Service credit 03/2025", "2025-03", "2025-04-20", credited);
        }
        if (!claimed.equals("0")) {
            facts.claimed("Service credit A1, March 2025", "2025-03", "2025-04-10", claimed, status);
        }

        List<LedgerEntry> entries = entries(check(family(TenantRole.BUYER, uptime().in("AG-7")), facts, "2025-04-30"));

        assertThat(entries).hasSize(open.isEmpty() ? 0 : 1);
        assertThat(InvoicesInWords.inOrder(
                        new ServiceCreditCheck(),
                        new Dossier(
                                family(TenantRole.BUYER, uptime().in("AG-7")),
                                facts.build(),
                                LocalDate.parse("2025-04-30"))))
                .hasSize(open.isEmpty() ? 1 : 0);
        entries.forEach(entry -> assertThat(entry.amount()).isEqualTo(pounds(open)));
    }

    @Test
    void takesNoCreditOfAnotherMonthMatterOrCurrencyForThisOne() {
        YearOfFacts facts = hosting("2025-03")
                .measured("A1", "2025-03", "98", "100", "2025-04-02")
                .credited("Service credit February 2025", "2025-03", "2025-04-20", "750.01")
                .credited("Goods returned in March 2025", "2025-03", "2025-04-20", "750.01")
                .credited("Service credit March 2025", "2025-03", "2025-04-20", "750.01", CurrencyUnit.EUR);

        assertThat(entries(check(family(TenantRole.BUYER, uptime().in("AG-7")), facts, "2025-04-30")))
                .singleElement()
                .satisfies(entry -> assertThat(entry.amount()).isEqualTo(pounds("750.01")));
    }

    @Test
    void leavesOpenWhoIsRightWhenAClaimWasRejected() {
        YearOfFacts facts = hosting("2025-03")
                .measured("A1", "2025-03", "98", "100", "2025-04-02")
                .claimed("Service credit A1", "2025-03", "2025-04-10", "750.01", "rejected");

        assertThat(check(family(TenantRole.BUYER, uptime().in("AG-7")), facts, "2025-04-30"))
                .singleElement()
                .isInstanceOf(NotCheckable.class);
    }

    @Test
    void letsACorrectedReportReplaceTheFirst() {
        YearOfFacts facts = hosting("2025-03")
                .measured("A1", "2025-03", "98", "100", "2025-04-02")
                .measured("A1", "2025-03", "99.6", "100", "2025-04-12");
        ContractFamily family = family(TenantRole.BUYER, uptime().in("AG-7"));

        assertThat(check(family, facts, "2025-04-30")).isEmpty();
        assertThat(entries(check(family, facts, "2025-04-11"))).hasSize(1);
    }

    @Test
    void takesTheMonthBeforeAlongWhereThereIsLittleToMeasure() {
        Finding calls = new MeasureInWords("Calls returned", "90")
                .credit(null, "90", percent("2"))
                .words(
                        BASE,
                        "With fewer than twenty calls in a month, it is measured together with the preceding month.")
                .in("AG-7");
        YearOfFacts facts = hosting("2025-03", "2025-04")
                .measured("Calls returned", "2025-03", "30", "31", "2025-04-02")
                .measured("Calls returned", "2025-04", "6", "8", "2025-05-02");

        assertThat(check(family(TenantRole.BUYER, calls), facts, "2025-05-30")).isEmpty();
    }

    @Test
    void namesTheInvoiceLinesThatAreMissing() {
        assertThat(check(
                        family(TenantRole.BUYER, uptime().in("AG-7")),
                        facts().invoiced("LIC", "Licences", "2025-03", "500")
                                .measured("A1", "2025-03", "98", "100", "2025-04-02"),
                        "2025-04-30"))
                .singleElement()
                .isInstanceOfSatisfying(
                        NotCheckable.class,
                        missing -> assertThat(missing.missing()).contains("Hosting Fee"));
    }

    @Test
    void doesNotAddUpCurrencies() {
        assertThat(check(
                        family(TenantRole.BUYER, uptime().in("AG-7")),
                        hosting("2025-03")
                                .invoiced("HST", "Hosting fee, branch", "2025-03", "500", CurrencyUnit.EUR)
                                .measured("A1", "2025-03", "98", "100", "2025-04-02"),
                        "2025-04-30"))
                .singleElement()
                .isInstanceOf(NotCheckable.class);
    }

    @Test
    void judgesAMonthByTheTargetThatWasInForceThen() {
        Finding raised = new MeasureInWords("Uptime of the booking engine", "99.80")
                .credit(null, "99.8", percent("5"))
                .words("From 1 April 2025 the target of A1 is raised to 99.80% with a credit of 5%.")
                .in("AG-7-A1");
        ContractFamily family = new FamilyInWords(TenantRole.BUYER)
                .with("AG-7", "agreement", "2025-01-01", uptime().in("AG-7"))
                .with("AG-7-A1", "amendment", "2025-04-01", raised)
                .related("AG-7-A1", RelationKind.AMENDS, "AG-7")
                .build();
        YearOfFacts facts = hosting("2025-03", "2025-04")
                .measured("A1", "2025-03", "996", "1000", "2025-04-02")
                .measured("A1", "2025-04", "996", "1000", "2025-05-02");

        assertThat(entries(check(family, facts, "2025-05-30"))).singleElement().satisfies(entry -> {
            assertThat(entry.period().from()).isEqualTo("2025-04-01");
            assertThat(entry.amount()).isEqualTo(pounds("500.01"));
        });
    }

    @Test
    void countsAMissingMonthNeitherMetNorMissed() {
        YearOfFacts facts = hosting("2025-03", "2025-04", "2025-05")
                .measured("A1", "2025-03", "999", "1000", "2025-04-02")
                .measured("A1", "2025-05", "999", "1000", "2025-06-02");

        assertThat(check(family(TenantRole.BUYER, uptime().in("AG-7")), facts, "2025-06-30"))
                .singleElement()
                .isInstanceOfSatisfying(
                        NotCheckable.class,
                        missing -> assertThat(missing.missing()).contains("2025-04"));
    }

    @Test
    void saysThatAMeasureWithCreditsWasNeverMeasured() {
        assertThat(check(family(TenantRole.BUYER, uptime().in("AG-7")), facts(), "2025-06-30"))
                .singleElement()
                .isInstanceOf(NotCheckable.class);
    }

    @Test
    void claimsNothingOnPreliminaryFigures() {
        YearOfFacts facts = hosting("2025-03")
                .measured("A1", "2025-03", BigDecimal.ONE, BigDecimal.TEN, null, "2025-04-01", "preliminary")
                .measured("A1", "2025-04", "1", "10", "2025-04-30");

        assertThat(check(family(TenantRole.BUYER, uptime().in("AG-7")), facts, "2025-04-30"))
                .isEmpty();
    }

    @Test
    void multipliesACreditForEachFailure() {
        Finding visits = new MeasureInWords("Visits on time", "98")
                .credit(null, "98", new TypedValue.Amount(BigMoney.of(CurrencyUnit.of("GBP"), 40)))
                .words("If visits are late, the credit is £40.00 for each late visit.")
                .in("AG-7");

        assertThat(entries(check(
                        family(TenantRole.BUYER, visits),
                        facts().measured("Visits on time", "2025-03", "47", "50", "2025-04-02"),
                        "2025-04-30")))
                .singleElement()
                .satisfies(entry -> assertThat(entry.amount()).isEqualTo(pounds("120")));
    }

    @ParameterizedTest(name = "claimed on {0}, {1} credited: {2}")
    @CsvSource({"2025-05-18, 0, 700.00", "2025-05-19, 0, ''", "2025-05-18, 700.00, ''", "2025-05-18, 200.00, 500.00"})
    void owesAsASellerWhatWasClaimedInTimeAndNotGiven(String sentOn, String credited, String open) {
        YearOfFacts facts = new YearOfFacts("AG-7", Direction.ISSUED)
                .invoiced("HST", "Hosting fee", "2025-03", "10000.10")
                .measured("A1", "2025-03", "98", "100", "2025-04-02")
                .event("report sent", "Uptime report 2025-03", "2025-04-03")
                .claimed("Credit for service level A1", "2025-03", sentOn, "700.00", "sent");
        if (!credited.equals("0")) {
            facts.credited("Service credit March 2025", "2025-03", "2025-06-01", credited);
        }

        List<LedgerEntry> entries = entries(check(
                family(TenantRole.SELLER, uptime().claimed(45).words(CLAIM).in("AG-7")), facts, "2025-06-30"));

        assertThat(entries).hasSize(open.isEmpty() ? 0 : 1);
        entries.forEach(entry -> {
            assertThat(entry.leakage()).isEqualTo(LeakageClass.EXPOSURE);
            assertThat(entry.amount()).isEqualTo(pounds(open));
        });
    }

    @Test
    void callsTheCheckByTheContractsOwnWord() {
        Finding damage = new MeasureInWords("Damage rate", "0.2")
                .kpi()
                .atMost()
                .credit("0.2", null, percent("1"))
                .words(BASE)
                .in("AG-7");

        assertThat(entries(check(
                        family(TenantRole.BUYER, damage),
                        hosting("2025-03").measured("Damage rate", "2025-03", "3", "1000", "2025-04-02"),
                        "2025-04-30")))
                .singleElement()
                .satisfies(entry -> assertThat(entry.check()).isEqualTo("kpi-credit"));
    }

    /** Another target for a measure that came to 98 % in March, and the credits that it would have earned. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        A1     | 97   | missed in 0 instead of 1 of 1 | GBP 0.00
        A1     | 99.9 | missed in 1 instead of 1 of 1 | GBP 750.01
        Mail   | 97   | -                             | -
        """)
    void aChangedTargetIsHeldAgainstTheLastYearsMeasurements(
            String measure, String target, @Nullable String counts, @Nullable String then) {
        YearOfFacts facts = hosting("2025-03").measured("A1", "2025-03", "98", "100", "2025-04-02");
        Dossier dossier = new Dossier(
                family(TenantRole.BUYER, uptime().in("AG-7")), facts.build(), LocalDate.parse("2025-04-30"));
        List<Scenario> scenarios = ChangedTarget.of(dossier, measure, new BigDecimal(target));

        if (counts == null) {
            assertThat(scenarios).isEmpty();
        } else {
            assertThat(scenarios).singleElement().satisfies(scenario -> {
                assertThat(scenario.title()).contains(counts);
                assertThat(scenario.now()).hasToString("GBP 750.01");
                assertThat(scenario.then()).hasToString(then);
            });
        }
    }
}
