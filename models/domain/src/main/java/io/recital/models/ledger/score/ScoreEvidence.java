package io.recital.models.ledger.score;

import io.recital.models.finding.Finding;
import io.recital.models.governance.ScorePart;
import io.recital.models.ledger.LedgerEntry;
import io.recital.models.maturity.Share;
import io.recital.models.report.LeakageReporter;
import io.recital.models.report.Report;
import io.recital.models.report.ReportCell;
import io.recital.models.report.ReportQuestion;
import io.recital.models.report.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the figures of a scorecard open into: each failure in a line of its own, what was kept together by what it is and by
 * the figures it counts in. The lines of a figure add up to it.
 */
final class ScoreEvidence {
    private static final List<String> COLUMNS =
            List.of("counterparty", "part", "what", "from", "to", "kept", "of", "counts in", "clauses", "rows");
    private static final List<String> MONEY = List.of(
            "counterparty", "class", "what", "from", "to", "amount", "state", "recoverable until", "clauses", "rows");
    /** Longest text of rows in a line: a workbook's cell takes no more than some 32,000 characters. */
    private static final int LONGEST = 30_000;

    private final List<ScoreWindow> windows;
    private final List<Line> lines = new ArrayList<>();
    private final Map<Kind, Line> together = new HashMap<>();

    private ScoreEvidence(List<ScoreWindow> windows) {
        this.windows = windows;
    }

    /** The lines of a counterparty, made at once, so that nothing of it has to be kept. */
    static List<List<ReportCell>> of(Standing standing, List<Judged> judged, List<ScoreWindow> windows) {
        ScoreEvidence evidence = new ScoreEvidence(windows);
        judged.forEach(evidence::add);
        return evidence.lines.stream().map(line -> line.cells(standing)).toList();
    }

    static Report.Section section(List<List<ReportCell>> lines) {
        return new Report.Section("Evidence of the scores", COLUMNS, lines, true);
    }

    private void add(Judged judged) {
        String figures = windows.stream()
                .filter(window -> judged.isIn(window.days()))
                .map(ScoreWindow::name)
                .collect(Collectors.joining(", "));
        if (figures.isEmpty()) {
            return;
        }
        Kind kind = new Kind(judged.part(), judged.what(), figures);
        Line line = judged.isKeptWhole() ? together.get(kind) : null;
        if (line == null || !line.hasRoomFor(judged)) {
            line = new Line(kind, judged);
            lines.add(line);
        } else {
            line.add(judged);
        }
        if (judged.isKeptWhole()) {
            together.put(kind, line);
        }
    }

    /** What is told together. */
    private record Kind(ScorePart part, String what, String figures) {}

    /** A line in the making. */
    private static final class Line {
        private final Kind kind;
        private final Set<String> rows = new LinkedHashSet<>();
        private final Set<Finding> rests = new LinkedHashSet<>();
        private LocalDate from;
        private LocalDate to;
        private Share kept;
        private int length;

        Line(Kind kind, Judged first) {
            this.kind = kind;
            this.from = first.days().from();
            this.to = first.days().to();
            this.kept = first.kept();
            gather(first);
        }

        boolean hasRoomFor(Judged next) {
            return length
                            + next.rows().stream().mapToInt(String::length).sum()
                            + next.rows().size()
                    <= LONGEST;
        }

        void add(Judged next) {
            from = next.days().from().isBefore(from) ? next.days().from() : from;
            to = next.days().to().isAfter(to) ? next.days().to() : to;
            kept = kept.plus(next.kept());
            gather(next);
        }

        private void gather(Judged each) {
            for (String row : each.rows()) {
                if (rows.add(row)) {
                    length += row.length() + 1;
                }
            }
            rests.addAll(each.rests());
        }

        List<ReportCell> cells(Standing standing) {
            return List.of(
                    ReportCell.of(standing.name()),
                    ReportCell.of(kind.part().label()),
                    ReportCell.of(kind.what()),
                    ReportCell.of(from),
                    ReportCell.of(to),
                    ReportCell.of(kept.count()),
                    ReportCell.of(kept.of()),
                    ReportCell.of(kind.figures()),
                    ReportCell.of(LeakageReporter.clauses(List.copyOf(rests))),
                    ReportCell.of(String.join(" ", rows)));
        }
    }

    /** The entries that the money at stake adds up. */
    static Report.Section money(ReportQuestion question) {
        List<List<ReportCell>> lines = new ArrayList<>();
        for (Standing standing : question.standings()) {
            for (LedgerEntry entry : standing.ledger().entries()) {
                LocalDate until = entry.recoverableUntil();
                lines.add(List.of(
                        ReportCell.of(standing.name()),
                        ReportCell.of(entry.leakage().label()),
                        ReportCell.of(entry.title()),
                        ReportCell.of(entry.period().from()),
                        ReportCell.of(entry.period().to()),
                        ReportCell.of(entry.amount()),
                        ReportCell.of(LeakageReporter.state(standing, entry, question.asOf())),
                        until == null ? ReportCell.EMPTY : ReportCell.of(until),
                        ReportCell.of(LeakageReporter.clauses(entry.rests())),
                        ReportCell.of(String.join(" ", entry.rows()))));
            }
        }
        return new Report.Section("Evidence of the money at stake", MONEY, lines, true);
    }
}
