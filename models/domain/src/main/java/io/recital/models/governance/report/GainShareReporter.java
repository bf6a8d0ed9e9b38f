package io.recital.models.governance.report;

import io.recital.models.governance.GainShare;
import io.recital.models.governance.Recorded;
import io.recital.models.report.Report;
import io.recital.models.report.ReportCell;
import io.recital.models.report.ReportQuestion;
import io.recital.models.report.Reporter;
import io.recital.models.report.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The report {@code gain-share}: what each came to, who pays it, step by step; or what is missing. */
public final class GainShareReporter implements Reporter {
    @Override
    public String name() {
        return "gain-share";
    }

    @Override
    public Report report(ReportQuestion question) {
        List<List<ReportCell>> rows = new ArrayList<>();
        for (Standing standing : question.standings()) {
            question
                    .governance()
                    .list(GainShare.class, standing.family().counterparty().id())
                    .stream()
                    .map(Recorded::content)
                    .forEach(share -> rows.add(row(standing, share)));
        }
        return new Report(
                name(),
                "Gain-shares",
                question.asOf(),
                List.of(new Report.Section(
                        "Gain-shares",
                        List.of(
                                "counterparty",
                                "what",
                                "from",
                                "to",
                                "state",
                                "amount",
                                "missing",
                                "clauses",
                                "workings"),
                        rows)));
    }

    private static List<ReportCell> row(Standing standing, GainShare share) {
        GainShareResult result = GainShareResult.of(share, standing.dossier());
        return List.of(
                ReportCell.of(standing.name()),
                ReportCell.of(share.title()),
                ReportCell.of(share.period().from()),
                ReportCell.of(share.period().to()),
                ReportCell.of(GovernanceReporter.label(result.state())),
                Optional.ofNullable(result.amount()).map(ReportCell::of).orElse(ReportCell.EMPTY),
                ReportCell.of(result.missing()),
                ReportCell.of(GovernanceReporter.clauses(result.rests())),
                ReportCell.of(result.workings().stream()
                        .map(step -> step.inputs().stream()
                                        .map(input -> input.what() + " " + input.value())
                                        .collect(Collectors.joining(
                                                ", ", step.operation().name().toLowerCase(Locale.ROOT) + "(", ")"))
                                + " = " + step.result())
                        .collect(Collectors.joining("; "))));
    }
}
