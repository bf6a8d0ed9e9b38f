package io.recital.models.ledger.invoice;

import static io.recital.models.ledger.invoice.Invoiced.breaks;
import static io.recital.models.ledger.invoice.Invoiced.claims;
import static io.recital.models.ledger.invoice.Invoiced.credit;
import static io.recital.models.ledger.invoice.Invoiced.event;
import static io.recital.models.ledger.invoice.Invoiced.lever;
import static io.recital.models.ledger.invoice.Invoiced.line;
import static io.recital.models.ledger.invoice.Invoiced.missing;
import static io.recital.models.ledger.invoice.Invoiced.purchase;
import static io.recital.models.ledger.invoice.Invoiced.rates;
import static io.recital.models.ledger.invoice.Invoiced.refund;
import static io.recital.models.ledger.invoice.Invoiced.run;
import static io.recital.models.ledger.invoice.Invoiced.tier;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.FamilyInWords;
import io.recital.models.family.RelationKind;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.Modality;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateCheckTest {
    private static final RateCheck CHECK = new RateCheck();

    private static ContractFamily family(Finding... findings) {
        return new FamilyInWords(TenantRole.BUYER)
                .with("MASTER", "services agreement", "2025-01-01", findings)
                .build();
    }

    private static ContractFamily crew() {
        return family(
                rates("MASTER", "EUR", "hour", null, "Fitter", "58.40", "Senior fitter", "71.20", "Welder", "66.00"),
                refund("MASTER"));
    }

    @ParameterizedTest
    @CsvSource({
        "Fitter works week 11,           10, 58.40,       ",
        "Fitter works week 11,           10, 58.39,       ",
        "Fitter works week 11,           10, 59.40, EUR 10.00",
        "'Senior fitter, Halle 4',        8, 71.20,       ",
        "'Senior fitter, Halle 4',        8, 75.00, EUR 30.40",
        "'Senior fitter, Halle 4',      2.5, 71.23, EUR 0.08",
        "Crane driver,                    8, 99.00,       ",
    })
    void claimsWhatAnHourCostsAboveTheRateOfItsGrade(String said, String hours, String price, String claimed) {
        List<Outcome> outcomes = run(
                CHECK,
                crew(),
                line("1", "2026-03-31").of("", said).at(hours, "hour", price).in("EUR"));

        assertThat(claims(outcomes)).isEqualTo(claimed == null ? List.of() : List.of("rate " + claimed));
    }

    @Test
    void saysUntilWhenItCanBeAskedBackAndWhatItRestsOn() {
        InvoiceLine charged = line("1", "2026-03-31")
                .of("", "Welder")
                .at("10", "hour", "70.00")
                .in("EUR");

        LedgerEntry entry = (LedgerEntry) run(CHECK, crew(), charged).get(0);

        assertThat(entry.recoverableUntil()).isEqualTo(LocalDate.parse("2028-04-30"));
        assertThat(entry.rests()).hasSize(2);
        assertThat(entry.rows()).containsExactly("invoice-line:1");
        assertThat(entry.workings().get(entry.workings().size() - 1).result()).isEqualTo("EUR 40.00");
    }

    @Test
    void saysNothingOfLinesThatAreNotPaidOrInAnotherCurrencyOrGiveBack() {
        assertThat(claims(run(
                        CHECK,
                        crew(),
                        line("1", "2026-03-31")
                                .of("", "Welder")
                                .at("10", "hour", "70")
                                .unpaid()
                                .in("EUR"),
                        line("2", "2026-03-31")
                                .of("", "Welder")
                                .at("10", "hour", "70")
                                .in("USD"),
                        line("3", "2026-03-31")
                                .of("", "Welder")
                                .at("-10", "hour", "70")
                                .in("EUR"))))
                .isEmpty();
    }

    @Test
    void takesOffWhatWasCreditedOnTheLine() {
        InvoiceLine charged = line("1", "2026-03-31")
                .of("WLD", "Welder")
                .at("10", "hour", "70.00")
                .in("EUR");

        assertThat(claims(
                        run(CHECK, crew(), charged, credit("INV-1", "2026-05-02", "WLD: rate corrected", "25", "EUR"))))
                .containsExactly("rate EUR 15.00");
        assertThat(claims(run(CHECK, crew(), charged, credit("INV-1", "2026-05-02", "Welder", "40.00", "EUR"))))
                .isEmpty();
        assertThat(claims(run(
                        CHECK, crew(), charged, credit("INV-1", "2026-05-02", "Service credit March", "40", "GBP"))))
                .containsExactly("rate EUR 40.00");
    }

    @Test
    void doesNotTakeHoursForDays() {
        List<Outcome> outcomes = run(
                CHECK,
                crew(),
                line("1", "2026-03-31").of("", "Fitter").at("2", "day", "100").in("EUR"));

        assertThat(claims(outcomes)).isEmpty();
        assertThat(missing(outcomes)).containsExactly("the quantity in the unit of the price, “hour”");
    }

    @Test
    void doesNotJoinByAWordOrTwoWhatCostsSomethingElseAltogether() {
        ContractFamily tolls = family(rates("MASTER", "EUR", "pallet", null, "Region A", "1.10"), refund("MASTER"));

        List<Outcome> outcomes = run(
                CHECK,
                tolls,
                line("1", "2026-03-31")
                        .of("", "Carriage to region A")
                        .at("9", "pallet", "24.00")
                        .in("EUR"));

        assertThat(claims(outcomes)).isEmpty();
        assertThat(missing(outcomes)).hasSize(1);
    }

    @Test
    void findsNoPriceWhereTwoFitAndDiffer() {
        ContractFamily twice = family(
                rates("MASTER", "GBP", "day", null, "Analyst", "400"),
                rates("MASTER", "GBP", "day", null, "Analyst", "450"),
                refund("MASTER"));

        assertThat(claims(run(
                        CHECK,
                        twice,
                        line("1", "2026-03-31")
                                .of("", "Analyst")
                                .at("1", "day", "480")
                                .in("GBP"))))
                .isEmpty();
    }

    @Test
    void tellsColumnsApartByTheirHeads() {
        ContractFamily columns = family(
                Invoiced.lever(
                        "MASTER",
                        LeverType.RATE_CARD,
                        List.of(
                                Invoiced.text(Name.ITEM, "Tester"),
                                new LeverParameter(Name.RATE, Invoiced.amount("GBP", "500"))),
                        "Day rate, on site (GBP)"),
                Invoiced.lever(
                        "MASTER",
                        LeverType.RATE_CARD,
                        List.of(
                                Invoiced.text(Name.ITEM, "Tester"),
                                new LeverParameter(Name.RATE, Invoiced.amount("GBP", "460"))),
                        "Day rate, remote (GBP)"),
                refund("MASTER"));

        assertThat(claims(run(
                        CHECK,
                        columns,
                        line("1", "2026-03-31")
                                .of("", "Tester, on site, May")
                                .at("2", "day", "500")
                                .in("GBP"),
                        line("2", "2026-03-31")
                                .of("", "Tester, remote, May")
                                .at("2", "day", "500")
                                .in("GBP"))))
                .containsExactly("rate GBP 80.00");
    }

    @Test
    void readsTheColumnOfTheDayOfServiceNotOfTheInvoice() {
        ContractFamily years = family(
                rates("MASTER", "USD", "day", "2025-01-01", "Chemist", "900"),
                rates("MASTER", "USD", "day", "2026-01-01", "Chemist", "950"),
                refund("MASTER"));

        assertThat(claims(run(
                        CHECK,
                        years,
                        line("1", "2026-01-10")
                                .of("", "Chemist")
                                .at("4", "day", "950")
                                .month("2025-12")
                                .in("USD"),
                        line("2", "2026-02-10")
                                .of("", "Chemist")
                                .at("4", "day", "950")
                                .month("2026-01")
                                .in("USD"),
                        line("3", "2026-01-10")
                                .of("", "Chemist")
                                .at("4", "day", "900")
                                .month("2025-12")
                                .in("USD"))))
                .containsExactly("rate USD 200.00");
    }

    @Test
    void givesAnOrderLineTheBreakOfAllItsInvoices() {
        ContractFamily list = family(
                breaks(
                        "MASTER",
                        "BX-11",
                        "thousand units",
                        tier("1000", "20000", "USD", "31.00"),
                        tier("20000", null, "USD", "28.50")),
                refund("MASTER"));
        InvoiceLine half = line("1", "2026-03-01")
                .of("BX-11", "Tray")
                .order("77-1")
                .at("12", "thousand", "31")
                .in("USD");
        InvoiceLine rest = line("2", "2026-03-20")
                .of("BX-11", "Tray")
                .order("77-1")
                .at("12", "thousand", "31")
                .in("USD");

        assertThat(claims(run(CHECK, list, half, rest, purchase("77-1", "BX-11", "24"))))
                .containsExactly("tier-price USD 60.00");
        assertThat(claims(run(CHECK, list, half))).isEmpty();
        assertThat(claims(run(
                        CHECK,
                        list,
                        half,
                        line("3", "2026-03-20")
                                .of("BX-11", "Tray")
                                .order("77-2")
                                .at("12", "thousand", "31")
                                .in("USD"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"19.999, 31.00", "20, 28.50", "20.001, 28.50"})
    void beginsABreakExactlyWhereItBegins(String thousands, String price) {
        ContractFamily list = family(
                breaks(
                        "MASTER",
                        "BX-11",
                        "thousand units",
                        tier("1000", "20000", "USD", "31.00"),
                        tier("20000", null, "USD", "28.50")),
                refund("MASTER"));
        InvoiceLine right = line("1", "2026-03-01")
                .of("BX-11", "Tray")
                .at(thousands, "thousand", price)
                .in("USD");

        assertThat(run(CHECK, list, right)).isEmpty();
    }

    @Test
    void cannotCheckAPriceThatIsWithheld() {
        ContractFamily withheld = family(Invoiced.lever(
                "MASTER",
                LeverType.RATE_CARD,
                List.of(
                        Invoiced.text(Name.ITEM, "Enzyme blend"),
                        new LeverParameter(Name.RATE, new TypedValue.Redacted("[***]")))));

        List<Outcome> outcomes = run(
                CHECK,
                withheld,
                line("1", "2026-03-01")
                        .of("EB", "Enzyme blend")
                        .at("1", "kg", "88")
                        .in("USD"));

        assertThat(missing(outcomes)).containsExactly("the price, which the contract withholds");
    }

    @Test
    void leavesAnOrdersOwnPricesToThatOrder() {
        ContractFamily orders = new FamilyInWords(TenantRole.BUYER)
                .with(
                        "MASTER",
                        "master agreement",
                        "2025-01-01",
                        rates("MASTER", "GBP", "day", null, "Planner", "600"),
                        refund("MASTER"))
                .with("SOW-7", "statement of work", "2025-06-01", rates("SOW-7", "GBP", "day", null, "Planner", "550"))
                .build();

        assertThat(claims(run(
                        CHECK,
                        orders,
                        line("1", "2026-03-01")
                                .of("", "Planner")
                                .order("SOW-7")
                                .at("1", "day", "600")
                                .in("GBP"),
                        line("2", "2026-03-01")
                                .of("", "Planner")
                                .order("SOW-9")
                                .at("1", "day", "600")
                                .in("GBP"))))
                .containsExactly("rate GBP 50.00");
    }

    @Test
    void dividesAYearlyFeeIntoItsInstalments() {
        ContractFamily yearly = family(
                rates(
                        "MASTER",
                        "GBP",
                        "Service",
                        null,
                        "Annual inspection fee, payable in four equal instalments",
                        "1000"),
                refund("MASTER"));

        assertThat(claims(run(
                        CHECK,
                        yearly,
                        line("1", "2026-03-01")
                                .of("INS", "Annual inspection fee, second")
                                .at("1", "Instalment", "250")
                                .in("GBP"),
                        line("2", "2026-06-01")
                                .of("INS", "Annual inspection fee, third")
                                .at("1", "Instalment", "260")
                                .in("GBP"))))
                .containsExactly("rate GBP 10.00");
    }

    @Test
    void readsAFeeByMonthFromADutyToPayIt() {
        ContractFamily fees = family(
                Invoiced.duty(
                        "MASTER",
                        Modality.DUTY,
                        "From 1 May 2026 the Customer shall pay a recurring charge of £1,250.50 per month for guarding of plant 3",
                        null),
                Invoiced.duty(
                        "MASTER", Modality.DUTY, "pay liquidated damages of £100 per week for each late gate", null),
                refund("MASTER"));

        assertThat(claims(run(
                        CHECK,
                        fees,
                        line("1", "2026-06-01")
                                .of("GRD", "Guarding of plant 3, May")
                                .at("1", "month", "1250.50")
                                .month("2026-05")
                                .in("GBP"),
                        line("2", "2026-07-01")
                                .of("GRD", "Guarding of plant 3, June")
                                .at("1", "month", "1300.50")
                                .month("2026-06")
                                .in("GBP"))))
                .containsExactly("rate GBP 50.00");
    }

    @Test
    void namesWhatItFindsNoPriceFor() {
        assertThat(missing(run(
                        CHECK,
                        crew(),
                        line("1", "2026-03-31")
                                .of("CR-8", "Crane driver")
                                .at("8", "hour", "99")
                                .in("EUR"),
                        line("2", "2026-03-31")
                                .of("", "Fitter")
                                .at("8", "hour", "70")
                                .in("USD"))))
                .containsExactly("the price in USD, the currency of the invoice", "agreed prices of CR-8");
    }

    @Test
    void cannotCheckBreaksByWhatIsBoughtInAYear() {
        ContractFamily yearly = family(
                breaks(
                        "MASTER",
                        "BX-11",
                        "units bought in each contract year",
                        tier("1", "20000", "USD", "31.00"),
                        tier("20000", null, "USD", "28.50")),
                refund("MASTER"));

        assertThat(missing(run(
                        CHECK,
                        yearly,
                        line("1", "2026-03-01")
                                .of("BX-11", "Tray")
                                .at("12", "each", "33")
                                .in("USD"))))
                .containsExactly("the quantity of the period that the price depends on");
    }

    @Property(tries = 200)
    void neverClaimsMoreThanWasChargedAboveTheRate(
            @ForAll @BigRange(min = "0.01", max = "999") @Scale(2) BigDecimal charged,
            @ForAll @BigRange(min = "0.25", max = "300") @Scale(2) BigDecimal hours) {
        InvoiceLine line = line("1", "2026-03-31")
                .of("", "Fitter")
                .at(hours.toPlainString(), "hour", charged.toPlainString())
                .in("EUR");

        for (Outcome outcome : run(CHECK, crew(), line)) {
            if (outcome instanceof LedgerEntry entry) {
                BigDecimal most = hours.multiply(charged.subtract(new BigDecimal("58.40")));
                assertThat(entry.amount().getAmount().subtract(most).abs()).isLessThanOrEqualTo(new BigDecimal("0.01"));
                assertThat(charged).isGreaterThan(new BigDecimal("58.40"));
            }
        }
    }

    @Test
    void takesALeadConsultantForNoConsultant() {
        Finding grades =
                rates("MASTER", "GBP", "day", null, "Lead consultant (A. Weir)", "1200.00", "Consultant", "700.00");
        FamilyInWords family = new FamilyInWords(TenantRole.BUYER)
                .with("MASTER", "services agreement", "2025-01-01", grades, refund("MASTER"))
                .with("CHANGE", "amendment", "2026-03-01", rates("CHANGE", "GBP", "day", null, "Consultant", "720.00"))
                .related("CHANGE", RelationKind.AMENDS, "MASTER");

        List<Outcome> outcomes = run(
                new RateCheck(),
                family.build(),
                line("1", "2026-02-28")
                        .of("LEAD", "Lead consultant")
                        .at("3", "day", "1200.00")
                        .in("GBP"),
                line("2", "2026-04-30")
                        .of("LEAD", "Lead consultant")
                        .at("3", "day", "1210.00")
                        .in("GBP"),
                line("3", "2026-04-30")
                        .of("CONS", "Consultant")
                        .at("3", "day", "721.00")
                        .in("GBP"));

        assertThat(claims(outcomes)).containsExactlyInAnyOrder("rate GBP 30.00", "rate GBP 3.00");
    }

    @Test
    void takesTheRateOfTheYearAndTheTimeOfWork() {
        ContractFamily rates = family(
                rates(
                        "MASTER",
                        "EUR",
                        "hour",
                        null,
                        "Fitter, worked in 2025",
                        "50.00",
                        "Fitter, worked in 2026",
                        "52.00",
                        "Welder, Monday to Friday",
                        "60.00",
                        "Welder, Saturday and Sunday",
                        "90.00"),
                refund("MASTER"));

        assertThat(claims(run(
                        CHECK,
                        rates,
                        line("1", "2026-01-10")
                                .of("", "Fitter")
                                .at("10", "hour", "52.00")
                                .month("2025-12")
                                .in("EUR"),
                        line("2", "2026-01-10")
                                .of("", "Fitter")
                                .at("10", "hour", "50.00")
                                .month("2025-11")
                                .in("EUR"),
                        line("3", "2026-02-10")
                                .of("", "Fitter")
                                .at("10", "hour", "52.00")
                                .month("2026-01")
                                .in("EUR"),
                        line("4", "2026-02-10")
                                .of("", "Welder")
                                .at("10", "hour", "60.00")
                                .month("2026-01")
                                .in("EUR"),
                        line("5", "2026-02-10")
                                .of("", "Welder, Saturday 17 January")
                                .at("5", "hour", "90.00")
                                .month("2026-01")
                                .in("EUR"),
                        line("6", "2026-03-10")
                                .of("", "Welder")
                                .at("10", "hour", "61.00")
                                .month("2026-02")
                                .in("EUR"))))
                .containsExactlyInAnyOrder("rate EUR 20.00", "rate EUR 10.00");
    }

    @Test
    void countsOrdersInPiecesWhereInvoicesCountHundreds() {
        ContractFamily list = family(
                breaks(
                        "MASTER",
                        "QT-7 clip",
                        "100 pieces",
                        tier("0", "1000", "USD", "9.00"),
                        tier("1000", null, "USD", "8.00")),
                refund("MASTER"));

        assertThat(claims(run(
                        CHECK,
                        list,
                        line("1", "2026-03-01")
                                .of("QT-7", "per 100")
                                .order("A1")
                                .at("12", "100 pcs", "9.00")
                                .in("USD"),
                        line("2", "2026-03-01")
                                .of("QT-7", "per 100")
                                .order("A2")
                                .at("9", "100 pcs", "9.00")
                                .in("USD"),
                        purchase("A1", "QT-7", "1200"),
                        purchase("A2", "QT-7", "900"))))
                .containsExactly("tier-price USD 12.00");
    }

    @Test
    void letsANewPriceApplyFromTheDayThatItsNoticeAllows() {
        Finding change = lever(
                "MASTER",
                LeverType.PRICE_ADJUSTMENT,
                List.of(),
                "Seller may change a price by notice; it applies from the first day of the calendar month that begins at least 30 days after Buyer receives the notice.");
        ContractFamily list =
                family(rates("MASTER", "USD", "drum", null, "Cleaner X", "70.00"), change, refund("MASTER"));

        assertThat(claims(run(
                        CHECK,
                        list,
                        event("price-notice-received", "New price of cleaner X: USD 73.00 a drum", "2026-01-20", ""),
                        line("1", "2026-02-10")
                                .of("", "Cleaner X")
                                .at("2", "drum", "73.00")
                                .in("USD"),
                        line("2", "2026-03-01")
                                .of("", "Cleaner X")
                                .at("2", "drum", "73.00")
                                .in("USD"),
                        line("3", "2026-03-02")
                                .of("", "Cleaner X")
                                .at("2", "drum", "74.00")
                                .in("USD"))))
                .containsExactlyInAnyOrder("rate USD 6.00", "indexation USD 2.00");
    }
}
