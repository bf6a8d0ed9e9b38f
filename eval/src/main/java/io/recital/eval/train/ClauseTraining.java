package io.recital.eval.train;

import io.recital.eval.clauses.ClausePredictions;
import io.recital.eval.clauses.Company;
import io.recital.eval.clauses.CuadFolder;
import io.recital.eval.clauses.CuadReadings;
import io.recital.eval.clauses.GoldSpan;
import io.recital.eval.clauses.PredictedSpan;
import io.recital.eval.clauses.Scores;
import io.recital.eval.clauses.StrictMatching;
import io.recital.extraction.onnx.ClauseClassifier;
import io.recital.extraction.onnx.ModelCard;
import io.recital.extraction.onnx.ModelCard.Calibration;
import io.recital.extraction.onnx.ModelCard.LabelCard;
import io.recital.extraction.onnx.WordFeatures;
import io.recital.models.evidence.StoredText;
import io.recital.models.finding.CuadLabels;
import io.recital.models.inference.BertTokenizer;
import io.recital.models.inference.EncoderModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains the clause classifier by company folds: folds 2 to 4 teach it, fold 1 calibrates it and sets the thresholds, and
 * fold 0 only gives the held-out figures.
 */
final class ClauseTraining {
    private static final Logger LOG = LoggerFactory.getLogger(ClauseTraining.class);
    private static final EncoderModel BASE = EncoderModel.BGE_SMALL_EN_V15;
    private static final int HELD_OUT = 0;
    private static final int THRESHOLDS = 1;
    private static final Set<Integer> UNTAUGHT = Set.of(HELD_OUT, THRESHOLDS);
    private static final List<Set<Integer>> LEFT_OUT = List.of(Set.of(2, 3), Set.of(4, HELD_OUT), UNTAUGHT);

    private final CuadFolder folder;
    private final CuadReadings readings;
    private final NetworkSettings settings;
    private final Path checkpoints;
    private final List<LabelledContract> contracts;

    /** @param checkpoints folder of the trainings' states, so that one that was stopped can go on */
    ClauseTraining(CuadFolder folder, CuadReadings readings, NetworkSettings settings, Path checkpoints) {
        this.folder = folder;
        this.readings = readings;
        this.settings = settings;
        this.checkpoints = checkpoints;
        Map<String, List<GoldSpan>> gold = folder.spans().stream().collect(Collectors.groupingBy(GoldSpan::file));
        try (BertTokenizer tokenizer = BertTokenizer.ofResource(BASE.tokenizer())) {
            this.contracts = folder.contracts().entrySet().stream()
                    .map(contract -> LabelledContract.of(
                            contract.getKey(),
                            contract.getValue(),
                            gold.getOrDefault(contract.getKey(), List.of()),
                            CuadLabels.ALL,
                            tokenizer))
                    .toList();
        }
    }

    /** The classifier that ships, with its thresholds and held-out figures. */
    TrainedClassifier run() {
        return measured(trainWithout(UNTAUGHT));
    }

    /** A network with its calibrations, thresholds and held-out figures. */
    TrainedClassifier measured(byte[] graph) {
        Map<String, Calibration> calibrations = calibrations(graph, THRESHOLDS);
        Scores forThresholds = strict(predictions(graph, THRESHOLDS, calibrations), THRESHOLDS);
        Scores heldOut = strict(predictions(graph, HELD_OUT, calibrations), HELD_OUT);
        return new TrainedClassifier(
                graph,
                card(new LabelThresholds(forThresholds).cards(gold(ClauseTraining::isTaught), heldOut, calibrations)),
                heldOut.curve(),
                heldOut.of(label -> !CuadLabels.FACTS.contains(label)).curve(),
                contracts(HELD_OUT).size());
    }

    /**
     * What networks say about each fold that were trained without it. Two folds are left out at a time, as of the classifier
     * that ships, and each is measured as the other calibrates it: three trainings measure all five folds.
     */
    List<PredictedSpan> outOfFold() {
        List<PredictedSpan> predictions = new ArrayList<>();
        Set<Integer> measured = new TreeSet<>();
        for (Set<Integer> without : LEFT_OUT) {
            byte[] graph = trainWithout(without);
            for (int fold : without) {
                if (measured.add(fold)) {
                    int other = without.stream()
                            .filter(each -> each != fold)
                            .findFirst()
                            .orElseThrow();
                    predictions.addAll(predictions(graph, fold, calibrations(graph, other)));
                }
            }
        }
        return predictions;
    }

    private Map<String, Calibration> calibrations(byte[] graph, int fold) {
        return LabelCalibrations.of(predictions(graph, fold, Map.of()), gold(own -> own == fold), readings::levers);
    }

    private byte[] trainWithout(Set<Integer> folds) {
        String name = folds.stream().sorted().map(String::valueOf).collect(Collectors.joining("-", "without-", ""));
        LOG.info("Training {}", name);
        List<LabelledContract> taught = contracts.stream()
                .filter(contract -> !folds.contains(contract.fold()))
                .toList();
        NetworkWeights weights = NetworkWeights.of(
                OnnxWeights.ofResource(BASE.weights()),
                settings.layers(),
                settings.fixedLayers(),
                2 * CuadLabels.ALL.size(),
                new Random(settings.seed()));
        Checkpoint checkpoint = new Checkpoint(
                checkpoints.resolve(name + ".checkpoint"),
                settings + ", "
                        + taught.stream().map(LabelledContract::file).toList().hashCode());
        new NetworkTrainer(weights, settings, checkpoint).train(taught);
        return NetworkExport.toOnnx(weights, WordWeights.train(taught, CuadLabels.ALL.size(), settings.seed()));
    }

    private Map<String, StoredText> contracts(int fold) {
        Map<String, StoredText> contracts = new TreeMap<>(folder.contracts());
        contracts.keySet().removeIf(file -> Company.fold(Company.of(file)) != fold);
        return contracts;
    }

    private List<PredictedSpan> predictions(byte[] graph, int fold, Map<String, Calibration> calibrations) {
        ModelCard card = card(LabelThresholds.unknown(calibrations));
        try (ClauseClassifier classifier = new ClauseClassifier(graph, card)) {
            return ClausePredictions.of(contracts(fold), classifier, readings::levers);
        }
    }

    private Scores strict(List<PredictedSpan> predictions, int fold) {
        return Scores.of(new StrictMatching(), predictions, gold(own -> own == fold));
    }

    private List<GoldSpan> gold(IntPredicate folds) {
        return folder.spans().stream()
                .filter(span -> folds.test(Company.fold(Company.of(span.file()))))
                .toList();
    }

    private static boolean isTaught(int fold) {
        return !UNTAUGHT.contains(fold);
    }

    private ModelCard card(List<LabelCard> labels) {
        List<String> companies = contracts.stream()
                .filter(contract -> contract.fold() != HELD_OUT)
                .map(LabelledContract::company)
                .distinct()
                .sorted()
                .toList();
        return new ModelCard(
                "onnx-clause-labels",
                "2",
                "CUAD v1 by The Atticus Project, CC BY 4.0",
                BASE.id(),
                WordFeatures.VERSION,
                settings.seed(),
                companies,
                labels);
    }
}
