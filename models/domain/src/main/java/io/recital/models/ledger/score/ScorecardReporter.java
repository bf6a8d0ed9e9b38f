package io.recital.models.ledger.score;

import io.recital.models.fact.Period;
import io.recital.models.governance.ScorePart;
import io.recital.models.governance.ScoreWeights;
import io.recital.models.ledger.Ledger;
import io.recital.models.ledger.LedgerTotal;
import io.recital.models.maturity.Share;
import io.recital.models.report.PartedReporter;
import io.recital.models.report.Report;
import io.recital.models.report.ReportCell;
import io.recital.models.report.ReportQuestion;
import io.recital.models.report.Standing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The report {@code scorecard}: counterparties beside each other, what each score was made from, and its money. */
public final class ScorecardReporter implements PartedReporter<ScorecardReporter.Scored> {
    private static final int QUARTERS = 4;
    private static final List<String> SCORES = Stream.of(
                    Stream.of("counterparty", "score", "last quarter", "quarter before", "among peers"),
                    titles(),
                    Stream.of("unknown"))
            .flatMap(columns -> columns)
            .toList();
    private static final List<String> TREND = Stream.of(Stream.of("counterparty", "from", "to", "score"), titles())
            .flatMap(columns -> columns)
            .toList();
    private static final List<String> MONEY =
            List.of("counterparty", "class", "currency", "certain", "provisional", "lapsed");

    /**
     * The scores of the days asked for, of the last quarter and of the one before, and those of calendar quarters.
     *
     * @param evidence the lines that they open into
     */
    record Scored(
            Standing standing,
            PerformanceScore score,
            PerformanceScore last,
            PerformanceScore before,
            List<PerformanceScore> quarters,
            List<List<ReportCell>> evidence) {}

    private static Stream<String> titles() {
        return Arrays.stream(ScorePart.values()).map(ScorePart::title);
    }

    @Override
    public String name() {
        return "scorecard";
    }

    @Override
    public Scored part(Standing standing, ReportQuestion question) {
        return scored(standing, question);
    }

    @Override
    public Report report(ReportQuestion question, List<Scored> scored) {
        Stream<Peers.Scored> others = question.others().get().stream()
                .map(other -> new Peers.Scored(
                        other,
                        PerformanceScore.of(other, question.governance(), List.of(question.daysOrYear()))
                                .get(0)));
        Peers peers = new Peers(Stream.concat(
                        scored.stream().map(each -> new Peers.Scored(each.standing(), each.score())), others)
                .toList());
        return new Report(
                name(),
                "Scorecards " + question.daysOrYear(),
                question.asOf(),
                List.of(
                        new Report.Section(
                                title(question.governance().weightsOn(question.asOf())),
                                SCORES,
                                scored.stream().map(each -> row(each, peers)).toList()),
                        new Report.Section("Trend by quarter", TREND, trend(scored)),
                        new Report.Section("Money at stake", MONEY, money(question)),
                        ScoreEvidence.section(scored.stream()
                                .flatMap(each -> each.evidence().stream())
                                .toList()),
                        ScoreEvidence.money(question)));
    }

    private static String title(ScoreWeights weights) {
        String since = weights.equals(ScoreWeights.DEFAULT)
                ? "the default"
                : "since " + weights.from() + ", set by " + weights.setBy();
        return "Scores from 0 to 100: weights " + weights.display() + " (" + since
                + "); what is unknown counts neither way";
    }

    private static Scored scored(Standing of, ReportQuestion question) {
        Standing standing = of.inMemory();
        List<ScoreWindow> windows = windows(question);
        List<Judged> judged = JudgedPerformance.of(standing, question.governance());
        List<PerformanceScore> scores = PerformanceScore.of(
                judged,
                question.governance().weightsOn(standing.dossier().asOf()),
                windows.stream().map(ScoreWindow::days).toList());
        return new Scored(
                of,
                scores.get(0),
                scores.get(1),
                scores.get(2),
                scores.subList(3, scores.size()),
                ScoreEvidence.of(standing, judged, windows));
    }

    private static List<ScoreWindow> windows(ReportQuestion question) {
        LocalDate asOf = question.asOf();
        LocalDate quarter = asOf.minusMonths(3);
        List<ScoreWindow> windows = new ArrayList<>(List.of(
                new ScoreWindow("score", question.daysOrYear()),
                new ScoreWindow("last quarter", new Period(quarter.plusDays(1), asOf)),
                new ScoreWindow("quarter before", new Period(asOf.minusMonths(6).plusDays(1), quarter))));
        quarters(asOf).forEach(days -> windows.add(new ScoreWindow("trend " + days, days)));
        return windows;
    }

    /** The calendar's last quarters up to a day, the last one perhaps not over. */
    private static List<Period> quarters(LocalDate asOf) {
        LocalDate current = asOf.withDayOfMonth(1).withMonth((asOf.getMonthValue() - 1) / 3 * 3 + 1);
        List<Period> quarters = new ArrayList<>();
        for (int back = QUARTERS - 1; back >= 0; back--) {
            LocalDate from = current.minusMonths(3L * back);
            LocalDate end = from.plusMonths(3).minusDays(1);
            quarters.add(new Period(from, end.isAfter(asOf) ? asOf : end));
        }
        return quarters;
    }

    private static List<ReportCell> row(Scored each, Peers peers) {
        List<ReportCell> cells = new ArrayList<>(List.of(
                ReportCell.of(each.standing().name()),
                figure(each.score().value()),
                figure(each.last().value()),
                figure(each.before().value()),
                ReportCell.of(peers.rank(each.standing()))));
        cells.addAll(parts(each.score()));
        cells.add(ReportCell.of(
                each.score().unknown().stream().map(ScorePart::label).collect(Collectors.joining(", "))));
        return cells;
    }

    private static List<List<ReportCell>> trend(List<Scored> scored) {
        List<List<ReportCell>> rows = new ArrayList<>();
        for (Scored each : scored) {
            for (PerformanceScore quarter : each.quarters()) {
                List<ReportCell> row = new ArrayList<>(List.of(
                        ReportCell.of(each.standing().name()),
                        ReportCell.of(quarter.window().from()),
                        ReportCell.of(quarter.window().to()),
                        figure(quarter.value())));
                row.addAll(parts(quarter));
                rows.add(row);
            }
        }
        return rows;
    }

    private static ReportCell figure(Optional<BigDecimal> value) {
        return value.map(ReportCell::of).orElse(ReportCell.EMPTY);
    }

    private static List<ReportCell> parts(PerformanceScore score) {
        return Arrays.stream(ScorePart.values())
                .map(part -> kept(score.parts(), part))
                .toList();
    }

    private static ReportCell kept(Map<ScorePart, Share> parts, ScorePart part) {
        Share kept = parts.get(part);
        return kept == null ? ReportCell.EMPTY : ReportCell.of(kept.count() + " of " + kept.of());
    }

    private static List<List<ReportCell>> money(ReportQuestion question) {
        List<List<ReportCell>> rows = new ArrayList<>();
        for (Standing standing : question.standings()) {
            for (LedgerTotal total : Ledger.totals(List.of(standing.ledger()), question.asOf())) {
                rows.add(List.of(
                        ReportCell.of(standing.name()),
                        ReportCell.of(total.leakage().label()),
                        ReportCell.of(total.currency().getCode()),
                        ReportCell.of(total.certain()),
                        ReportCell.of(total.provisional()),
                        ReportCell.of(total.lapsed())));
            }
        }
        return rows;
    }
}
