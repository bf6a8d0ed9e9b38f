package io.recital.extraction.cascade;

import io.recital.extraction.onnx.ClauseClassifier;
import io.recital.extraction.onnx.ClauseLabelExtractor;
import io.recital.extraction.rules.fact.FactExtractor;
import io.recital.extraction.rules.lever.LeverExtractor;
import io.recital.extraction.rules.measure.MeasureExtractor;
import io.recital.extraction.rules.milestone.MilestoneExtractor;
import io.recital.extraction.rules.obligation.ObligationExtractor;
import io.recital.extraction.rules.risk.RiskTermExtractor;
import io.recital.models.finding.Extractor;
import java.util.List;
import java.util.stream.Stream;

/** The extractors that work without a language model, put together once: what is measured is what is served. */
public final class OfflineExtractors {
    private OfflineExtractors() {}

    /** Those that need no weights. */
    public static List<Extractor> rules() {
        return rules(new FactExtractor(), new LeverExtractor());
    }

    private static List<Extractor> rules(FactExtractor facts, LeverExtractor levers) {
        return List.of(
                facts,
                new ObligationExtractor(),
                new MilestoneExtractor(),
                new MeasureExtractor(),
                levers,
                new RiskTermExtractor());
    }

    /** The one for facts: when a contract ends, the classifier judges too. */
    public static FactExtractor facts(ClauseClassifier classifier) {
        return new FactExtractor((sentences, asked) -> classifier.score(sentences, asked, "Expiration Date"));
    }

    /** All of them. */
    public static List<Extractor> with(ClauseClassifier classifier) {
        LeverExtractor levers = new LeverExtractor();
        return Stream.concat(
                        rules(facts(classifier), levers).stream(),
                        Stream.of(new ClauseLabelExtractor(classifier, levers)))
                .toList();
    }
}
