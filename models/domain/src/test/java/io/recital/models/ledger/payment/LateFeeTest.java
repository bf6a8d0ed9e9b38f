package io.recital.models.ledger.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.Facts;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.fact.VendorReference;
import io.recital.models.family.FamilyInWords;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TimeSpan.Unit;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.InvoicesInWords;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LateFeeTest {
    private static final InvoicesInWords BILLS = InvoicesInWords.received("A-1", "GBP");
    private static final Finding TERM =
            LatePaymentCheckTest.term("A-1", 30, "date of the invoice", "within 30 days of the date of the invoice");

    private static Finding fee(String sum, @Nullable Unit each, String words) {
        List<LeverParameter> parameters = new ArrayList<>(
                List.of(new LeverParameter(Name.RATE, new TypedValue.Amount(BigMoney.parse("GBP " + sum)))));
        if (each != null) {
            parameters.add(new LeverParameter(Name.FREQUENCY, new TypedValue.Length(new TimeSpan(1, each))));
        }
        return FamilyInWords.finding("A-1", new CommercialLever(LeverType.LATE_PAYMENT_INTEREST, parameters), words);
    }

    private static Finding percent(String rate, @Nullable Unit each, String words) {
        List<LeverParameter> parameters =
                new ArrayList<>(List.of(new LeverParameter(Name.RATE, new TypedValue.Percent(new BigDecimal(rate)))));
        if (each != null) {
            parameters.add(new LeverParameter(Name.FREQUENCY, new TypedValue.Length(new TimeSpan(1, each))));
        }
        return FamilyInWords.finding("A-1", new CommercialLever(LeverType.LATE_PAYMENT_INTEREST, parameters), words);
    }

    private static List<Outcome> run(List<Finding> findings, PerformanceFact... facts) {
        List<Finding> all = new ArrayList<>(List.of(TERM));
        all.addAll(findings);
        Dossier dossier = new Dossier(
                new FamilyInWords(TenantRole.BUYER)
                        .with("A-1", "agreement", "2025-01-01", all.toArray(Finding[]::new))
                        .build(),
                Facts.of(List.of(facts)),
                LocalDate.of(2026, 12, 31));
        return InvoicesInWords.verified(new LatePaymentCheck().run(dossier));
    }

    private static List<String> amounts(List<Outcome> outcomes) {
        return outcomes.stream()
                .map(outcome -> outcome instanceof LedgerEntry entry
                        ? entry.leakage().label() + " " + entry.amount()
                        : "not checkable")
                .toList();
    }

    /** Dated 1 September 2025 and due on 1 October; paid on a day. */
    private static InvoiceLine bill(String paid) {
        return BILLS.line("INV-1", "2025-09-01", "2025-09-01", paid, "1000", "1000");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        25.00 | -      | a late fee of £25.00 for each invoice                             | 2025-10-01 | -
        25.00 | -      | a late fee of £25.00 for each invoice                             | 2025-10-06 | GBP 25.00
        2.50  | DAYS   | £2.50 for each day by which payment is late                       | 2025-10-11 | GBP 25.00
        10.00 | WEEKS  | £10.00 for each week or part of a week                            | 2025-10-16 | GBP 30.00
        10.00 | WEEKS  | £10.00 for each full week of delay                                | 2025-10-16 | GBP 20.00
        15.00 | MONTHS | £15.00 per month or part of a month                               | 2025-11-05 | GBP 30.00
        15.00 | MONTHS | £15.00 for each month                                             | 2025-11-05 | GBP 15.00
        15.00 | -      | £15.00 for each reminder                                          | 2025-11-05 | -
        25.00 | -      | a late fee of £25.00 or 5%, whichever is greater                  | 2025-10-06 | not checkable
        25.00 | -      | a late fee of £25.00, up to a limit that is told each year        | 2025-10-06 | not checkable
        25.00 | -      | £25.00 for an invoice more than 10 days late                      | 2025-10-06 | -
        """)
    void takesASumForALateInvoice(String sum, @Nullable Unit each, String words, String paid, @Nullable String due) {
        String expected = due == null || due.equals("not checkable") ? due : "exposure " + due;
        assertThat(amounts(run(List.of(fee(sum, each, words)), bill(paid))))
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void addsTheSumToTheInterestOfTheSameInvoice() {
        List<Finding> both = List.of(
                percent("8", Unit.YEARS, "interest at 8% a year"), fee("70.00", null, "and £70.00 compensation"));
        // 1,000.00 for 10 days at 8 % are 2.19
        assertThat(amounts(run(both, bill("2025-10-11")))).containsExactly("exposure GBP 72.19");
    }

    @Test
    void takesAShareOfTheLateSumOnceWhereNoTimeIsSaid() {
        assertThat(amounts(run(
                        List.of(percent("5", null, "a late charge of 5% of the overdue amount")), bill("2025-10-11"))))
                .containsExactly("exposure GBP 50.00");
        assertThat(amounts(run(List.of(percent("5", null, "late sums bear interest at 5%")), bill("2025-10-11"))))
                .containsExactly("not checkable");
    }

    @Test
    void countsTheRemindersThatNameTheInvoice() {
        VendorReference other = new VendorReference("4711", "Other Side Ltd");
        ContractEvent first = new ContractEvent(
                "E-1",
                other,
                "A-1",
                "reminder-received",
                "Reminder for INV-1",
                LocalDate.of(2025, 10, 8),
                null,
                "",
                "");
        ContractEvent second = new ContractEvent(
                "E-2",
                other,
                "A-1",
                "reminder-received",
                "Reminder for INV-2",
                LocalDate.of(2025, 10, 9),
                null,
                "",
                "");
        assertThat(amounts(run(
                        List.of(fee("15.00", null, "£15.00 for each reminder")), bill("2025-11-05"), first, second)))
                .containsExactly("exposure GBP 15.00");
    }

    @Test
    void asksForNothingThatWasBilled() {
        InvoiceLine billed =
                BILLS.line("INV-2", "2025-11-01", null, "2025-11-20", "25", "25", "Late fee on INV-1", "FEE", null);
        assertThat(amounts(run(
                        List.of(fee("25.00", null, "a late fee of £25.00 for each invoice")),
                        bill("2025-10-06"),
                        billed)))
                .isEmpty();
    }

    @Test
    void asksForNothingThatCouldOnlyBeAddedToTheNextInvoice() {
        Finding next = fee("40.00", null, "If you pay late we may add £40.00 to the next bill.");
        InvoiceLine later = BILLS.line("INV-2", "2025-11-01", null, "2025-11-20", "900", "900");
        assertThat(amounts(run(List.of(next), bill("2025-10-06")))).containsExactly("exposure GBP 40.00");
        assertThat(amounts(run(List.of(next), bill("2025-10-06"), later))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        2025-10-01 | 25.00 | GBP 25.00
        2025-10-06 | 25.00 | -
        2025-10-06 | 40.00 | GBP 15.00
        """)
    void asksBackWhatWasChargedWithoutRight(String paid, String charged, @Nullable String excess) {
        InvoiceLine line = BILLS.line(
                "INV-2", "2025-11-01", null, "2025-11-20", charged, charged, "Late fee on INV-1", "FEE", null);
        assertThat(amounts(run(List.of(fee("25.00", null, "a late fee of £25.00 for each invoice")), bill(paid), line)))
                .isEqualTo(excess == null ? List.of() : List.of("recoverable-overpayment " + excess));
    }

    @Test
    void leavesOutInterestThatIsTooLittle() {
        Finding rate = percent(
                "9",
                Unit.YEARS,
                "interest at 9% a year. No interest of less than £5.00 shall be charged on one invoice.");
        assertThat(amounts(run(List.of(rate), bill("2025-10-06")))).isEmpty();
        assertThat(amounts(run(List.of(rate), bill("2025-12-01")))).containsExactly("exposure GBP 15.04");
    }

    @Property
    void neverCostsLessTheLaterItIsPaid(@ForAll @IntRange(min = 1, max = 200) int days, @ForAll Unit unit) {
        if (unit != Unit.DAYS && unit != Unit.WEEKS && unit != Unit.MONTHS) {
            return;
        }
        LateFee fee = LateFee.of(new io.recital.models.ledger.lever.Levers(new FamilyInWords(TenantRole.BUYER)
                                .with(
                                        "A-1",
                                        "agreement",
                                        "2025-01-01",
                                        fee("10.00", unit, "£10.00 each or part of a month"))
                                .build())
                        .everStated(LeverType.LATE_PAYMENT_INTEREST)
                        .findFirst()
                        .orElseThrow())
                .orElseThrow();
        LocalDate due = LocalDate.of(2026, 1, 31);
        long now = fee.times(due, due.plusDays(days), 0);
        long later = fee.times(due, due.plusDays(days + 1L), 0);
        assertThat(later).isBetween(now, now + 1);
        assertThat(now).isLessThanOrEqualTo(days);
    }
}
