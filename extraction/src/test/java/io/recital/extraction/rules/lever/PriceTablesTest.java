package io.recital.extraction.rules.lever;

import static io.recital.extraction.rules.lever.LeversRead.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.extraction.rules.statement.ContractText;
import org.junit.jupiter.api.Test;

/** Price lists whose columns go by abbreviations, and whose items have a row for each quantity. */
class PriceTablesTest {
    private static String table(String lead, String[]... rows) {
        return read(ContractText.betweenSupplierAndCustomer()
                .table("1", "Charges", lead, rows)
                .reading());
    }

    private static String[] row(String... cells) {
        return cells;
    }

    @Test
    void takesAColumnOfSumsForPricesWhateverItIsCalled() {
        assertThat(table(
                        "",
                        row("Line", "Location", "MRC", "Installation"),
                        row("A-1", "Redcliffe depot", "$410.00", "$900.00"),
                        row("A-2", "Osmotherby depot", "$395.00", "none")))
                .isEqualTo(
                        "rate card: Redcliffe depot, USD 410.00, Osmotherby depot, USD 395.00, MRC | rate card: Redcliffe depot, USD 900.00, Installation");
        assertThat(table("", row("Module", "Subscription"), row("Payroll", "£14.00"), row("Leave", "£6.00")))
                .isEqualTo("rate card: Payroll, Subscription, GBP 14.00, Leave, Subscription, GBP 6.00, Subscription"
                        .replace(", Subscription, GBP", ", GBP"));
    }

    @Test
    void takesNoColumnOfOtherSumsForPrices() {
        assertThat(table("", row("Risk", "Insured value"), row("Fire", "£2,000,000"), row("Theft", "£50,000")))
                .doesNotContain("rate card");
        assertThat(table("", row("Region", "Turnover 2025"), row("North", "€200,000"), row("South", "€310,000")))
                .doesNotContain("rate card");
    }

    @Test
    void readsTheBandsOfEachItemOfAPriceList() {
        assertThat(table(
                        "All prices in euro per 1,000 pieces.",
                        row("Article", "Order quantity", "Price"),
                        row("B-40", "below 5,000", "€41.00"),
                        row("B-40", "from 5,000 to 20,000", "€38.00"),
                        row("B-40", "more than 20,000", "€36.50"),
                        row("C-10", "any", "€12.00")))
                .contains("B-40")
                .contains("< 5000")
                .contains("EUR 38.00")
                .contains("> 20000")
                .contains("rate card: C-10, EUR 12.00");
    }
}
