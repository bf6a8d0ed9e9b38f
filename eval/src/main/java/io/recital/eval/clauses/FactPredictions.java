package io.recital.eval.clauses;

import io.recital.eval.EvalException;
import io.recital.extraction.rules.fact.FactExtractor;
import io.recital.ingestion.document.FileParser;
import io.recital.ingestion.document.ParseOutcome;
import io.recital.ingestion.segment.Segmenter;
import io.recital.models.contract.ContractReading;
import io.recital.models.contract.TenantRole;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Span;
import io.recital.models.evidence.StoredText;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.CuadLabels;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.FactType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

    private final Path texts;
    private final Segmenter segmenter = new Segmenter();
    private final FactExtractor facts = new FactExtractor();

    private FactPredictions(Path texts) {
        this.texts = texts;
    }

    /**
     * Predictions with those for facts replaced.
     *
     * @param texts the folder of the files
     */
    static List<PredictedSpan> replacedIn(List<PredictedSpan> predictions, Path texts, Set<String> files) {
        FactPredictions facts = new FactPredictions(texts);
        return Stream.concat(
                        predictions.stream().filter(found -> !CuadLabels.FACTS.contains(found.label())),
                        files.stream().flatMap(file -> facts.of(file).stream()))
                .toList();
    }

    private List<PredictedSpan> of(String file) {
        ContractReading reading = reading(file);
        Map<PredictedSpan, Double> scores = new LinkedHashMap<>();
        for (Candidate candidate : facts.candidates(reading)) {
            label(candidate).ifPresent(label -> {
                for (Citation citation : marked(candidate, label)) {
                    Span span = first(citation, reading.text());
                    scores.merge(
                            new PredictedSpan(file, label, span.start(), span.end(), 0),
                            candidate.confidence(),
                            Math::max);
                }
            });
        }
        List<PredictedSpan> spans = new ArrayList<>();
        scores.forEach((span, score) ->
                spans.add(new PredictedSpan(span.file(), span.label(), span.start(), span.end(), score)));
        return spans;
    }

    private static Optional<String> label(Candidate candidate) {
        return candidate.content() instanceof ContractFact fact
                ? Optional.ofNullable(LABELS.get(fact.fact()))
                : Optional.empty();
    }

    /** The name and each alias of a party; of other facts, the words that state it and not those that it is computed from. */
    private static List<Citation> marked(Candidate candidate, String label) {
        return label.equals("Parties")
                ? candidate.citations()
                : candidate.citations().subList(0, 1);
    }

    private static Span first(Citation citation, StoredText text) {
        int at = text.value().indexOf(citation.quote());
        return text.spanOfUtf16(at, at + citation.quote().length());
    }

    private ContractReading reading(String file) {
        if (!(new FileParser().parse(texts.resolve(file), file) instanceof ParseOutcome.Parsed parsed)) {
            throw new EvalException(file + " cannot be parsed");
        }
        UUID id = UUID.nameUUIDFromBytes(file.getBytes(StandardCharsets.UTF_8));
        return new ContractReading(
                id, id, file, TenantRole.UNKNOWN, parsed.document(), segmenter.segment(id, parsed.document()));
    }
}
