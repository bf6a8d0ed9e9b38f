package io.recital.models.ledger.score;

import io.recital.models.fact.Period;
import io.recital.models.maturity.Assessment;
import io.recital.models.maturity.Criterion;
import io.recital.models.maturity.Dimension;
import io.recital.models.maturity.Indicator;
import io.recital.models.maturity.MaturityEvidence;
import io.recital.models.maturity.Share;
import io.recital.models.maturity.Stage;
import io.recital.models.report.Report;
import io.recital.models.report.ReportCell;
import io.recital.models.report.ReportQuestion;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The stages at the end of each quarter, by what was known on that day. Contracts are those as they are read now that were
 * signed by then; when a finding was reviewed is not told, so that of earlier days this is unknown.
 */
final class MaturityHistory {
    private static final int MOST_QUARTERS = 12;

    private MaturityHistory() {}

    /** The ends of the quarters of the days asked for, at most three years of them, and the day asked about. */
    static List<LocalDate> days(ReportQuestion question) {
        Period asked = question.daysOrYear();
        List<LocalDate> days = new ArrayList<>();
        LocalDate day = quarterEnd(asked.to());
        while (days.size() < MOST_QUARTERS && !day.isBefore(asked.from())) {
            if (!day.isAfter(asked.to()) && day.isBefore(question.asOf())) {
                days.add(0, day);
            }
            day = quarterEnd(day.minusMonths(3));
        }
        days.add(question.asOf());
        return days;
    }

    private static LocalDate quarterEnd(LocalDate day) {
        return YearMonth.from(day.with(IsoFields.DAY_OF_QUARTER, 1))
                .plusMonths(2)
                .atEndOfMonth();
    }

    static Report.Section of(ReportQuestion question, List<MaturityPart> parts) {
        Stream<String> dimensions = Arrays.stream(Dimension.values()).map(Dimension::label);
        return new Report.Section(
                "Stages by quarter, by what was known on each day (contracts as they are read now)",
                Stream.of(Stream.of("quarter", "day", "overall"), dimensions, Stream.of("ends at what is unknown"))
                        .flatMap(columns -> columns)
                        .toList(),
                days(question).stream()
                        .map(day -> row(on(day, question, parts)))
                        .toList());
    }

    private static Assessment on(LocalDate day, ReportQuestion question, List<MaturityPart> parts) {
        Map<Indicator, Share> shares =
                MaturityCount.shares(parts.stream().map(part -> part.on(day)).toList());
        if (day.isBefore(question.asOf())) {
            shares.remove(Indicator.FINDINGS_REVIEWED);
        }
        return Assessment.of(new MaturityEvidence(shares, MaturityReporter.answersOn(day, question)), day);
    }

    private static List<ReportCell> row(Assessment assessment) {
        LocalDate day = assessment.asOf();
        Stream<String> stages = assessment.standings().stream().map(MaturityReporter::stage);
        Stream<String> texts = Stream.of(
                        Stream.of(assessment.overall().map(Stage::display).orElse(MaturityReporter.UNKNOWN)),
                        stages,
                        Stream.of(unknown(assessment)))
                .flatMap(each -> each);
        return Stream.concat(
                        Stream.of(
                                ReportCell.of(day.getYear() + " Q" + day.get(IsoFields.QUARTER_OF_YEAR)),
                                ReportCell.of(day)),
                        texts.map(ReportCell::of))
                .toList();
    }

    /** The criteria that a dimension cannot rise above because nobody knows whether they are met. */
    private static String unknown(Assessment assessment) {
        return assessment.standings().stream()
                .flatMap(standing -> standing.results().stream()
                        .filter(result -> !Boolean.TRUE.equals(result.met()))
                        .findFirst()
                        .filter(result -> result.met() == null)
                        .map(Assessment.Result::criterion)
                        .map(Criterion::label)
                        .stream())
                .collect(Collectors.joining(", "));
    }
}
