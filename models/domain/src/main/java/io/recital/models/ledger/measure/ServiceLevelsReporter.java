package io.recital.models.ledger.measure;

import io.recital.models.evidence.Citation;
import io.recital.models.ledger.measure.MeasureResult.State;
import io.recital.models.report.Report;
import io.recital.models.report.Report.Section;
import io.recital.models.report.ReportCell;
import io.recital.models.report.ReportQuestion;
import io.recital.models.report.Reporter;
import io.recital.models.report.Standing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What measures came to, what misses are worth and until when, what is at stake in periods that still run. */
public final class ServiceLevelsReporter implements Reporter {
    @Override
    public String name() {
        return "service-levels";
    }

    @Override
    public Report report(ReportQuestion question) {
        List<List<ReportCell>> results = new ArrayList<>();
        List<List<ReportCell>> credits = new ArrayList<>();
        List<List<ReportCell>> running = new ArrayList<>();
        for (Standing standing : question.standings()) {
            List<MeasureResult> all = MeasureResults.of(standing.dossier());
            List<MeasureResult> asked = all.stream()
                    .filter(result -> result.period().overlaps(question.window()))
                    .toList();
            asked.forEach(result -> results.add(result(standing, result, all)));
            asked.stream()
                    .filter(result -> result.state() == State.PRELIMINARY)
                    .forEach(result -> running.add(forecast(standing, result, all, question.asOf())));
            CreditDues.of(standing.dossier(), asked)
                    .dues()
                    .forEach(due -> credits.add(credit(standing, due, question.asOf())));
        }
        return new Report(
                name(),
                "Service levels and KPIs",
                question.asOf(),
                List.of(
                        new Section("Results", RESULT, results),
                        new Section("Credits", CREDIT, credits),
                        new Section("Before the period closes", FORECAST, running)));
    }

    private static final List<String> RESULT = List.of(
            "counterparty",
            "measure",
            "code",
            "contract",
            "from",
            "to",
            "target",
            "value",
            "state",
            "missed in a row",
            "trend",
            "missing",
            "clauses",
            "rows");

    private static List<ReportCell> result(Standing standing, MeasureResult result, List<MeasureResult> all) {
        List<MeasureResult> series = seriesTo(result, all);
        return List.of(
                ReportCell.of(standing.name()),
                ReportCell.of(result.measure().name()),
                ReportCell.of(result.measure().code().orElse("")),
                ReportCell.of(result.contract()),
                ReportCell.of(result.period().from()),
                ReportCell.of(result.period().to()),
                ReportCell.of(target(result)),
                figure(result.value()),
                ReportCell.of(result.state().label()),
                ReportCell.of(missedInARow(series)),
                ReportCell.of(Trend.of(series).label()),
                ReportCell.of(result.missing()),
                ReportCell.of(clauses(result.measure())),
                ReportCell.of(String.join(" ", result.rows())));
    }

    private static final List<String> CREDIT = List.of(
            "counterparty",
            "contract",
            "from",
            "to",
            "measures",
            "before the cap",
            "due",
            "claimed",
            "credited",
            "open",
            "claim until",
            "state",
            "may be earned back until");

    private static List<ReportCell> credit(Standing standing, CreditDue due, LocalDate asOf) {
        return List.of(
                ReportCell.of(standing.name()),
                ReportCell.of(due.contract()),
                ReportCell.of(due.period().from()),
                ReportCell.of(due.period().to()),
                ReportCell.of(due.missed().stream()
                        .map(result -> result.measure().name())
                        .collect(Collectors.joining(", "))),
                ReportCell.of(due.beforeCap()),
                ReportCell.of(due.due()),
                ReportCell.of(due.settlement().claimed()),
                ReportCell.of(due.settlement().credited()),
                ReportCell.of(due.open()),
                day(due.deadline()),
                ReportCell.of(due.stateOn(asOf).label()),
                day(due.earnedBackUntil()));
    }

    private static final List<String> FORECAST = List.of(
            "counterparty",
            "measure",
            "from",
            "to",
            "target",
            "so far",
            "projected",
            "forecast",
            "margin",
            "failures left",
            "hours left",
            "at stake",
            "trend");

    private static List<ReportCell> forecast(
            Standing standing, MeasureResult result, List<MeasureResult> all, LocalDate asOf) {
        RunningPeriod running = RunningPeriod.of(result, asOf);
        return List.of(
                ReportCell.of(standing.name()),
                ReportCell.of(result.measure().name()),
                ReportCell.of(result.period().from()),
                ReportCell.of(result.period().to()),
                ReportCell.of(target(result)),
                figure(result.value()),
                figure(running.projected().orElse(null)),
                ReportCell.of(running.forecast()),
                result.budgetLeft().map(ReportCell::of).orElse(ReportCell.EMPTY),
                result.failuresLeft().map(ReportCell::of).orElse(ReportCell.EMPTY),
                running.hoursLeft().map(ReportCell::of).orElse(ReportCell.EMPTY),
                ReportCell.of(running.atStake()),
                ReportCell.of(Trend.of(seriesTo(result, all)).label()));
    }

    private static List<MeasureResult> seriesTo(MeasureResult last, List<MeasureResult> all) {
        return all.stream()
                .filter(result -> result.series().equals(last.series()))
                .filter(result -> !result.period().from().isAfter(last.period().from()))
                .toList();
    }

    /** How often it was missed up to the last, without a period that was met between. */
    private static long missedInARow(List<MeasureResult> series) {
        long missed = 0;
        for (int i = series.size() - 1; i >= 0 && series.get(i).isMissed(); i--) {
            missed++;
        }
        return missed;
    }

    private static String target(MeasureResult result) {
        BigDecimal target = result.measure().content().target();
        return target == null
                ? ""
                : result.measure().content().comparison().sign() + " " + target.toPlainString() + " "
                        + result.measure().content().unit();
    }

    private static String clauses(PromisedMeasure measure) {
        return measure.citations().stream()
                .map(ServiceLevelsReporter::place)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static String place(Citation citation) {
        return citation.path().isEmpty() ? citation.file() : citation.file() + " " + citation.path();
    }

    private static ReportCell figure(@Nullable BigDecimal number) {
        return number == null ? ReportCell.EMPTY : ReportCell.of(number);
    }

    private static ReportCell day(@Nullable LocalDate day) {
        return day == null ? ReportCell.EMPTY : ReportCell.of(day);
    }
}
