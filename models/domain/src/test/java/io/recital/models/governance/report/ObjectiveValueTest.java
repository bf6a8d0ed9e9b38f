package io.recital.models.governance.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.Direction;
import io.recital.models.fact.Period;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.PerformanceMeasure.Comparison;
import io.recital.models.finding.Recomputation;
import io.recital.models.governance.Objective;
import io.recital.models.governance.Objective.Aim;
import io.recital.models.governance.Objective.Baseline;
import io.recital.models.governance.Objective.Basis;
import io.recital.models.governance.Objective.Link;
import io.recital.models.report.Report;
import io.recital.models.report.ReportCell;
import io.recital.models.report.ReportQuestion;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ObjectiveValueTest {
    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);

    private static Objective objective(Aim aim, @Nullable Baseline baseline, Link... links) {
        return new Objective("Aim high", "M. Sand", aim, FROM, null, baseline, List.of(links));
    }

    private static Link link(@Nullable String measure) {
        return new Link(Governed.contract(), null, measure);
    }

    private static ObjectiveValue value(Objective objective, Governed governed) {
        return ObjectiveValue.of(objective, List.of(governed.standing()), Governed.TODAY);
    }

    private static Baseline invoices(String amount) {
        Period year = new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));
        return new Baseline(Basis.INVOICES, year, Money.parse(amount), null, "CFO");
    }

    @Test
    void addsUpClaimsThatWereSettledByCurrencyAndNoOthers() {
        Baseline claims = new Baseline(Basis.SETTLED_CLAIMS, null, null, null, "CFO");
        Governed governed = new Governed(TenantRole.BUYER)
                .claimed("C1", "2026-02-01", "100.10", "GBP", "credited")
                .claimed("C2", "2026-03-01", "50.05", "GBP", "Paid")
                .claimed("C3", "2026-03-01", "7.00", "EUR", "settled")
                .claimed("C4", "2026-03-01", "999.00", "GBP", "rejected")
                .claimed("C5", "2026-03-01", "999.00", "GBP", "partly credited")
                .claimed("C6", "2026-03-01", "999.00", "GBP", "unpaid")
                .claimed("C7", "2025-12-31", "999.00", "GBP", "paid");

        ObjectiveValue value = value(objective(Aim.SAVINGS, claims, link(null)), governed);

        assertThat(value.realised()).isEqualTo("EUR 7.00 and GBP 150.15 came back");
        assertThat(value.rows()).containsExactly("claim:C1", "claim:C2", "claim:C3");
        assertThat(value.workings()).allMatch(Recomputation::holds);
    }

    @Test
    void holdsInvoicesAgainstTheBaselineByDays() {
        Governed governed = new Governed(TenantRole.BUYER)
                .invoiced(Direction.RECEIVED, "2026-02-01", "100000.00", "GBP")
                .invoiced(Direction.RECEIVED, "2026-05-01", "60000.00", "GBP")
                .invoiced(Direction.ISSUED, "2026-05-01", "5.00", "GBP");

        ObjectiveValue value = value(objective(Aim.SAVINGS, invoices("GBP 365000.00"), link(null)), governed);

        assertThat(value.realised()).isEqualTo("GBP 21000.00 better than the baseline");
        assertThat(value.workings()).allMatch(Recomputation::holds);
    }

    @Test
    void revenueGrowsWithWhatIsIssued() {
        Governed governed =
                new Governed(TenantRole.SELLER).invoiced(Direction.ISSUED, "2026-02-01", "180000.00", "GBP");

        assertThat(value(objective(Aim.REVENUE_GROWTH, invoices("GBP 365000.00"), link(null)), governed)
                        .realised())
                .isEqualTo("GBP 1000.00 worse than the baseline");
    }

    @Test
    void holdsTheAverageOfAMeasureAgainstTheBaseline() {
        Baseline before = new Baseline(Basis.MEASUREMENTS, null, null, new BigDecimal("4"), "COO");
        Governed governed = new Governed(TenantRole.BUYER)
                .promising("Damaged goods", Comparison.AT_MOST, "2")
                .measured("Damaged goods", "2025-12", "9")
                .measured("Damaged goods", "2026-01", "3")
                .measured("Damaged goods", "2026-02", "2");

        ObjectiveValue value = value(objective(Aim.EFFICIENCY, before, link("damaged goods")), governed);

        assertThat(value.realised()).isEqualTo("2.500 %, 1.500 better than the baseline");
    }

    @Test
    void isUnknownWithoutAnInputAndNamesIt() {
        Governed empty = new Governed(TenantRole.BUYER);
        Baseline claims = new Baseline(Basis.SETTLED_CLAIMS, null, null, null, "CFO");

        assertThat(value(objective(Aim.SAVINGS, null, link(null)), empty).missing())
                .isEqualTo("an agreed baseline");
        assertThat(value(objective(Aim.SAVINGS, claims), empty).missing()).isEqualTo("a linked contract");
        assertThat(value(objective(Aim.SAVINGS, claims, link(null)), empty).missing())
                .contains("claims under the linked contracts");
        assertThat(value(
                                objective(Aim.SAVINGS, invoices("GBP 1.00"), link(null)),
                                new Governed(TenantRole.BUYER)
                                        .invoiced(Direction.RECEIVED, "2026-02-01", "1.00", "EUR"))
                        .missing())
                .contains("GBP only");
        assertThat(value(objective(Aim.SAVINGS, claims, link(null)), empty).realised())
                .isEqualTo("unknown");
    }

    @Test
    void reportsContractsThatServeNoneAndLinksThatNameWhatIsNotThere() {
        Objective elsewhere = objective(Aim.SAVINGS, null, new Link(UUID.randomUUID(), null, null));
        Objective rebate = objective(Aim.SAVINGS, null, new Link(Governed.contract(), LeverType.REBATE, null));

        assertThat(section(report(elsewhere), "Contracts that serve no objective"))
                .extracting(row -> row.get(1).display())
                .containsExactly(Governed.CONTRACT);
        assertThat(section(report(rebate), "Contracts that serve no objective")).isEmpty();
        assertThat(section(report(rebate), "What serves them").get(0).get(4).display())
                .isEqualTo("the contract has no such lever");
    }

    private static Report report(Objective objective) {
        return new ObjectivesReporter()
                .report(new ReportQuestion(
                                List.of(new Governed(TenantRole.BUYER).standing()),
                                List::of,
                                new Period(FROM, Governed.TODAY),
                                Governed.TODAY)
                        .with(Governed.kept(objective)));
    }

    private static List<List<ReportCell>> section(Report report, String title) {
        return report.sections().stream()
                .filter(section -> section.title().equals(title))
                .findFirst()
                .orElseThrow()
                .rows();
    }
}
