package io.recital.models.ledger.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
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
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.InvoicesInWords;
import io.recital.models.ledger.LedgerEntry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrueUpTest {
    private static final VendorReference OTHER = new VendorReference("4711", "Other Side Ltd");

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            nullValues = "-",
            value = {
                "For each Named User above 400 the Customer pays the Additional User Fee. # ABOVE 400",
                "If there are more than 1,200, the Licensee pays for the additional accounts. # ABOVE 1200",
                "Users in excess of 250 are charged at the price of the order. # ABOVE 250",
                "Every user above the Licensed Users is charged one twelfth of the yearly price. # ABOVE agreed",
                "If the count exceeds the seats paid for, Vendor may invoice the excess at the price then in force. # ABOVE paid for",
                "Seats beyond the contracted quantity are invoiced at $15.00 each. # ABOVE agreed",
                "For each Virtual Machine above 420 Customer shall pay the Additional Resource Charge. # ABOVE 420",
                "Where deployed licences exceed the licensed quantity, the true-up is invoiced each quarter. # ABOVE agreed",
                "For each Virtual Machine below 380 the invoice for that month shall be reduced by the Reduced Resource Credit. # BELOW 380",
                "The fee falls by £4.00 credited for each mailbox under 900. # BELOW 900",
            })
    void readsUpToHowManyNothingMoreIsCharged(String sentence, String expected) {
        CountedBound bound = CountedBound.above(sentence)
                .or(() -> CountedBound.below(sentence))
                .orElseThrow();
        BigDecimal number = bound.number();
        assertThat(bound.side() + " "
                        + (number == null ? bound.paidFor() ? "paid for" : "agreed" : number.toPlainString()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Invoices above £400 are paid within 30 days.",
                "If payment is more than 30 days late, interest is charged.",
                "Excess of no more than 5% of the seats paid for is not invoiced.",
                "An additional account costs £420.00 for each of the first 25 and £385.00 for each above 25.",
                "Support is available for more than 400 users.",
            })
    void readsNoBoundInOtherNumbers(String sentence) {
        assertThat(CountedBound.above(sentence)).isEmpty();
        assertThat(CountedBound.below(sentence)).isEmpty();
    }

    private static Finding price(String item, String each, String... words) {
        return FamilyInWords.finding(
                "A-1",
                new CommercialLever(
                        LeverType.RATE_CARD,
                        List.of(
                                new LeverParameter(Name.ITEM, new TypedValue.Text(item)),
                                new LeverParameter(Name.RATE, new TypedValue.Amount(BigMoney.parse("GBP " + each))))),
                words);
    }

    private static InvoiceLine line(
            String number, Direction direction, String what, String quantity, String price, Period service) {
        BigDecimal count = new BigDecimal(quantity);
        BigDecimal each = new BigDecimal(price);
        LocalDate date = service.to().plusDays(3);
        return new InvoiceLine(
                number + "-1",
                number,
                1,
                direction,
                OTHER,
                date,
                null,
                null,
                date.plusDays(20),
                null,
                "A-1",
                "",
                what,
                "",
                count,
                "user",
                each,
                count.multiply(each),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                CurrencyUnit.GBP,
                service);
    }

    private static Measurement count(String id, String name, Period period, String value) {
        return new Measurement(
                id,
                OTHER,
                "A-1",
                name,
                period,
                null,
                null,
                "users",
                new BigDecimal(value),
                period.to().plusDays(2),
                "");
    }

    private static Period month(int month) {
        LocalDate first = LocalDate.of(2026, month, 1);
        return new Period(first, first.plusMonths(1).minusDays(1));
    }

    private static List<String> run(TenantRole role, List<Finding> findings, PerformanceFact... facts) {
        Dossier dossier = new Dossier(
                new FamilyInWords(role)
                        .with("A-1", "agreement", "2025-01-01", findings.toArray(Finding[]::new))
                        .build(),
                Facts.of(List.of(facts)),
                LocalDate.of(2026, 12, 31));
        return InvoicesInWords.verified(new TrueUpCheck().run(dossier)).stream()
                .map(LedgerEntry.class::cast)
                .map(entry -> entry.leakage().label() + " " + entry.amount())
                .toList();
    }

    private static final List<Finding> ABOVE_400 = List.of(price(
            "additional user",
            "13.50",
            "For each user above 400 the Customer pays £13.50 per additional user and month."));

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        431 | 31 | -
        431 | 46 | recoverable-overpayment GBP 202.50
        400 | 1  | recoverable-overpayment GBP 13.50
        380 | 5  | recoverable-overpayment GBP 67.50
        """)
    void countsWhatIsAboveTheNumber(String counted, String charged, @Nullable String expected) {
        assertThat(run(
                        TenantRole.BUYER,
                        ABOVE_400,
                        count("M-1", "Active users", month(3), counted),
                        line("R-1", Direction.RECEIVED, "Additional users March", charged, "13.50", month(3))))
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void leavesOutWhatTheContractDoesNotCount() {
        List<Finding> findings = List.of(price(
                "additional user",
                "13.50",
                "For each user above 400 the Customer pays £13.50 per additional user and month.",
                "Suspended users are not counted."));
        assertThat(run(
                        TenantRole.BUYER,
                        findings,
                        count("M-1", "Active users", month(3), "446"),
                        count("M-2", "Active users, of which suspended", month(3), "8"),
                        line("R-1", Direction.RECEIVED, "Additional users March", "46", "13.50", month(3))))
                .containsExactly("recoverable-overpayment GBP 108.00");
    }

    @Test
    void chargesNothingWithinWhatIsTolerated() {
        List<Finding> findings = List.of(
                price(
                        "additional user",
                        "13.50",
                        "If the users exceed 400 by no more than 5%, nothing is charged. Otherwise each user above 400 is charged £13.50."));
        InvoiceLine line = line("R-1", Direction.RECEIVED, "Additional users March", "15", "13.50", month(3));
        assertThat(run(TenantRole.BUYER, findings, count("M-1", "Active users", month(3), "415"), line))
                .containsExactly("recoverable-overpayment GBP 202.50");
        assertThat(run(TenantRole.BUYER, findings, count("M-1", "Active users", month(3), "421"), line))
                .isEmpty();
    }

    @Test
    void billsTheMonthsThatWereLeftOut() {
        assertThat(run(
                        TenantRole.SELLER,
                        ABOVE_400,
                        count("M-1", "Active users", month(3), "408"),
                        count("M-2", "Active users", month(4), "433"),
                        count("M-3", "Active users", month(5), "399"),
                        line("R-1", Direction.ISSUED, "Additional users April", "33", "13.50", month(4))))
                .containsExactly("under-billing GBP 108.00");
    }

    @Test
    void takesOffWhatIsBelowTheBaseline() {
        List<Finding> findings = List.of(price(
                "base charge",
                "5000.00",
                "The base charge is £5,000.00.",
                "For each user below 380 the invoice is reduced by £4.00."));
        InvoiceLine base = line("R-1", Direction.RECEIVED, "Base charge", "1", "5000.00", month(3));
        assertThat(run(TenantRole.BUYER, findings, count("M-1", "Active users", month(3), "371"), base))
                .containsExactly("recoverable-overpayment GBP 36.00");
        assertThat(run(TenantRole.BUYER, findings, count("M-1", "Active users", month(3), "380"), base))
                .isEmpty();
    }

    @Property
    void asksBackJustWhatWasChargedBeyondTheCount(
            @ForAll @IntRange(min = 300, max = 600) int counted, @ForAll @IntRange(min = 1, max = 200) int charged) {
        int over = Math.max(0, charged - Math.max(0, counted - 400));
        assertThat(run(
                        TenantRole.BUYER,
                        ABOVE_400,
                        count("M-1", "Active users", month(3), Integer.toString(counted)),
                        line(
                                "R-1",
                                Direction.RECEIVED,
                                "Additional users March",
                                Integer.toString(charged),
                                "13.50",
                                month(3))))
                .isEqualTo(
                        over == 0
                                ? List.of()
                                : List.of("recoverable-overpayment GBP "
                                        + new BigDecimal("13.50").multiply(BigDecimal.valueOf(over))));
    }
}
