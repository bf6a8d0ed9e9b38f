package io.recital.models.ledger.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.Direction;
import io.recital.models.fact.Facts;
import io.recital.models.fact.InvoiceLine;
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
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpenseShareTest {
    private static final VendorReference OTHER = new VendorReference("4711", "Other Side Ltd");

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Expenses may not exceed 10% of the fees of the month. # 10 MONTH",
                "The expenses of a calendar month shall not exceed 6% of the charges for time in that month; what exceeds it is borne by us. # 6 MONTH time",
                "Travel costs are reimbursed up to 8% of the fees invoiced under the order. # 8 ORDER",
                "Out-of-pocket expenses are limited to ten percent (10%) of the professional fees of each Statement of Work. # 10 ORDER",
                "No more than 5% of the fees of a quarter may be charged as expenses. # 5 QUARTER",
                "Disbursements are at most 7.5 per cent of the charges of the same invoice. # 7.5 INVOICE",
                "Expenses, capped at 12% of the fees for each month, are charged at cost. # 12 MONTH",
                "Travel and subsistence expenses shall never be more than 10% of the fees for that order. # 10 ORDER",
                "Travelling expenses shall not come to more than 4% of the total fees of a month. # 4 MONTH",
                "Incidental costs are charged to a maximum of 3% of the monthly fees. # 3 MONTH",
            })
    void readsTheShare(String sentence, String expected) {
        ExpenseShare share = ExpenseShare.of(sentence).orElseThrow();
        assertThat(share.percent().toPlainString() + " " + share.of() + (share.timeOnly() ? " time" : ""))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Expenses are charged at cost plus 5%.",
                "Expenses above £500 need approval in advance.",
                "Expenses may not exceed 10% of the fees.",
                "The Supplier's liability for expenses is limited to 100% of the price of the month.",
                "Fees rise by up to 3% a month; expenses do not.",
            })
    void readsNoShareInOtherWords(String sentence) {
        assertThat(ExpenseShare.of(sentence)).isEmpty();
    }

    private static InvoiceLine line(String id, String what, String unit, String net) {
        BigDecimal amount = new BigDecimal(net);
        LocalDate date = LocalDate.of(2026, 4, 30);
        return new InvoiceLine(
                id,
                "R-1",
                1,
                Direction.RECEIVED,
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
                BigDecimal.ONE,
                unit,
                amount,
                amount,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                CurrencyUnit.GBP,
                new Period(LocalDate.of(2026, 4, 1), date));
    }

    private static List<String> run(String expenses) {
        Finding clause = FamilyInWords.finding(
                "A-1",
                new CommercialLever(
                        LeverType.VOLUME_RESTRICTION,
                        List.of(new LeverParameter(Name.CAP, new TypedValue.Percent(BigDecimal.TEN)))),
                "Expenses may not exceed 10% of the charges for time of the month.");
        Dossier dossier = new Dossier(
                new FamilyInWords(TenantRole.BUYER)
                        .with("A-1", "agreement", "2025-01-01", clause)
                        .build(),
                Facts.of(List.of(
                        line("R-1", "Consultant", "day", "10000"),
                        line("R-2", "Support fee", "month", "5000"),
                        line("R-3", "Train and hotel", "lump sum", expenses))),
                LocalDate.of(2026, 12, 31));
        return InvoicesInWords.verified(new ExpenseShareCheck().run(dossier)).stream()
                .map(outcome -> ((LedgerEntry) outcome).amount().toString())
                .toList();
    }

    @Test
    void takesTheShareOfTheFeesForTimeAlone() {
        assertThat(run("1000.00")).isEmpty();
        assertThat(run("1200.50")).containsExactly("GBP 200.50");
    }

    @Property(tries = 100)
    void claimsJustWhatIsBeyondTheShare(@ForAll @IntRange(min = 1, max = 5000) int expenses) {
        assertThat(run(expenses + ".00"))
                .isEqualTo(expenses <= 1000 ? List.of() : List.of("GBP " + (expenses - 1000) + ".00"));
    }
}
