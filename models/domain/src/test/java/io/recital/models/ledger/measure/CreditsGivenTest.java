package io.recital.models.ledger.measure;

import static io.recital.models.ledger.measure.MeasureInWords.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.Direction;
import io.recital.models.fact.Period;
import io.recital.models.family.FamilyInWords;
import io.recital.models.governance.Governance;
import io.recital.models.governance.ScorePart;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.Ledger;
import io.recital.models.ledger.score.PerformanceScore;
import io.recital.models.ledger.score.ScorecardReporter;
import io.recital.models.maturity.Share;
import io.recital.models.report.Report;
import io.recital.models.report.ReportCell;
import io.recital.models.report.ReportQuestion;
import io.recital.models.report.Standing;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The part of a score that says how much of what a counterparty owed for misses it gave. */
class CreditsGivenTest {
    private static final String BASE = "A credit is the following percentage of the Hosting Fee for the month:";
    private static final LocalDate DAY = LocalDate.of(2025, 6, 30);
    private static final Period YEAR = new Period(LocalDate.of(2024, 7, 1), DAY);

    /** March misses and owes GBP 300; April meets. */
    private static YearOfFacts facts() {
        return new YearOfFacts("AG-7", Direction.RECEIVED)
                .invoiced("HST", "Hosting fee", "2025-03", "10000.00")
                .invoiced("HST", "Hosting fee", "2025-04", "10000.00")
                .measured("Uptime booking engine", "2025-03", "9920", "10000", "2025-04-03")
                .measured("Uptime booking engine", "2025-04", "10000", "10000", "2025-05-03");
    }

    private static Standing standing(TenantRole role, YearOfFacts facts) {
        MeasureInWords uptime = new MeasureInWords("Uptime of the booking engine", "99.50")
                .credit("99.0", "99.5", percent("3"))
                .credit(null, "99.0", percent("7.5"))
                .words("A1", BASE);
        return new Standing(
                new Dossier(
                        new FamilyInWords(role)
                                .with("AG-7", "agreement", "2025-01-01", uptime.in("AG-7"))
                                .build(),
                        facts.build(),
                        DAY),
                new Ledger(List.of()));
    }

    private static Optional<Share> given(TenantRole role, YearOfFacts facts) {
        PerformanceScore score = PerformanceScore.of(standing(role, facts), Governance.NONE, List.of(YEAR))
                .get(0);
        return Optional.ofNullable(score.parts().get(ScorePart.CREDITS));
    }

    @ParameterizedTest(name = "claimed {0} ({1}), credited {2}: {3} of {4}")
    @CsvSource({
        ",       ,                     ,       0, 1", // nobody claimed it, and it was not given
        ",       ,                     300.00, 1, 1",
        ",       ,                     299.99, 0, 1", // in part is not given
        ",       ,                     350.00, 1, 1", // more than is due
        "300.00, sent,                 ,       0, 1",
        "300.00, accepted,             ,       1, 1",
        "300.00, Allowed in full,      ,       1, 1",
        "300.00, credited,             ,       1, 1",
        "300.00, not accepted,         ,       0, 1",
        "300.00, to be credited,       ,       0, 1",
        "300.00, partly accepted,      ,       0, 1",
        "300.00, unpaid,               ,       0, 1",
        "200.00, accepted,             ,       0, 1", // less was claimed than is due
        "300.00, accepted,             100.00, 0, 1", // accepted, then credited in part
        "300.00, rejected,             300.00, 1, 1", // rejected, and given all the same
        "300.00, rejected,             ,       0, 0", // it is open who is right
        "300.00, withdrawn,            ,       0, 1",
    })
    void aCreditIsGivenWhenAllOfItWasCreditedOrAllowed(
            @Nullable String claimed, @Nullable String status, @Nullable String credited, long count, long of) {
        YearOfFacts facts = facts();
        if (claimed != null && status != null) {
            facts.claimed("Service credit A1 March 2025", "2025-03", "2025-04-20", claimed, status);
        }
        if (credited != null) {
            facts.credited("Service credit A1 March 2025", "2025-03", "2025-05-02", credited);
        }

        assertThat(given(TenantRole.BUYER, facts))
                .isEqualTo(of == 0 ? Optional.empty() : Optional.of(new Share(count, of)));
    }

    @Test
    void nothingIsJudgedWhereNothingWasOwed() {
        YearOfFacts met = new YearOfFacts("AG-7", Direction.RECEIVED)
                .invoiced("HST", "Hosting fee", "2025-04", "10000.00")
                .measured("Uptime booking engine", "2025-04", "10000", "10000", "2025-05-03");

        assertThat(given(TenantRole.BUYER, met)).isEmpty();
    }

    @Test
    void whatTheTenantOwesItselfIsNoPerformanceOfItsCustomer() {
        assertThat(given(TenantRole.SELLER, facts())).isEmpty();
    }

    @Test
    void everyFigureOfTheReportIsTheSumOfItsEvidence() {
        Report report = new ScorecardReporter()
                .report(new ReportQuestion(
                        List.of(standing(TenantRole.BUYER, facts())), List::of, ReportQuestion.ALWAYS, DAY));
        Report.Section scores = report.sections().get(0);
        Report.Section trend = report.sections().get(1);
        Report.Section evidence = report.sections().stream()
                .filter(section -> section.title().equals("Evidence of the scores"))
                .findFirst()
                .orElseThrow();

        assertThat(evidence.isDetail()).isTrue();
        assertThat(evidence.rows())
                .allSatisfy(row -> assertThat(cell(evidence, row, "rows")).isNotEmpty());
        assertThat(evidence.rows())
                .filteredOn(row -> !cell(evidence, row, "part").equals("invoices"))
                .allSatisfy(row -> assertThat(cell(evidence, row, "clauses")).isNotEmpty());
        for (ScorePart part : ScorePart.values()) {
            assertThat(cell(scores, scores.rows().get(0), part.title()))
                    .as(part.title())
                    .isEqualTo(sum(evidence, part, "score"));
            for (List<ReportCell> quarter : trend.rows()) {
                String window = "trend " + cell(trend, quarter, "from") + " to " + cell(trend, quarter, "to");
                assertThat(cell(trend, quarter, part.title()))
                        .as(part.title() + " " + window)
                        .isEqualTo(sum(evidence, part, window));
            }
        }
    }

    private static String sum(Report.Section evidence, ScorePart part, String window) {
        List<List<ReportCell>> rows = evidence.rows().stream()
                .filter(row -> cell(evidence, row, "part").equals(part.label()))
                .filter(row ->
                        List.of(cell(evidence, row, "counts in").split(", ")).contains(window))
                .toList();
        long kept = rows.stream()
                .mapToLong(row -> Long.parseLong(cell(evidence, row, "kept")))
                .sum();
        long of = rows.stream()
                .mapToLong(row -> Long.parseLong(cell(evidence, row, "of")))
                .sum();
        return of == 0 ? "" : kept + " of " + of;
    }

    private static String cell(Report.Section section, List<ReportCell> row, String column) {
        return row.get(section.columns().indexOf(column)).display();
    }
}
