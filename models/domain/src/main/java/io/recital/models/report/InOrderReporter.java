package io.recital.models.report;

import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.InOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What was held against its clause and found in order, by contract and period, and what cleared it. */
public final class InOrderReporter implements Reporter {
    private static final List<String> COLUMNS =
            List.of("counterparty", "contract", "clause", "period", "check", "in order", "because", "rows");

    private final Function<Dossier, List<InOrder>> checks;

    /** @param checks what all checks find in order */
    public InOrderReporter(Function<Dossier, List<InOrder>> checks) {
        this.checks = checks;
    }

    @Override
    public String name() {
        return "in-order";
    }

    @Override
    public Report report(ReportQuestion question) {
        List<List<ReportCell>> rows = new ArrayList<>();
        for (Standing standing : question.standings()) {
            checks.apply(standing.dossier()).stream()
                    .filter(found -> found.period().overlaps(question.window()))
                    .forEach(found -> rows.add(row(standing, found)));
        }
        return new Report(
                name(),
                "Checked and in order",
                question.asOf(),
                List.of(new Report.Section("Checked and in order", COLUMNS, rows)));
    }

    private static List<ReportCell> row(Standing standing, InOrder found) {
        return List.of(
                ReportCell.of(standing.name()),
                ReportCell.of(found.contract(standing.dossier().family())),
                ReportCell.of(found.rests().get(0).citations().get(0).path()),
                ReportCell.of(found.period().toString()),
                ReportCell.of(found.check()),
                ReportCell.of(found.title()),
                ReportCell.of(found.because()),
                ReportCell.of(found.rows().size()));
    }
}
