package io.recital.models.ledger.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.Facts;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.FamilyInWords;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TimeSpan.Unit;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Breach;
import io.recital.models.ledger.Check;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.InvoicesInWords;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarlyPaymentTest {
    private static final InvoicesInWords POUNDS =
            InvoicesInWords.received("A-1", "GBP").withTax("20");
    private static final String WITHIN =
            "If the Buyer pays within 10 days of receipt it may deduct 3% of the net price.";

    private static Finding discount(String... words) {
        return FamilyInWords.finding(
                "A-1",
                new CommercialLever(
                        LeverType.EARLY_PAYMENT_DISCOUNT,
                        List.of(
                                new LeverParameter(Name.RATE, new TypedValue.Percent(new BigDecimal("3"))),
                                new LeverParameter(Name.PERIOD, new TypedValue.Length(new TimeSpan(10, Unit.DAYS))))),
                words);
    }

    private static ContractFamily family(TenantRole role, Finding... findings) {
        return new FamilyInWords(role)
                .with("A-1", "agreement", "2025-01-01", findings)
                .build();
    }

    private static List<Outcome> run(Check check, ContractFamily family, PerformanceFact... facts) {
        return InvoicesInWords.verified(
                check.run(new Dossier(family, Facts.of(List.of(facts)), LocalDate.of(2026, 12, 31))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        paid in full on the last day        | 2025-09-11 | 1200.00 | avoidable-missed-saving
        paid in full a day later            | 2025-09-12 | 1200.00 | -
        deducted in time                    | 2025-09-11 | 1170.00 | -
        deducted in time, tax adjusted      | 2025-09-11 | 1164.00 | -
        deducted too late                   | 2025-09-30 | 1170.00 | exposure
        less paid for another reason        | 2025-09-30 | 1100.00 | -
        nothing known to be paid            | 2025-09-11 | -       | -
        """)
    void judgesWhatWasPaid(String name, String paidOn, String paid, String leakage) {
        List<Outcome> outcomes = run(
                new EarlyPaymentDiscountCheck(),
                family(TenantRole.BUYER, discount(WITHIN)),
                POUNDS.line("R-1", "2025-09-01", "2025-09-01", paidOn, "1000", paid));
        assertThat(outcomes.stream().map(each -> ((LedgerEntry) each).leakage().label()))
                .as(name)
                .isEqualTo(leakage == null ? List.of() : List.of(leakage));
        outcomes.forEach(
                each -> assertThat(((LedgerEntry) each).amount().toString()).isEqualTo("GBP 30.00"));
    }

    @Test
    void isAnEntitlementWhereTheContractLetsItBeDeductedLater() {
        ContractFamily family = family(
                TenantRole.BUYER,
                discount(
                        WITHIN,
                        "A discount that the Buyer did not deduct may be deducted from a later invoice within ninety (90) days of payment."));
        LedgerEntry entry = (LedgerEntry) run(
                        new EarlyPaymentDiscountCheck(),
                        family,
                        POUNDS.line("R-1", "2025-09-01", "2025-09-01", "2025-09-05", "1000", "1200"))
                .get(0);
        assertThat(entry.leakage().isClaimable()).isTrue();
        assertThat(entry.recoverableUntil()).isEqualTo(LocalDate.of(2025, 12, 4));
    }

    @Test
    void isNoLeakageOfTheSellerWhereACustomerForgetsIt() {
        InvoicesInWords issued = InvoicesInWords.issued("A-1", "GBP");
        assertThat(run(
                        new EarlyPaymentDiscountCheck(),
                        family(TenantRole.SELLER, discount(WITHIN)),
                        issued.line("R-1", "2025-09-01", "2025-09-01", "2025-09-05", "1000", "1000")))
                .isEmpty();
    }

    /** The contract gives 58 days, until 2025-10-29; the tenant's system has another day or none. */
    @ParameterizedTest
    @CsvSource({
        "2025-09-10, 2025-10-01, 0",
        "2025-09-13, 2025-10-01, 1",
        "2025-10-15, 2025-10-15, 0",
        "2025-10-14, 2025-10-14, 1",
        "2025-10-17, 2025-10-01, 0",
        "2025-09-13, 2025-10-29, 0",
        "2025-09-13, 2025-11-30, 0",
        "2025-09-13, , 0"
    })
    void callsPaymentEarlyWhereTheTenantsSystemHadItDueMoreThanAFortnightTooEarly(
            String paidOn, @Nullable String recorded, int breaches) {
        ContractFamily family = family(
                TenantRole.BUYER,
                discount(WITHIN),
                LatePaymentCheckTest.term("A-1", 58, "receipt", "within 58 days of receipt"));
        InvoiceLine line = POUNDS.line("R-1", "2025-09-01", "2025-09-01", paidOn, "1000", "1200");
        List<Outcome> outcomes =
                run(new EarlyPaymentCheck(), family, recorded == null ? line : InvoicesInWords.dueOn(line, recorded));
        assertThat(outcomes).hasSize(breaches).allMatch(Breach.class::isInstance);
    }

    /** Three invoices are in the books for 1 October; what most of them were paid by tells whether that day steers payment. */
    @ParameterizedTest
    @CsvSource({
        "2025-09-13, 2025-09-13, 2025-10-20, 2",
        "2025-09-13, 2025-10-20, 2025-10-21, 0",
        "2025-09-13, 2025-09-20, 2025-09-27, 0"
    })
    void tellsOfAnEarlyPaymentWhereTheDayInTheBooksSteersWhatIsPaid(
            String first, String second, String third, int breaches) {
        ContractFamily family = family(
                TenantRole.BUYER,
                discount(WITHIN),
                LatePaymentCheckTest.term("A-1", 58, "receipt", "within 58 days of receipt"));
        List<Outcome> outcomes = run(
                new EarlyPaymentCheck(),
                family,
                InvoicesInWords.dueOn(
                        POUNDS.line("R-1", "2025-09-01", "2025-09-01", first, "1000", "1200"), "2025-10-01"),
                InvoicesInWords.dueOn(
                        POUNDS.line("R-2", "2025-09-01", "2025-09-01", second, "1000", "1200"), "2025-10-01"),
                InvoicesInWords.dueOn(
                        POUNDS.line("R-3", "2025-09-01", "2025-09-01", third, "1000", "1200"), "2025-10-01"));
        assertThat(outcomes.stream().filter(Breach.class::isInstance)).hasSize(breaches);
    }

    /** One discount was taken and one missed by a day; how many others were paid without a thought of it tells the rule. */
    @ParameterizedTest
    @CsvSource({"0, 1", "2, 1", "3, 0"})
    void missesADiscountByADayOnlyWhereDiscountsAreTheRule(int others, int missed) {
        List<PerformanceFact> invoices = new ArrayList<>(List.of(
                POUNDS.line("R-1", "2025-09-01", "2025-09-01", "2025-09-11", "1000", "1170.00"),
                POUNDS.line("R-2", "2025-09-01", "2025-09-01", "2025-09-12", "1000", "1200")));
        for (int i = 0; i < others; i++) {
            invoices.add(POUNDS.line("S-" + i, "2025-09-01", "2025-09-01", "2025-09-30", "1000", "1200"));
        }
        assertThat(run(
                        new EarlyPaymentDiscountCheck(),
                        family(TenantRole.BUYER, discount(WITHIN)),
                        invoices.toArray(PerformanceFact[]::new)))
                .hasSize(missed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Sums due are payable within 58 days of receipt, save the Quarterly Rental.                          | 0
        Except for the quarterly rental, invoices are payable within 58 days of receipt.                     | 0
        Invoices other than those for the Quarterly Rental are payable within 58 days of receipt.            | 0
        Invoices are payable within 58 days of receipt, with the exception of freight.                       | 1
        Invoices are payable within 58 days of receipt, except where they are disputed.                      | 1
        """)
    void aTermIsNotHeldAgainstAnInvoiceForWhatItsClauseLeavesOut(String clause, int breaches) {
        ContractFamily family =
                family(TenantRole.BUYER, discount(WITHIN), LatePaymentCheckTest.term("A-1", 58, "receipt", clause));
        InvoiceLine line = POUNDS.line(
                "R-1", "2025-09-01", "2025-09-01", "2025-09-13", "1000", "1200", "Quarterly Rental", "RENT", null);
        assertThat(run(new EarlyPaymentCheck(), family, InvoicesInWords.dueOn(line, "2025-10-01")))
                .hasSize(breaches);
    }

    @ParameterizedTest
    @CsvSource({"2, 20, 37.24, 44.59", "1, 20, 18.43, 20.13", "3, 20, 56.44, 74.35", "2, 32, 23.28, 25.92"})
    void tellsWhatADiscountIsWorthForAYear(BigDecimal percent, long days, BigDecimal simple, BigDecimal effective) {
        assertThat(EarlyPaymentDiscount.simpleYearly(percent, days)).isEqualByComparingTo(simple);
        assertThat(EarlyPaymentDiscount.effectiveYearly(percent, days)).isEqualByComparingTo(effective);
    }
}
