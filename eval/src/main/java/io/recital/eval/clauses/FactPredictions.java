package io.recital.eval.clauses;

import io.recital.extraction.rules.fact.FactExtractor;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.evidence.Span;
import io.recital.models.evidence.StoredText;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.CuadLabels;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.FactType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * CUAD's labels for facts of the contract as a whole, as the service's rules for facts see them: names and dates are
 * shorter than the sentences that the classifier judges.
 *
 * <p>CUAD marks a wording at the first place where its words stand, on the cover or in a heading, and so do these.
 */
final class FactPredictions {
    /** Facts that are less likely are not stated by the service. */
    static final double STATED = FactExtractor.STATED;

    private static final Map<FactType, String> LABELS = Map.of(
            FactType.TITLE, "Document Name",
            FactType.PARTY, "Parties",
            FactType.AGREEMENT_DATE, "Agreement Date",
            FactType.EFFECTIVE_DATE, "Effective Date",
            FactType.EXPIRATION_DATE, "Expiration Date");

    /** "This Supply Agreement" is marked in place of the headline in two of five contracts that have both. */
    private static final double HEADLINE = 0.62;

    private static final double NAMED_AGAIN = 0.4;
    /** Where the parties are called "Parties" is mostly marked too. */
    private static final double JOINT_NAME = 0.8;

    private final CuadReadings readings;
    private final FactExtractor facts;

    private FactPredictions(CuadReadings readings, FactExtractor facts) {
        this.readings = readings;
        this.facts = facts;
    }

    /**
     * Predictions with those for facts replaced.
     *
     * @param extractor finds the facts
     * @param readings the files
     */
    static List<PredictedSpan> replacedIn(
            List<PredictedSpan> predictions, FactExtractor extractor, CuadReadings readings, Set<String> files) {
        FactPredictions facts = new FactPredictions(readings, extractor);
        return Stream.concat(
                        predictions.stream().filter(found -> !CuadLabels.FACTS.contains(found.label())),
                        files.stream().flatMap(file -> facts.of(file).stream()))
                .toList();
    }

    private List<PredictedSpan> of(String file) {
        ContractReading reading = readings.read(file);
        Map<PredictedSpan, Double> scores = new LinkedHashMap<>();
        for (Candidate candidate : facts.candidates(reading)) {
            label(candidate).ifPresent(label -> {
                for (int i = 0; i < candidate.citations().size(); i++) {
                    Span span = first(candidate.citations().get(i), reading.text());
                    scores.merge(
                            new PredictedSpan(file, label, span.start(), span.end(), 0),
                            candidate.confidence() * share(candidate, label, i),
                            Math::max);
                }
            });
        }
        List<PredictedSpan> spans = new ArrayList<>();
        scores.forEach((span, score) -> {
            if (score > 0) {
                spans.add(new PredictedSpan(span.file(), span.label(), span.start(), span.end(), score));
            }
        });
        return spans;
    }

    private static Optional<String> label(Candidate candidate) {
        return candidate.content() instanceof ContractFact fact
                ? Optional.ofNullable(LABELS.get(fact.fact()))
                : Optional.empty();
    }

    /** How often CUAD marks a citation of a fact that is right. Of a computed fact it marks what states it. */
    private static double share(Candidate candidate, String label, int citation) {
        boolean main = citation == 0;
        return switch (label) {
            case "Parties" ->
                main || candidate.citations().get(citation).role() == CitationRole.DEFINITION ? 1 : JOINT_NAME;
            case "Document Name" -> candidate.citations().size() == 1 ? 1 : main ? HEADLINE : NAMED_AGAIN;
            default -> main ? 1 : 0;
        };
    }

    /** CUAD gives words with single spaces between them, and so marks the place that has them like that, if one does. */
    private static Span first(Citation citation, StoredText text) {
        String plain = citation.quote().replaceAll("\\s+", " ");
        int tidy = text.value().indexOf(plain);
        int at = tidy < 0 ? text.value().indexOf(citation.quote()) : tidy;
        return text.spanOfUtf16(at, at + (tidy < 0 ? citation.quote() : plain).length());
    }
}
