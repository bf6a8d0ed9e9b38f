package io.recital.models.ledger.duty;

import static io.recital.models.family.FamilyInWords.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.Direction;
import io.recital.models.fact.Facts;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.fact.VendorReference;
import io.recital.models.family.FamilyInWords;
import io.recital.models.family.RelationKind;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.PerformanceMeasure;
import io.recital.models.finding.PerformanceMeasure.Comparison;
import io.recital.models.finding.PerformanceMeasure.Term;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.Ledger;
import io.recital.models.report.Report;
import io.recital.models.report.ReportQuestion;
import io.recital.models.report.Standing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class DiscoveryReporterTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);

    private static InvoiceLine line(String vendor, String contract, YearMonth month) {
        return new InvoiceLine(
                "I-" + vendor + month,
                "INV-" + vendor + month,
                1,
                Direction.RECEIVED,
                new VendorReference("", vendor),
                month.atDay(20),
                month.atDay(22),
                null,
                month.atEndOfMonth(),
                null,
                contract,
                "",
                "Cleaning",
                "CLN",
                BigDecimal.ONE,
                "month",
                BigDecimal.TEN,
                BigDecimal.TEN,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                CurrencyUnit.EUR,
                Period.of(month));
    }

    private static Report report() {
        PerformanceMeasure measure = new PerformanceMeasure(
                "Response in time",
                Term.KPI,
                null,
                Comparison.AT_LEAST,
                new BigDecimal("90"),
                "%",
                new TimeSpan(1, TimeSpan.Unit.MONTHS),
                List.of(),
                null,
                null,
                null,
                null);
        var family = new FamilyInWords(TenantRole.BUYER)
                .with(
                        "CL-1",
                        "cleaning agreement",
                        "2025-01-01",
                        finding(
                                "CL-1",
                                ContractFact.of(
                                        FactType.EXPIRATION_DATE, new TypedValue.Day(LocalDate.of(2026, 3, 31)))),
                        finding("CL-1", measure, "Response in time is at least 90%."))
                .with("CL-2", "cleaning agreement", "2025-01-01")
                .related("CL-1", RelationKind.REFERS_TO_MISSING, "Annex 4")
                .related("CL-1", RelationKind.UNSIGNED, "CL-1")
                .related("CL-2", RelationKind.DUPLICATE_OF, "CL-1")
                .build();
        Facts facts = Facts.of(List.of(
                line("OTHER SIDE", "CL-1", YearMonth.of(2026, 3)), line("OTHER SIDE", "CL-1", YearMonth.of(2026, 5))));
        Standing standing = new Standing(new Dossier(family, facts, AS_OF), new Ledger(List.of()));
        return new DiscoveryReporter()
                .report(new ReportQuestion(
                        List.of(standing),
                        () -> List.of(line("STRANGER LTD", "", YearMonth.of(2026, 4))),
                        new Period(LocalDate.of(2025, 1, 1), AS_OF),
                        AS_OF));
    }

    private static List<String> rows(String section) {
        return report().sections().stream()
                .filter(each -> each.title().equals(section))
                .flatMap(each -> each.rows().stream())
                .map(row -> String.join(
                        " | ", row.stream().map(cell -> cell.display()).toList()))
                .toList();
    }

    @Test
    void namesMissingUnsignedAndDoubleDocuments() {
        assertThat(rows("Documents"))
                .hasSize(3)
                .anyMatch(row -> row.contains("refers to missing | Annex 4"))
                .anyMatch(row -> row.contains("unsigned"))
                .anyMatch(row -> row.contains("CL-2 | duplicate of | CL-1"));
    }

    @Test
    void namesWhatEndedAndIsStillInvoicedFromTheDayAfterItsEnd() {
        assertThat(rows("Ended and still invoiced"))
                .singleElement()
                .asString()
                .contains("CL-1 | 2026-03-31 | 2026-05-20 | 1");
    }

    @Test
    void namesInvoicesWithoutAContract() {
        assertThat(rows("Counterparties with invoices and no contract"))
                .singleElement()
                .asString()
                .contains("STRANGER LTD | 1 | 2026-04-20");
    }

    @Test
    void namesContractsOfWhichNothingIsMeasured() {
        assertThat(rows("Contracts that nobody measures"))
                .singleElement()
                .asString()
                .endsWith("CL-1 | 1");
    }

    @Test
    void namesMeasuresThatNobodyMeasures() {
        assertThat(rows("Measures that nobody measures"))
                .singleElement()
                .asString()
                .contains("Response in time");
    }
}
