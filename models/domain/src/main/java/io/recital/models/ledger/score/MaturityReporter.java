package io.recital.models.ledger.score;

import io.recital.models.finding.TimeSpan;
import io.recital.models.maturity.Assessment;
import io.recital.models.maturity.Assessment.Result;
import io.recital.models.maturity.Assessment.Standing;
import io.recital.models.maturity.Criterion;
import io.recital.models.maturity.Indicator;
import io.recital.models.maturity.MaturityEvidence;
import io.recital.models.maturity.ProcessArea;
import io.recital.models.maturity.Share;
import io.recital.models.maturity.Stage;
import io.recital.models.report.Report;
import io.recital.models.report.ReportCell;
import io.recital.models.report.ReportQuestion;
import io.recital.models.report.Reporter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The report {@code maturity}: the stage of each dimension, the evidence, what to do next. Asked for an earlier day it
 * says how it stood then, which is its history.
 */
public final class MaturityReporter implements Reporter {
    /** A mapping to areas that nobody here has read would be made up. */
    private static final List<ReportCell> NOT_MAPPED = List.of(
            ReportCell.of("Built Intelligence"),
            ReportCell.EMPTY,
            ReportCell.of("not mapped: no public description of its process areas was found"));

    private static final String UNKNOWN = "unknown";

    @Override
    public String name() {
        return "maturity";
    }

    @Override
    public Report report(ReportQuestion question) {
        Assessment assessment =
                Assessment.of(new MaturityEvidence(LiveMaturity.of(question), question.answers()), question.asOf());
        String overall = assessment.overall().map(Stage::display).orElse(UNKNOWN);
        return new Report(
                name(),
                "Contract performance maturity: " + overall,
                question.asOf(),
                List.of(stages(assessment), evidence(assessment), roadmap(assessment), areas(assessment)));
    }

    private static Report.Section stages(Assessment assessment) {
        return new Report.Section(
                "Stages (criteria and thresholds are Recital's own)",
                List.of("dimension", "stage", "what that means"),
                assessment.standings().stream()
                        .map(standing -> List.of(
                                ReportCell.of(standing.dimension().label()),
                                ReportCell.of(stage(standing)),
                                ReportCell.of(Optional.ofNullable(standing.stage())
                                        .map(Stage::meaning)
                                        .orElse("Nothing is known of it yet."))))
                        .toList());
    }

    private static String stage(Standing standing) {
        return Optional.ofNullable(standing.stage()).map(Stage::display).orElse(UNKNOWN);
    }

    private static Report.Section evidence(Assessment assessment) {
        return new Report.Section(
                "Evidence",
                List.of("dimension", "for stage", "criterion", "asks for", "found", "met"),
                assessment.standings().stream()
                        .flatMap(standing -> standing.results().stream())
                        .map(result -> evidence(assessment, result))
                        .toList());
    }

    private static List<ReportCell> evidence(Assessment assessment, Result result) {
        Criterion criterion = result.criterion();
        Optional<Indicator> counted = criterion
                .indicator()
                .filter(indicator -> !criterion.isQuestion()
                        || assessment.evidence().shares().containsKey(indicator));
        String asked = counted.map(indicator -> "at least " + criterion.percent() + " % of " + indicator.what())
                .orElse(criterion.statement());
        String found = counted.map(
                        indicator -> share(assessment.evidence().shares().get(indicator)))
                .orElseGet(() -> result.met() == null ? "not answered" : "answered");
        return List.of(
                ReportCell.of(criterion.dimension().label()),
                ReportCell.of(criterion.stage().display()),
                ReportCell.of(criterion.label()),
                ReportCell.of(asked),
                ReportCell.of(found),
                ReportCell.of(result.met() == null ? UNKNOWN : result.met() ? "yes" : "no"));
    }

    private static String share(@Nullable Share share) {
        return share == null
                ? "nothing to count"
                : share.count() + " of " + share.of() + " (" + share.percent().toPlainString() + " %)";
    }

    private static Report.Section roadmap(Assessment assessment) {
        return new Report.Section(
                "Next steps, the cheapest first",
                List.of("by", "dimension", "towards", "step", "working days"),
                assessment.roadmap((day, days) -> new TimeSpan(days, TimeSpan.Unit.BUSINESS_DAYS).after(day)).stream()
                        .map(step -> List.of(
                                ReportCell.of(step.due()),
                                ReportCell.of(step.criterion().dimension().label()),
                                ReportCell.of(step.criterion().stage().display()),
                                ReportCell.of(step.criterion().step()),
                                ReportCell.of(step.criterion().days())))
                        .toList());
    }

    private static Report.Section areas(Assessment assessment) {
        return new Report.Section(
                "Process areas of other models for which the same evidence speaks",
                List.of("model", "process area", "evidence"),
                Stream.concat(
                                Arrays.stream(ProcessArea.values())
                                        .map(area -> List.of(
                                                ReportCell.of(
                                                        area.framework().name().replace('_', '-')),
                                                ReportCell.of(area.title()),
                                                ReportCell.of(evidence(assessment, area)))),
                                Stream.of(NOT_MAPPED))
                        .toList());
    }

    private static String evidence(Assessment assessment, ProcessArea area) {
        return assessment.standings().stream()
                .filter(standing -> area.isShownBy(standing.dimension()))
                .map(standing -> standing.dimension().label() + ": " + stage(standing))
                .collect(Collectors.joining("; "));
    }
}
