package io.recital.models.ledger.score;

import io.recital.models.maturity.Assessment;
import io.recital.models.maturity.ProcessArea;
import io.recital.models.report.Report;
import io.recital.models.report.ReportCell;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the same evidence says of the process areas of other models, and of which it says nothing. */
final class MaturityAreas {
    private static final List<ReportCell> OTHER_ACQUISITION_AREAS = row(
            "CMMI-ACQ",
            "the other 14 of its 22 process areas",
            MaturityReporter.UNKNOWN
                    + ": requirements, solicitation, technical reviews and an organisation's own processes are not seen from contracts");

    /** A mapping to areas that nobody here has read would be made up. */
    private static final List<ReportCell> NOT_MAPPED =
            row("Built Intelligence", "", "not mapped: no public description of its process areas was found");

    private MaturityAreas() {}

    static Report.Section of(Assessment assessment) {
        return new Report.Section(
                "Process areas of other models for which the same evidence speaks",
                List.of("model", "process area", "evidence"),
                Stream.concat(
                                Arrays.stream(ProcessArea.values()).map(area -> row(assessment, area)),
                                Stream.of(OTHER_ACQUISITION_AREAS, NOT_MAPPED))
                        .toList());
    }

    private static List<ReportCell> row(Assessment assessment, ProcessArea area) {
        return row(
                area.framework().name().replace('_', '-'),
                area.title(),
                area.whyUnknown()
                        .map(why -> MaturityReporter.UNKNOWN + ": " + why)
                        .orElseGet(() -> evidence(assessment, area)));
    }

    private static List<ReportCell> row(String model, String area, String evidence) {
        return List.of(ReportCell.of(model), ReportCell.of(area), ReportCell.of(evidence));
    }

    private static String evidence(Assessment assessment, ProcessArea area) {
        return assessment.standings().stream()
                .filter(standing -> area.isShownBy(standing.dimension()))
                .map(standing -> standing.dimension().label() + ": " + MaturityReporter.stage(standing))
                .collect(Collectors.joining("; "));
    }
}
