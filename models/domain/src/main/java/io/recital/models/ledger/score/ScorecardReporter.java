package io.recital.models.ledger.score;

import io.recital.models.fact.Period;
import io.recital.models.ledger.Ledger;
import io.recital.models.ledger.LedgerTotal;
import io.recital.models.ledger.score.PerformanceScore.Part;
import io.recital.models.maturity.Share;
import io.recital.models.report.Report;
import io.recital.models.report.ReportCell;
import io.recital.models.report.ReportQuestion;
import io.recital.models.report.Reporter;
import io.recital.models.report.Standing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The report {@code scorecard}: counterparties beside each other, what each score was made from, and its money. */
public final class ScorecardReporter implements Reporter {
    private static final List<String> SCORES = List.of(
            "counterparty",
            "score",
            "last quarter",
            "quarter before",
            "among peers",
            "measures met",
            "duties in time",
            "invoice lines right",
            "unknown");
    private static final List<String> MONEY =
            List.of("counterparty", "class", "currency", "certain", "provisional", "lapsed");

    /** The scores of the days asked for, of the last quarter and of the one before. */
    private record Scored(Standing standing, PerformanceScore score, PerformanceScore last, PerformanceScore before) {}

    @Override
    public String name() {
        return "scorecard";
    }

    @Override
    public Report report(ReportQuestion question) {
        LocalDate asOf = question.asOf();
        Period year = window(question);
        List<Scored> scored = question.standings().stream()
                .map(standing -> scored(standing, year, asOf))
                .toList();
        return new Report(
                name(),
                "Scorecards " + year,
                asOf,
                List.of(
                        new Report.Section(
                                "Scores from 0 to 100: measures weigh 50, duties 30, invoices 20; what is unknown counts neither way",
                                SCORES,
                                scored.stream().map(each -> row(each, scored)).toList()),
                        new Report.Section("Money at stake", MONEY, money(question))));
    }

    /** The days asked for, or else the year up to the day. */
    private static Period window(ReportQuestion question) {
        LocalDate year = question.asOf().minusYears(1).plusDays(1);
        LocalDate from = question.window().from().isBefore(year)
                ? year
                : question.window().from();
        LocalDate to = question.window().to().isAfter(question.asOf())
                ? question.asOf()
                : question.window().to();
        return to.isBefore(from) ? new Period(year, question.asOf()) : new Period(from, to);
    }

    private static Scored scored(Standing standing, Period window, LocalDate asOf) {
        LocalDate quarter = asOf.minusMonths(3);
        Period last = new Period(quarter.plusDays(1), asOf);
        Period before = new Period(asOf.minusMonths(6).plusDays(1), quarter);
        List<PerformanceScore> scores =
                PerformanceScore.of(standing.dossier(), standing.ledger(), List.of(window, last, before));
        return new Scored(standing, scores.get(0), scores.get(1), scores.get(2));
    }

    private static List<ReportCell> row(Scored each, List<Scored> all) {
        List<ReportCell> cells = new ArrayList<>(List.of(
                ReportCell.of(each.standing().name()),
                figure(each.score().value()),
                figure(each.last().value()),
                figure(each.before().value()),
                ReportCell.of(rank(each, all))));
        for (Part part : Part.values()) {
            cells.add(kept(each.score().parts(), part));
        }
        cells.add(ReportCell.of(each.score().unknown().stream()
                .map(part -> part.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "))));
        return cells;
    }

    private static ReportCell figure(Optional<BigDecimal> value) {
        return value.map(ReportCell::of).orElse(ReportCell.EMPTY);
    }

    private static ReportCell kept(Map<Part, Share> parts, Part part) {
        Share kept = parts.get(part);
        return kept == null ? ReportCell.EMPTY : ReportCell.of(kept.count() + " of " + kept.of());
    }

    /** Its place by score, such as "2 of 5"; nothing without a score or without peers. */
    private static String rank(Scored each, List<Scored> all) {
        List<BigDecimal> scores = all.stream()
                .flatMap(other -> other.score().value().stream())
                .sorted(Comparator.reverseOrder())
                .toList();
        return each.score()
                .value()
                .filter(score -> scores.size() > 1)
                .map(score -> (scores.indexOf(score) + 1) + " of " + scores.size())
                .orElse("");
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
