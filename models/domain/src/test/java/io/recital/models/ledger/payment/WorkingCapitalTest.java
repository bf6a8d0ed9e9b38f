package io.recital.models.ledger.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.Direction;
import io.recital.models.fact.Facts;
import io.recital.models.fact.PerformanceFact;
import io.recital.models.fact.Period;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.FamilyInWords;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.InvoicesInWords;
import io.recital.models.ledger.Ledger;
import io.recital.models.report.Report;
import io.recital.models.report.ReportCell;
import io.recital.models.report.ReportQuestion;
import io.recital.models.report.Standing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkingCapitalTest {
    private static final Period YEAR = new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));
    private static final InvoicesInWords EUROS = InvoicesInWords.received("A-1", "EUR");

    private static Dossier dossier() {
        ContractFamily family = new FamilyInWords(TenantRole.BUYER)
                .with(
                        "A-1",
                        "agreement",
                        "2025-01-01",
                        LatePaymentCheckTest.term("A-1", 30, "the date of the invoice", "30 days after its date"))
                .build();
        Facts facts = Facts.of(List.of(
                EUROS.line("R-1", "2025-03-03", null, "2025-03-13", "30000", "30000"),
                EUROS.line("R-2", "2025-06-02", null, "2025-08-01", "10000", "10000"),
                EUROS.line("R-3", "2025-06-02", null, null, "99999", null),
                EUROS.line("R-4", "2026-01-05", null, "2026-01-06", "99999", "99999")));
        return new Dossier(family, facts, LocalDate.of(2026, 6, 30));
    }

    @Test
    void weighsDaysByInvoiceAndLeavesOutWhatIsNotPaidOrOfAnotherYear() {
        WorkingCapital capital = WorkingCapital.of(dossier(), YEAR).get(0);
        assertThat(capital.direction()).isEqualTo(Direction.RECEIVED);
        assertThat(capital.paid().toString()).isEqualTo("EUR 40000.00");
        assertThat(capital.contractDays()).isEqualByComparingTo("30");
        // (30,000 for 10 days and 10,000 for 60) over 40,000
        assertThat(capital.actualDays()).isEqualByComparingTo("22.5");
        assertThat(capital.late()).isEqualTo(1);
        // 40,000 a year for 36.5 days more
        assertThat(capital.releasedAt(new BigDecimal("66.5")).toString()).isEqualTo("EUR 4000.00");
    }

    @Test
    void reportsALineForEachDirectionAndCurrency() {
        Report report = new WorkingCapitalReporter()
                .report(new ReportQuestion(
                        List.of(new Standing(dossier(), new Ledger(List.of()))),
                        List::of,
                        YEAR,
                        LocalDate.of(2026, 6, 30)));
        assertThat(report.sections().get(0).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.stream().map(ReportCell::display))
                        .startsWith("Other Side Ltd", "we pay", "2", "EUR 40000.00", "30.0", "22.5", "1", "0"));
    }

    private static Report report(Period window, List<PerformanceFact> facts) {
        Dossier dossier = new Dossier(dossier().family(), Facts.of(facts), LocalDate.of(2026, 6, 30));
        return new WorkingCapitalReporter()
                .report(new ReportQuestion(
                        List.of(new Standing(dossier, new Ledger(List.of()))),
                        List::of,
                        window,
                        LocalDate.of(2026, 6, 30)));
    }

    private static List<String> row(Report report, int section) {
        return report.sections().get(section).rows().get(0).stream()
                .map(ReportCell::display)
                .toList();
    }

    @Test
    void withoutDaysAskedForItIsAboutTheYearUpToTheDay() {
        List<PerformanceFact> facts = List.of(
                EUROS.line("R-1", "2025-06-30", null, "2025-07-10", "99999", "99999"),
                EUROS.line("R-2", "2026-03-03", null, "2026-03-13", "30000", "30000"));
        Report report = report(ReportQuestion.ALWAYS, facts);

        assertThat(report.title()).isEqualTo("Working capital 2025-07-01 to 2026-06-30");
        assertThat(row(report, 0)).contains("EUR 30000.00");
    }

    @Test
    void whatASellerWaitsForIsToldAsDaysOfItsSales() {
        InvoicesInWords issued = InvoicesInWords.issued("A-1", "EUR");
        Report report = report(
                new Period(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 6, 29)),
                List.of(
                        issued.line("S-0", "2026-01-05", null, null, "5000", null),
                        issued.line("S-1", "2026-04-05", null, "2026-05-05", "60000", "60000"),
                        issued.line("S-2", "2026-06-05", null, "2026-07-05", "25000", "25000"),
                        issued.line("S-3", "2026-06-30", null, null, "77777", null)));

        // 30,000 open of 85,000 sold in 90 days
        assertThat(row(report, 2))
                .containsExactly("Other Side Ltd", "2026-06-29", "EUR 30000.00", "EUR 85000.00", "90", "31.8");
    }

    @Test
    void payablesAloneMakeNoDaysPayableOutstanding() {
        Report report = report(
                new Period(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 6, 29)),
                List.of(EUROS.line("R-1", "2026-05-05", null, null, "9000", null)));

        assertThat(row(report, 3)).contains("EUR 9000.00", "not checkable: the cost of sales stands in no invoice");
    }
}
