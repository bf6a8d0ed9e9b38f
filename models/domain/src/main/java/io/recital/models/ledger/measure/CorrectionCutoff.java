package io.recital.models.ledger.measure;

import io.recital.models.evidence.Citation;
import io.recital.models.fact.Measurement;
import io.recital.models.family.FamilyMember;
import io.recital.models.finding.TimeSpan;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.lever.StatedTime;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Until when a report may be corrected, or what is to be left out of it be named: later corrections do not count.
 *
 * @param fromReport whether the time runs from the first report, and not from the end of the period
 */
record CorrectionCutoff(TimeSpan length, boolean fromReport, Citation stated) {
    private static final Pattern CORRECTS = Pattern.compile(
            "\\b(?:correct(?:s|ed|ions?)?|amend(?:s|ed|ments?)?|revis(?:e[sd]?|ions?)|restat\\p{L}+)\\b[^.;]{0,80}?\\b(?:reports?|results?|figures?|measurements?|statements?|scorecards?)\\b"
                    + "|\\b(?:reports?|results?|figures?|measurements?|statements?|scorecards?)\\b[^.;]{0,80}?\\b(?:correct(?:ed|ions?)|amended|revised|final)\\b"
                    + "|\\b(?:excused|excluded|excludable|exempt)\\s+(?:minutes|hours|time|downtime|incidents?|events?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LIMITS = Pattern.compile(
            "\\b(?:only\\s+(?:if|where|when|within|until)|provided\\s+that|(?:do(?:es)?|shall|will)\\s+not\\s+(?:be\\s+)?(?:count|considered|taken|apply|accepted)|no\\s+longer|disregarded|become\\s+final|(?:is|are)\\s+final|no\\s+later\\s+than|may\\s+not\\s+be\\s+corrected|unless|without\\s+effect|binding)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FROM_REPORT = Pattern.compile(
            "\\b(?:days?|weeks?|months?)\\s+(?:of|after|from|following)\\s+(?:(?:its|the|their|that|such|a)\\s+)?(?:(?:receipt|issue|delivery|submission|publication|date|sending|receiving)\\s+(?:of\\s+)?)?(?:(?:the|its|that|a|such)\\s+)?(?:original\\s+|first\\s+|monthly\\s+)?(?:report|statement|scorecard)",
            Pattern.CASE_INSENSITIVE);

    /** The rule that is stated of a measure, beside it, or of reports anywhere in its contracts. */
    static Optional<CorrectionCutoff> find(PromisedMeasure measure, Dossier dossier) {
        Stream<Citation> own = measure.citations().stream();
        Stream<Citation> beside = dossier.family().members().stream()
                .flatMap(member -> Stream.concat(member.beside().sentences().stream(), cited(member)));
        return Stream.concat(own, beside)
                .filter(citation -> CORRECTS.matcher(citation.quote()).find()
                        && LIMITS.matcher(citation.quote()).find())
                .flatMap(citation -> StatedTime.in(citation.quote()).stream()
                        .map(length -> new CorrectionCutoff(
                                length, FROM_REPORT.matcher(citation.quote()).find(), citation)))
                .findFirst();
    }

    private static Stream<Citation> cited(FamilyMember member) {
        return member.findings().stream().flatMap(finding -> finding.citations().stream());
    }

    /** The last of some reports that came in time; the first is the report itself. */
    Measurement latest(List<Measurement> versions) {
        Measurement first = versions.get(0);
        LocalDate last =
                length.after(fromReport ? first.reportedOn() : first.period().to());
        return versions.stream()
                .filter(row -> row.equals(first) || !row.reportedOn().isAfter(last))
                .reduce((one, other) -> other)
                .orElse(first);
    }
}
