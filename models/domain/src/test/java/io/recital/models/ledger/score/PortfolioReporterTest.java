package io.recital.models.ledger.score;

import static io.recital.models.family.FamilyInWords.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.Facts;
import io.recital.models.family.FamilyInWords;
import io.recital.models.family.RelationKind;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.ContractFact.ValueBasis;
import io.recital.models.finding.FactType;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.InvoicesInWords;
import io.recital.models.ledger.Ledger;
import io.recital.models.report.Report;
import io.recital.models.report.ReportCell;
import io.recital.models.report.ReportQuestion;
import io.recital.models.report.Standing;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;

class PortfolioReporterTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);

    private static ContractFact worth(ValueBasis basis, String amount) {
        return new ContractFact(FactType.CONTRACT_VALUE, new TypedValue.Amount(BigMoney.parse(amount)), basis);
    }

    private static List<String> rows(int section) {
        var family = new FamilyInWords(TenantRole.BUYER)
                .with("A-1", "supply agreement", "2025-01-01", finding("A-1", worth(ValueBasis.COMMITTED, "EUR 1000")))
                .with("A-2", "amendment", "2026-01-01", finding("A-2", worth(ValueBasis.COMMITTED, "EUR 1500")))
                .with("B-1", "services agreement", "2025-01-01", finding("B-1", worth(ValueBasis.CEILING, "EUR 700")))
                .with("C-1", "services agreement", "2025-01-01")
                .with("D-1", "services agreement", "2025-01-01", finding("D-1", worth(ValueBasis.COMMITTED, "USD 40")))
                .related("A-2", RelationKind.AMENDS, "A-1")
                .build();
        Facts facts = Facts.of(List.of(
                InvoicesInWords.received("A-1", "EUR").line("R-1", "2026-03-03", null, null, "600", null),
                InvoicesInWords.received("D-1", "USD").line("R-2", "2026-03-03", null, null, "30", null)));
        Report report = new PortfolioReporter()
                .report(new ReportQuestion(
                        List.of(new Standing(new Dossier(family, facts, AS_OF), new Ledger(List.of()))),
                        List::of,
                        ReportQuestion.ALWAYS,
                        AS_OF));
        return report.sections().get(section).rows().stream()
                .map(row ->
                        String.join(" | ", row.stream().map(ReportCell::display).toList()))
                .toList();
    }

    @Test
    void addsUpOnlyWhatHasOneBasisAndOneCurrencyAndCountsTheUnknown() {
        assertThat(rows(0))
                .containsExactly(
                        "ceiling | EUR | 1 | EUR 700.00",
                        "committed | EUR | 1 | EUR 1500.00",
                        "committed | USD | 1 | USD 40.00",
                        "unknown |  | 1 | ");
    }

    @Test
    void tellsWhatWasInvoicedByCurrency() {
        assertThat(rows(2))
                .containsExactly("Other Side Ltd | we pay | EUR 600.00", "Other Side Ltd | we pay | USD 30.00");
    }
}
