package io.recital.models.ledger.invoice;

import static io.recital.models.ledger.invoice.Invoiced.claims;
import static io.recital.models.ledger.invoice.Invoiced.credit;
import static io.recital.models.ledger.invoice.Invoiced.line;
import static io.recital.models.ledger.invoice.Invoiced.missing;
import static io.recital.models.ledger.invoice.Invoiced.purchase;
import static io.recital.models.ledger.invoice.Invoiced.refund;
import static io.recital.models.ledger.invoice.Invoiced.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.FamilyInWords;
import io.recital.models.ledger.invoice.Invoiced.Line;
import java.util.List;
import org.junit.jupiter.api.Test;

class DuplicateInvoiceCheckTest {
    private static final DuplicateInvoiceCheck CHECK = new DuplicateInvoiceCheck();
    private static final ContractFamily FAMILY = new FamilyInWords(TenantRole.BUYER)
            .with("MASTER", "services agreement", "2025-01-01", refund("MASTER"))
            .build();

    private static Line cleaning(String id, String date) {
        return line(id, date)
                .of("CLN", "Cleaning, plant 2")
                .at("1", "month", "5400")
                .month("2026-02");
    }

    private static List<String> claimed(InvoiceLine... lines) {
        return claims(run(CHECK, FAMILY, lines));
    }

    @Test
    void claimsTheSameMonthPaidTwiceUnderAnotherNumberAndVendorRecord() {
        assertThat(claimed(
                        cleaning("1", "2026-03-02").in("EUR"),
                        cleaning("2", "2026-03-30")
                                .of("CLN", "Plant 2, cleaning as agreed")
                                .from("V2")
                                .in("EUR")))
                .containsExactly("duplicate-invoice EUR 5400.00");
    }

    @Test
    void claimsTwiceWhatWasPaidThreeTimes() {
        assertThat(claimed(
                        cleaning("1", "2026-03-02").in("EUR"),
                        cleaning("2", "2026-03-30").in("EUR"),
                        cleaning("3", "2026-04-02").in("EUR")))
                .containsExactly("duplicate-invoice EUR 5400.00", "duplicate-invoice EUR 5400.00");
    }

    @Test
    void leavesAloneWhatOnlyLooksAlike() {
        InvoiceLine first = cleaning("1", "2026-03-02").in("EUR");

        assertThat(claimed(first, cleaning("2", "2026-04-02").month("2026-03").in("EUR")))
                .isEmpty();
        assertThat(claimed(first, cleaning("2", "2026-03-30").order("PO-2").in("EUR")))
                .isEmpty();
        assertThat(claimed(
                        first,
                        cleaning("2", "2026-03-30").at("1", "month", "5400.01").in("EUR")))
                .isEmpty();
        assertThat(claimed(first, cleaning("2", "2026-03-30").in("CHF"))).isEmpty();
        assertThat(claimed(
                        first,
                        cleaning("2", "2026-03-30")
                                .of("CLW", "Windows, plant 2")
                                .in("EUR")))
                .isEmpty();
    }

    @Test
    void leavesAloneWhatWasNotPaidTwiceOrWasReversed() {
        InvoiceLine first = cleaning("1", "2026-03-02").in("EUR");
        InvoiceLine again = cleaning("2", "2026-03-30").in("EUR");

        assertThat(claimed(first, cleaning("2", "2026-03-30").unpaid().in("EUR")))
                .isEmpty();
        assertThat(claimed(cleaning("1", "2026-03-02").unpaid().in("EUR"), again))
                .isEmpty();
        assertThat(claims(run(CHECK, FAMILY, first, again, credit("INV-2", "2026-05-01", "Reversal", "5400", "EUR"))))
                .isEmpty();
        assertThat(claims(
                        run(CHECK, FAMILY, first, again, credit("", "2026-05-01", "CLN invoiced twice", "400", "EUR"))))
                .containsExactly("duplicate-invoice EUR 5000.00");
    }

    @Test
    void leavesTwoDeliveriesOfOneOrderAloneWhenBothWereOrdered() {
        InvoiceLine one = line("1", "2026-03-02")
                .of("AB-1", "Foil")
                .order("9-1")
                .at("50", "each", "2")
                .in("USD");
        InvoiceLine two = line("2", "2026-03-09")
                .of("AB-1", "Foil")
                .order("9-1")
                .at("50", "each", "2")
                .in("USD");

        assertThat(claims(run(CHECK, FAMILY, one, two, purchase("9-1", "AB-1", "100"))))
                .isEmpty();
        assertThat(claims(run(CHECK, FAMILY, one, two, purchase("9-1", "AB-1", "50"))))
                .containsExactly("duplicate-invoice USD 100.00");
    }

    @Test
    void saysNothingOfLinesThatSayNeitherWhenNorForWhichOrder() {
        assertThat(claimed(
                        line("1", "2026-03-02")
                                .of("AB-1", "Foil")
                                .at("50", "each", "2")
                                .in("USD"),
                        line("2", "2026-03-09")
                                .of("AB-1", "Foil")
                                .at("50", "each", "2")
                                .in("USD")))
                .isEmpty();
    }

    @Test
    void claimsOneLineOfALargerInvoiceOnlyWhenItSaysTheSame() {
        InvoiceLine first = cleaning("1", "2026-03-02").in("EUR");
        Line more =
                line("2b", "2026-03-30").of("SNW", "Snow").at("3", "hour", "40").month("2026-02");
        InvoiceLine other = new Line(
                        "2b",
                        "INV-2",
                        "2026-03-30",
                        "2026-04-30",
                        "",
                        "Snow",
                        "SNW",
                        "3",
                        "hour",
                        "40",
                        "2026-02",
                        "V1",
                        more.direction())
                .in("EUR");

        assertThat(claimed(first, cleaning("2", "2026-03-30").in("EUR"), other))
                .containsExactly("duplicate-invoice EUR 5400.00");
        assertThat(claimed(
                        first,
                        cleaning("2", "2026-03-30")
                                .of("CLN", "Cleaning, second crew")
                                .in("EUR"),
                        other))
                .isEmpty();
    }

    @Test
    void isNotCheckableWhereNoClauseIsKnown() {
        ContractFamily silent = new FamilyInWords(TenantRole.BUYER)
                .with("MASTER", "services agreement", "2025-01-01")
                .build();

        assertThat(missing(run(
                        CHECK,
                        silent,
                        cleaning("1", "2026-03-02").in("EUR"),
                        cleaning("2", "2026-03-30").in("EUR"))))
                .containsExactly("a clause on what is paid for");
    }
}
