package io.recital.models.ledger.score;

import io.recital.models.finding.TimeSpan;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.Ledger;
import io.recital.models.maturity.Assessment;
import io.recital.models.maturity.Assessment.Result;
import io.recital.models.maturity.Criterion;
import io.recital.models.maturity.Indicator;
import io.recital.models.maturity.MaturityAnswer;
import io.recital.models.maturity.MaturityEvidence;
import io.recital.models.maturity.Share;
import io.recital.models.maturity.Stage;
import io.recital.models.report.PartedReporter;
import io.recital.models.report.Report;
import io.recital.models.report.ReportCell;
import io.recital.models.report.ReportQuestion;
import io.recital.models.report.Standing;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The report {@code maturity}: the stage of each dimension, the evidence, what to do next, how it stood at the end of
 * earlier quarters, how the tenant's units stand beside each other, and what that says of other models' process areas.
 */
public final class MaturityReporter implements PartedReporter<MaturityPart> {
    static final String UNKNOWN = "unknown";

    private final Function<Dossier, Ledger> ledgers;

    /** @param ledgers what all checks say on the day of a dossier */
    public MaturityReporter(Function<Dossier, Ledger> ledgers) {
        this.ledgers = ledgers;
    }

    @Override
    public String name() {
        return "maturity";
    }

    @Override
    public MaturityPart part(Standing standing, ReportQuestion question) {
        return MaturityPart.of(standing, question, ledgers);
    }

    @Override
    public Report report(ReportQuestion question, List<MaturityPart> parts) {
        LocalDate day = question.asOf();
        Map<Indicator, Share> shares =
                MaturityCount.shares(parts.stream().map(part -> part.on(day)).toList());
        Assessment assessment = Assessment.of(new MaturityEvidence(shares, answersOn(day, question)), day);
        String overall = assessment.overall().map(Stage::display).orElse(UNKNOWN);
        return new Report(
                name(),
                "Contract performance maturity: " + overall,
                day,
                List.of(
                        stages(assessment),
                        evidence(assessment),
                        roadmap(assessment),
                        MaturityHistory.of(question, parts),
                        PeerUnits.of(question, parts),
                        MaturityAreas.of(assessment)));
    }

    static Map<Criterion, Boolean> answersOn(LocalDate day, ReportQuestion question) {
        return MaturityAnswer.on(day, question.answers());
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

    static String stage(Assessment.Standing standing) {
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

    static String share(@Nullable Share share) {
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
}
