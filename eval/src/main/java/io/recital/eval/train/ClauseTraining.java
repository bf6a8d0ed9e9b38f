package io.recital.eval.train;

import io.recital.eval.clauses.ClausePredictions;
import io.recital.eval.clauses.Company;
import io.recital.eval.clauses.CuadFolder;
import io.recital.eval.clauses.GoldSpan;
import io.recital.eval.clauses.PredictedSpan;
import io.recital.eval.clauses.Scores;
import io.recital.eval.clauses.StrictMatching;
import io.recital.extraction.onnx.ClauseClassifier;
import io.recital.extraction.onnx.ClauseHead;
import io.recital.extraction.onnx.ModelCard;
import io.recital.extraction.onnx.ModelCard.LabelCard;
import io.recital.extraction.onnx.WordFeatures;
import io.recital.models.evidence.StoredText;
import io.recital.models.finding.CuadLabels;
import io.recital.models.inference.TextEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains the clause head by company folds: a first head, trained without fold 1, sets the thresholds on fold 1; the head
 * that ships is trained on folds 1 to 4; fold 0 only gives the held-out figures.
 */
final class ClauseTraining {
    private static final Logger LOG = LoggerFactory.getLogger(ClauseTraining.class);
    private static final int HELD_OUT = 0;
    private static final int THRESHOLDS = 1;
    /** A label with fewer spans in the threshold fold takes the threshold of all labels together. */
    private static final int FEW = 12;
    /** No label is found on a lower probability, whatever its F1: names and dates would be found everywhere. */
    private static final double LEAST = 0.1;

    private final CuadFolder folder;
    private final TextEncoder encoder;
    private final HeadSettings settings;
    private final List<SampleSet> sets;

    ClauseTraining(CuadFolder folder, TextEncoder encoder, HeadSettings settings) {
        this.folder = folder;
        this.encoder = encoder;
        this.settings = settings;
        this.sets = SampleSet.of(folder, CuadLabels.ALL, encoder);
    }

    TrainedHead run() {
        LOG.info("Training without folds {} and {}, to set thresholds", HELD_OUT, THRESHOLDS);
        byte[] first = train(fold -> fold > THRESHOLDS);
        Scores forThresholds = scores(first, THRESHOLDS);
        LOG.info("Training without fold {}, to ship", HELD_OUT);
        byte[] shipped = train(fold -> fold != HELD_OUT);
        Scores heldOut = scores(shipped, HELD_OUT);
        Scores clauses = heldOut.of(label -> !CuadLabels.FACTS.contains(label));
        return new TrainedHead(
                shipped,
                card(labels(forThresholds, heldOut)),
                heldOut.curve(),
                clauses.curve(),
                contracts(HELD_OUT).size());
    }

    private byte[] train(IntPredicate folds) {
        List<Sample> samples = sets.stream()
                .filter(set -> folds.test(set.fold()))
                .flatMap(set -> set.samples().stream())
                .toList();
        return HeadExport.toOnnx(HeadTrainer.train(samples, CuadLabels.ALL.size(), settings));
    }

    private Map<String, StoredText> contracts(int fold) {
        Map<String, StoredText> contracts = new TreeMap<>(folder.contracts());
        contracts.keySet().removeIf(file -> Company.fold(Company.of(file)) != fold);
        return contracts;
    }

    private Scores scores(byte[] graph, int fold) {
        Map<String, StoredText> contracts = contracts(fold);
        List<GoldSpan> gold = folder.spans().stream()
                .filter(span -> contracts.containsKey(span.file()))
                .toList();
        try (ClauseHead head = new ClauseHead(graph, card(unknown()))) {
            List<PredictedSpan> predictions = ClausePredictions.of(contracts, new ClauseClassifier(encoder, head));
            return Scores.of(new StrictMatching(), predictions, gold);
        }
    }

    private static List<LabelCard> unknown() {
        return CuadLabels.ALL.stream()
                .map(label -> new LabelCard(label, 0.5, 0.5, 0, 0, 0))
                .toList();
    }

    private List<LabelCard> labels(Scores forThresholds, Scores heldOut) {
        double common = forThresholds.bestThreshold().orElse(0.5);
        Map<String, Scores> tuned = forThresholds.byLabel();
        Map<String, Scores> measured = heldOut.byLabel();
        List<LabelCard> labels = new ArrayList<>();
        for (String label : CuadLabels.ALL) {
            Scores own = tuned.get(label);
            double threshold = own == null || own.gold() < FEW
                    ? common
                    : own.bestThreshold().orElse(common);
            threshold = Math.max(LEAST, threshold);
            Scores held = measured.get(label);
            labels.add(new LabelCard(
                    label,
                    rounded(threshold),
                    rounded(threshold * 0.4),
                    trainingSpans(label),
                    held == null ? 0 : held.gold(),
                    held == null ? 0 : rounded(held.curve().area())));
        }
        return labels;
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }

    private int trainingSpans(String label) {
        return (int) folder.spans().stream()
                .filter(span -> span.label().equals(label))
                .filter(span -> Company.fold(Company.of(span.file())) != HELD_OUT)
                .count();
    }

    private ModelCard card(List<LabelCard> labels) {
        List<String> companies = sets.stream()
                .filter(set -> set.fold() != HELD_OUT)
                .map(SampleSet::company)
                .distinct()
                .sorted()
                .toList();
        return new ModelCard(
                "onnx-clause-labels",
                "1",
                "CUAD v1 by The Atticus Project, CC BY 4.0",
                encoder.modelId(),
                WordFeatures.VERSION,
                settings.seed(),
                companies,
                labels);
    }
}
