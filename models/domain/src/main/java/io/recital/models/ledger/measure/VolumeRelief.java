package io.recital.models.ledger.measure;

import io.recital.models.evidence.Citation;
import io.recital.models.fact.Measurement;
import io.recital.models.family.FamilyMember;
import io.recital.models.finding.Finding;
import io.recital.models.ledger.Dossier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * That no credit is due for a period with far more to do than was forecast.
 *
 * @param percent of the forecast that must be passed
 */
record VolumeRelief(BigDecimal percent, Finding finding, Citation stated) {
    private static final Pattern NO_CREDIT = Pattern.compile(
            "\\bno\\s+(?:\\p{L}+\\s+){0,2}(?:credit|abatement|rebate|deduction|reduction|damages|adjustment|penalty)|\\b(?:credit|abatement|rebate|deduction|reduction|damages|adjustment|penalt)\\p{L}*\\s[^.]{0,60}\\b(?:not\\s+(?:be\\s+)?(?:due|apply|payable|owed)|do(?:es)?\\s+not\\s+apply|not\\s+apply)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ABOVE = Pattern.compile(
            "\\b(?:more\\s+than|exceeds?|above|over)\\s+(?:[\\p{L}\\s-]{0,50}\\()?(?<percent>\\d+(?:\\.\\d+)?)\\s*(?:%|per\\s?cent)\\)?\\s+of\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FORECAST =
            Pattern.compile("\\bforecast|\\bplanned|\\bexpected|\\bprojected|\\bbudgeted", Pattern.CASE_INSENSITIVE);

    /** Whether it lifts the credit of a period. */
    enum Answer {
        DUE,
        RELIEVED,
        /** The forecast, or what it is compared with, is not known. */
        UNKNOWN
    }

    /** The rule that stands in the same document as a measure, on a day. */
    static Optional<VolumeRelief> find(Dossier dossier, LocalDate day, PromisedMeasure measure) {
        List<VolumeRelief> stated = dossier.reading(Stated.class, Stated::of).rules();
        if (stated.isEmpty()) {
            return Optional.empty();
        }
        UUID own = measure.citations().get(0).document();
        return dossier.family().inForce(day).stream()
                .flatMap(member ->
                        stated.stream().filter(rule -> member.findings().contains(rule.finding())))
                .filter(rule -> rule.finding().citations().get(0).document().equals(own))
                .filter(rule -> rule.isFor(measure))
                .findFirst();
    }

    /** All such rules of a family, whatever the day: most contracts have none, and every miss asks. */
    private record Stated(List<VolumeRelief> rules) {
        static Stated of(Dossier dossier) {
            return new Stated(dossier.family().members().stream()
                    .map(FamilyMember::findings)
                    .flatMap(List::stream)
                    .flatMap(finding -> read(finding).stream())
                    .toList());
        }
    }

    /** Whether it speaks of periods as long as a measure's. */
    boolean isFor(PromisedMeasure measure) {
        String quote = stated.quote().toLowerCase(Locale.ROOT);
        List<String> named = List.of("month", "quarter", "week", "year").stream()
                .filter(quote::contains)
                .toList();
        return named.isEmpty()
                || measure.window()
                        .map(window -> named.stream().anyMatch(window.display()::contains))
                        .orElse(true);
    }

    private static Optional<VolumeRelief> read(Finding finding) {
        for (Citation citation : finding.citations()) {
            Matcher above = ABOVE.matcher(citation.quote());
            if (NO_CREDIT.matcher(citation.quote()).find()
                    && FORECAST.matcher(citation.quote()).find()
                    && above.find()) {
                return Optional.of(new VolumeRelief(new BigDecimal(above.group("percent")), finding, citation));
            }
        }
        return Optional.empty();
    }

    /** Judges the period of a result by the forecast that was reported for it. */
    Answer of(MeasureResult result, Dossier dossier) {
        Optional<Measurement> row = result.measurements().stream().findFirst();
        BigDecimal actual = row.map(Measurement::denominator).orElse(null);
        List<BigDecimal> forecasts = dossier.facts().measurements().stream()
                .filter(other -> other.contract().equals(result.contract())
                        && other.period().equals(result.period())
                        && other.value() != null)
                .filter(other -> FORECAST.matcher(other.measure()).find())
                .map(Measurement::value)
                .distinct()
                .toList();
        if (actual == null || forecasts.size() != 1) {
            return Answer.UNKNOWN;
        }
        BigDecimal most = forecasts.get(0).multiply(percent).movePointLeft(2);
        return actual.compareTo(most) > 0 ? Answer.RELIEVED : Answer.DUE;
    }
}
