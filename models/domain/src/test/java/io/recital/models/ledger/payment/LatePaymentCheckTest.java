package io.recital.models.ledger.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.Facts;
import io.recital.models.fact.IndexValue;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.FamilyInWords;
import io.recital.models.family.RelationKind;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TimeSpan.Unit;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.InvoicesInWords;
import io.recital.models.ledger.LeakageClass;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatePaymentCheckTest {
    private static final InvoicesInWords EUROS = InvoicesInWords.received("A-1", "EUR");

    static Finding term(String contract, int days, String from, String words) {
        return FamilyInWords.finding(
                contract,
                new CommercialLever(
                        LeverType.PAYMENT_TERM,
                        List.of(
                                new LeverParameter(Name.PERIOD, new TypedValue.Length(new TimeSpan(days, Unit.DAYS))),
                                new LeverParameter(Name.FROM, new TypedValue.Text(from)))),
                words);
    }

    private static Finding interest(String percent, Unit unit, String words, LeverParameter... more) {
        List<LeverParameter> parameters = new ArrayList<>(List.of(
                new LeverParameter(Name.RATE, new TypedValue.Percent(new BigDecimal(percent))),
                new LeverParameter(Name.FREQUENCY, new TypedValue.Length(new TimeSpan(1, unit)))));
        parameters.addAll(List.of(more));
        return FamilyInWords.finding("A-1", new CommercialLever(LeverType.LATE_PAYMENT_INTEREST, parameters), words);
    }

    private static Finding law(String words) {
        return FamilyInWords.finding("A-1", ContractFact.of(FactType.GOVERNING_LAW, new TypedValue.Text(words)), words);
    }

    private static ContractFamily agreement(Finding... findings) {
        return new FamilyInWords(TenantRole.BUYER)
                .with("A-1", "agreement", "2025-01-01", findings)
                .build();
    }

    private static List<Outcome> run(ContractFamily family, PerformanceFact... facts) {
        return InvoicesInWords.verified(
                new LatePaymentCheck().run(new Dossier(family, Facts.of(List.of(facts)), LocalDate.of(2026, 12, 31))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        receipt of it       | 2025-09-01 | 2025-09-04 | 2025-10-06 | -
        receipt of it       | 2025-09-01 | 2025-09-04 | 2025-10-07 | EUR 6.58
        date of the invoice | 2025-09-01 | 2025-09-04 | 2025-10-07 | EUR 13.15
        date of the invoice | 2025-09-01 | -          | 2025-10-07 | EUR 13.15
        end of the month    | 2025-09-01 | 2025-09-04 | 2025-10-30 | -
        end of the month    | 2025-09-01 | 2025-09-04 | 2025-11-01 | EUR 4.38
        """)
    void countsFromWhereTheClauseSays(String from, String date, String received, String paid, String amount) {
        ContractFamily family = agreement(
                term("A-1", 30, from, "within 30 days of " + from),
                interest("8", Unit.YEARS, "late sums bear interest at 8% a year"));
        List<Outcome> outcomes = run(family, EUROS.line("R-1", date, received, paid, "10000", "10000"));
        assertThat(outcomes.stream().map(entry -> ((LedgerEntry) entry).amount().toString()))
                .isEqualTo(amount == null ? List.of() : List.of(amount));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2 %, monthly         | MONTHS | 2  | late sums bear interest at 2% per month                      | 13.15
        9 % of 360 days      | YEARS  | 9  | interest at 9% p.a. on the basis of a 360-day year           | 5.00
        without tax          | YEARS  | 9  | interest at 9% per annum on the sum without VAT              | 4.11
        """)
    void computesByTheRateOfTheClause(String name, Unit unit, String rate, String words, String amount) {
        ContractFamily family = agreement(
                term("A-1", 30, "its date", "30 days after the date of the invoice"), interest(rate, unit, words));
        // 1,666.67 and 20 % tax are 2,000.00, paid ten days late
        List<Outcome> outcomes =
                run(family, EUROS.withTax("20").line("R-1", "2025-09-01", null, "2025-10-11", "1666.67", "2000.00"));
        assertThat(((LedgerEntry) outcomes.get(0)).amount().getAmount()).isEqualByComparingTo(amount);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        the last day of the calendar month of their date                       | 1 | 2026-06-30 | 2026-07-31 | -
        the last day of the calendar month of their date                       | 1 | 2026-06-30 | 2026-08-03 | EUR 6.58
        the end of the month of the invoice                                    | 1 | 2026-02-03 | 2026-03-31 | -
        by the last day of the calendar month following the month of their date | - | 2026-06-12 | 2026-07-31 | -
        by the last day of the calendar month following the month of their date | - | 2026-06-12 | 2026-08-03 | EUR 6.58
        on the 15th of the month after the month in which they are received    | - | 2026-06-12 | 2026-07-16 | EUR 2.19
        """)
    void countsWholeMonthsFromAMonthsEnd(String from, Integer months, String date, String paid, String amount) {
        List<LeverParameter> parameters =
                new ArrayList<>(List.of(new LeverParameter(Name.FROM, new TypedValue.Text(from))));
        if (months != null) {
            parameters.add(new LeverParameter(Name.PERIOD, new TypedValue.Length(new TimeSpan(months, Unit.MONTHS))));
        }
        ContractFamily family = agreement(
                FamilyInWords.finding("A-1", new CommercialLever(LeverType.PAYMENT_TERM, parameters), "due " + from),
                interest("8", Unit.YEARS, "late sums bear interest at 8% a year"));
        List<Outcome> outcomes = run(family, EUROS.line("R-1", date, date, paid, "10000", "10000"));
        assertThat(outcomes.stream().map(entry -> ((LedgerEntry) entry).amount().toString()))
                .isEqualTo(amount == null ? List.of() : List.of(amount));
    }

    @Test
    void claimsNothingForPaymentOnTheNextBusinessDayAndCountsFromTheDueDateAfterIt() {
        ContractFamily family = agreement(
                term("A-1", 30, "receiving it", "within 30 days of receiving it"),
                interest("5", Unit.YEARS, "interest at 5% a year"),
                law("the law of England and Wales"));
        // due on Good Friday 2026; Easter Monday is a holiday too
        assertThat(run(family, EUROS.line("R-1", "2026-03-04", "2026-03-04", "2026-04-07", "36500", "36500")))
                .isEmpty();
        LedgerEntry late =
                (LedgerEntry) run(family, EUROS.line("R-2", "2026-03-04", "2026-03-04", "2026-04-08", "36500", "36500"))
                        .get(0);
        assertThat(late.amount().toString()).isEqualTo("EUR 25.00");
        assertThat(late.leakage()).isEqualTo(LeakageClass.EXPOSURE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2026-04-07 | Invoice R-1, due on 2026-04-03 and paid on 2026-04-07, bears no interest: its term ended on no business day, and payment on the next is in time
        2026-04-02 |
        2026-04-08 |
        """)
    void saysWhyAnInvoiceThatIsPaidAfterItsTermIsInTime(String paid, @Nullable String said) {
        ContractFamily family = agreement(
                term("A-1", 30, "receiving it", "within 30 days of receiving it"),
                interest("5", Unit.YEARS, "interest at 5% a year"),
                law("the law of England and Wales"));
        PerformanceFact invoice = EUROS.line("R-1", "2026-03-04", "2026-03-04", paid, "36500", "36500");
        Dossier dossier = new Dossier(family, Facts.of(List.of(invoice)), LocalDate.of(2026, 12, 31));

        assertThat(InvoicesInWords.inOrder(new LatePaymentCheck(), dossier))
                .isEqualTo(said == null ? List.of() : List.of(said));
    }

    @Test
    void waitsForTheDaysOfGraceAndThenCountsAll() {
        ContractFamily family = agreement(
                term("A-1", 10, "its date", "10 days after the date of the invoice"),
                interest(
                        "36.5",
                        Unit.YEARS,
                        "at 36.5% per annum, but none on a sum that is paid within 5 days after its due date",
                        new LeverParameter(Name.PERIOD, new TypedValue.Length(new TimeSpan(5, Unit.DAYS)))));
        assertThat(run(family, EUROS.line("R-1", "2025-09-01", null, "2025-09-16", "1000", "1000")))
                .isEmpty();
        assertThat(((LedgerEntry) run(family, EUROS.line("R-2", "2025-09-01", null, "2025-09-17", "1000", "1000"))
                                .get(0))
                        .amount()
                        .toString())
                .isEqualTo("EUR 6.00");
    }

    @Test
    void readsTheDaysOfGraceFromTheWordsWhereTheLeverDoesNotHaveThem() {
        ContractFamily family = agreement(
                term("A-1", 10, "its date", "10 days after the date of the invoice"),
                interest(
                        "36.5",
                        Unit.YEARS,
                        "at 36.5% per annum; provided that no interest accrues upon a sum paid within five (5) days after it was due"));
        assertThat(run(family, EUROS.line("R-1", "2025-09-01", null, "2025-09-16", "1000", "1000")))
                .isEmpty();
    }

    @Test
    void addsTheBaseRateThatWasInForceOnTheDueDate() {
        LeverParameter index = new LeverParameter(Name.INDEX, new TypedValue.Text("the base rate of the Central Bank"));
        ContractFamily family = agreement(
                term("A-1", 30, "its date", "30 days after the date of the invoice"),
                interest("6", Unit.YEARS, "6% a year above the base rate of the Central Bank", index));
        PerformanceFact invoice = EUROS.line("R-1", "2025-09-01", null, "2025-10-11", "3650", "3650");
        List<Outcome> without = run(family, invoice);
        assertThat(((NotCheckable) without.get(0)).missing()).contains("base rate of the Central Bank", "2025-10-01");
        assertThat(((LedgerEntry) run(family, invoice, base("2025-06", "2.00"), base("2025-10", "1.50"))
                                .get(0))
                        .amount()
                        .toString())
                .isEqualTo("EUR 7.50");
    }

    private static IndexValue base(String month, String value) {
        YearMonth of = YearMonth.parse(month);
        return new IndexValue(month, "Central Bank base rate", of, new BigDecimal(value), of.atDay(1));
    }

    @Test
    void leavesAnOrderItsOwnTermAndAScheduleNoneAgainstTheAgreement() {
        ContractFamily family = new FamilyInWords(TenantRole.BUYER)
                .with(
                        "A-1",
                        "agreement",
                        "2025-01-01",
                        term("A-1", 45, "receipt", "within 45 days of receipt"),
                        interest("8", Unit.YEARS, "interest at 8% a year"))
                .with("PL-1", "price list", "2025-01-01", term("PL-1", 14, "its date", "net 14 from its date"))
                .with("SOW-7", "statement of work", "2025-01-01", term("SOW-7", 20, "receipt", "within 20 days"))
                .related("PL-1", RelationKind.SCHEDULE_TO, "A-1")
                .related("SOW-7", RelationKind.SUPPLEMENTS, "A-1")
                .build();
        String paid = "2025-10-10";
        assertThat(run(family, EUROS.line("R-1", "2025-09-01", "2025-09-01", paid, "10000", "10000")))
                .isEmpty();
        InvoicesInWords order = InvoicesInWords.received("SOW-7", "EUR");
        assertThat(run(family, order.line("R-2", "2025-09-01", "2025-09-01", paid, "10000", "10000")))
                .hasSize(1);
    }

    @Test
    void isUnderBillingWhereTheTenantSells() {
        ContractFamily family = new FamilyInWords(TenantRole.SELLER)
                .with(
                        "A-1",
                        "agreement",
                        "2025-01-01",
                        term("A-1", 30, "the date of the invoice", "30 days after the date of the invoice"),
                        interest("12", Unit.YEARS, "interest at 12% a year"))
                .build();
        InvoicesInWords dollars = InvoicesInWords.issued("A-1", "USD");
        LedgerEntry entry =
                (LedgerEntry) run(family, dollars.line("R-1", "2025-09-01", null, "2025-10-31", "73000", "73000"))
                        .get(0);
        assertThat(entry.leakage()).isEqualTo(LeakageClass.UNDER_BILLING);
        assertThat(entry.amount().toString()).isEqualTo("USD 720.00");
        assertThat(entry.workings().get(entry.workings().size() - 1).result()).isEqualTo("USD 720.00");
    }

    @Test
    void saysWhatIsMissingInsteadOfGuessingWhenTheClockStarted() {
        ContractFamily family = agreement(
                term("A-1", 30, "receipt", "within 30 days of receipt"),
                interest("8", Unit.YEARS, "interest at 8% a year"));
        List<Outcome> outcomes = run(family, EUROS.line("R-1", "2025-09-01", null, "2025-12-01", "100", "100"));
        assertThat(((NotCheckable) outcomes.get(0)).missing()).isEqualTo("the day on which invoice R-1 was received");
    }

    @Test
    void takesNoSumForOneThatCreditNotesGaveBack() {
        ContractFamily family = agreement(
                term("A-1", 30, "its date", "30 days after the date of the invoice"),
                interest("8", Unit.YEARS, "interest at 8% a year"));
        assertThat(run(
                        family,
                        EUROS.line("R-1", "2025-09-01", null, "2025-12-01", "100", "0"),
                        EUROS.credit("G-1", "R-1", "2025-10-01", "100", "reversal")))
                .isEmpty();
    }

    @Property(tries = 200)
    void interestOfTwoTimesIsThatOfBothToACent(
            @ForAll @IntRange(max = 100_000_000) int cents,
            @ForAll @IntRange(max = 400) int days,
            @ForAll @IntRange(max = 400) int more,
            @ForAll @IntRange(max = 2000) int hundredths) {
        InterestRate rate = new InterestRate(BigDecimal.valueOf(hundredths, 2), 365, false, false);
        BigDecimal sum = BigDecimal.valueOf(cents, 2);
        BigDecimal parts = rate.on(sum, days, CurrencyUnit.EUR)
                .plus(rate.on(sum, more, CurrencyUnit.EUR))
                .getAmount();
        BigDecimal whole = rate.on(sum, days + more, CurrencyUnit.EUR).getAmount();
        assertThat(parts.subtract(whole).abs()).isLessThanOrEqualTo(new BigDecimal("0.01"));
        assertThat(whole).isNotNegative();
    }
}
