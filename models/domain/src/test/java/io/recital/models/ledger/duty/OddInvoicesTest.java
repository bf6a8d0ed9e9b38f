package io.recital.models.ledger.duty;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.Facts;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.family.FamilyInWords;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.InvoicesInWords;
import io.recital.models.ledger.Ledger;
import io.recital.models.report.ReportCell;
import io.recital.models.report.ReportQuestion;
import io.recital.models.report.Standing;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class OddInvoicesTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);

    private static InvoiceLine line(String number, String date, String net, String currency) {
        return InvoicesInWords.received("A-1", currency).line(number, date, null, null, net, null);
    }

    private static List<String> rows(Function<ReportQuestion, List<List<ReportCell>>> odd, InvoiceLine... lines) {
        var family = new FamilyInWords(TenantRole.BUYER)
                .with("A-1", "agreement", "2025-01-01")
                .build();
        Dossier dossier = new Dossier(family, Facts.of(List.of(lines)), AS_OF);
        return odd
                .apply(new ReportQuestion(
                        List.of(new Standing(dossier, new Ledger(List.of()))), List::of, ReportQuestion.ALWAYS, AS_OF))
                .stream()
                .map(row ->
                        String.join(" | ", row.stream().map(ReportCell::display).toList()))
                .toList();
    }

    @Test
    void aNumberOnTwoDaysOfAYearIsNamedAndOneOfAnotherYearIsNot() {
        assertThat(rows(
                        OddInvoices::numbersUsedTwice,
                        line("R-1", "2025-03-03", "10", "EUR"),
                        line("r-1", "2025-04-03", "20", "EUR"),
                        line("R-2", "2025-03-03", "10", "EUR"),
                        line("R-2", "2026-03-04", "10", "EUR")))
                .singleElement()
                .asString()
                .contains("R-1 | 2025-03-03, 2025-04-03 | invoice-line:R-1-1 invoice-line:r-1-1");
    }

    @Test
    void aCurrencyUnlikeTheOthersIsNamed() {
        assertThat(rows(
                        OddInvoices::otherCurrencies,
                        line("R-1", "2025-03-03", "10", "EUR"),
                        line("R-2", "2025-04-03", "20", "EUR"),
                        line("R-3", "2025-05-03", "10", "GBP")))
                .containsExactly("Other Side Ltd | A-1 | GBP | 1 | EUR | invoice-line:R-3-1");
    }

    @Test
    void aLineBelowNothingIsNamed() {
        assertThat(rows(
                        OddInvoices::negative,
                        line("R-1", "2025-03-03", "10", "EUR"),
                        line("R-2", "2025-04-03", "-20", "EUR")))
                .containsExactly("Other Side Ltd | R-2 | 2025-04-03 | Goods | 1 | -20 EUR | invoice-line:R-2-1");
    }
}
