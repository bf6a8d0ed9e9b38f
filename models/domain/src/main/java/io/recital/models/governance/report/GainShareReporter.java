package io.recital.models.governance.report;

import io.recital.models.evidence.Derivation;
import io.recital.models.governance.GainShare;
import io.recital.models.governance.Recorded;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.ledger.NotCheckable;
import io.recital.models.ledger.Outcome;
import io.recital.models.ledger.gain.GainShareCheck;
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

/**
 * The report {@code gain-share}: what each came to, who pays it, step by step; or what is missing. First those that people keep as
 * records, then what clauses and reported figures come to.
 */
public final class GainShareReporter implements Reporter {
    @Override
    public String name() {
        return "gain-share";
    }

    @Override
    public Report report(ReportQuestion question) {
        List<List<ReportCell>> rows = new ArrayList<>();
        List<List<ReportCell>> computed = new ArrayList<>();
        for (Standing standing : question.standings()) {
            question
                    .governance()
                    .list(GainShare.class, standing.family().counterparty().id())
                    .stream()
                    .map(Recorded::content)
                    .forEach(share -> rows.add(row(standing, share)));
            new GainShareCheck().run(standing.dossier()).forEach(outcome -> computed.add(row(standing, outcome)));
        }
        return new Report(
                name(),
                "Gain-shares",
                question.asOf(),
                List.of(
                        new Report.Section(
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
                                rows),
                        new Report.Section(
                                "From clauses and reported figures",
                                List.of("counterparty", "what", "class", "amount", "missing", "clauses", "workings"),
                                computed)));
    }

    private static List<ReportCell> row(Standing standing, Outcome outcome) {
        LedgerEntry entry = outcome instanceof LedgerEntry money ? money : null;
        return List.of(
                ReportCell.of(standing.name()),
                ReportCell.of(outcome.title()),
                ReportCell.of(entry == null ? "not checkable" : entry.leakage().label()),
                entry == null ? ReportCell.EMPTY : ReportCell.of(entry.amount()),
                ReportCell.of(outcome instanceof NotCheckable open ? open.missing() : ""),
                ReportCell.of(GovernanceReporter.clauses(outcome.rests())),
                ReportCell.of(entry == null ? "" : workings(entry.workings())));
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
                ReportCell.of(workings(result.workings())));
    }

    private static String workings(List<Derivation> steps) {
        return steps.stream()
                .map(step -> step.inputs().stream()
                                .map(input -> input.what() + " " + input.value())
                                .collect(Collectors.joining(
                                        ", ", step.operation().name().toLowerCase(Locale.ROOT) + "(", ")"))
                        + " = " + step.result())
                .collect(Collectors.joining("; "));
    }
}
