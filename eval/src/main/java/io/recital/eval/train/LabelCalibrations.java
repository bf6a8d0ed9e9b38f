package io.recital.eval.train;

import io.recital.eval.clauses.GoldSpan;
import io.recital.eval.clauses.Outcome;
import io.recital.eval.clauses.PredictedSpan;
import io.recital.eval.clauses.StrictMatching;
import io.recital.extraction.onnx.ModelCard.Calibration;
import io.recital.extraction.onnx.StatedLevers;
import io.recital.models.evidence.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Learns by label how scores become probabilities, and how much a lever that the rules find adds: a logistic regression
 * that is held near the score as it is, since few spans of a label may be there.
 */
final class LabelCalibrations {
    private static final int SWEEPS = 200;
    /** How firmly scale, shift and lever are held where they begin. */
    private static final double[] HELD = {20, 2, 0.5};

    private record Case(double logOdds, boolean lever, boolean right) {}

    private LabelCalibrations() {}

    /**
     * The calibration of each label that has a prediction.
     *
     * @param predictions with scores as the network gives them
     * @param levers what the rules find in a file
     */
    static Map<String, Calibration> of(
            List<PredictedSpan> predictions, List<GoldSpan> gold, Function<String, StatedLevers> levers) {
        Map<String, StatedLevers> byFile = predictions.stream()
                .map(PredictedSpan::file)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), levers));
        return predictions.stream().collect(Collectors.groupingBy(PredictedSpan::label)).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        label ->
                                fit(label.getValue().stream()
                                        .collect(Collectors.groupingBy(PredictedSpan::file))
                                        .entrySet()
                                        .stream()
                                        .flatMap(file ->
                                                cases(file.getValue(), label.getKey(), file.getKey(), gold, byFile)
                                                        .stream())
                                        .toList())));
    }

    private static List<Case> cases(
            List<PredictedSpan> predictions,
            String label,
            String file,
            List<GoldSpan> gold,
            Map<String, StatedLevers> levers) {
        List<PredictedSpan> falling = predictions.stream()
                .sorted(Comparator.comparingDouble(PredictedSpan::score)
                        .reversed()
                        .thenComparing(PredictedSpan::start))
                .toList();
        List<Outcome> outcomes = new StrictMatching()
                .outcomes(
                        falling,
                        gold.stream()
                                .filter(span ->
                                        span.file().equals(file) && span.label().equals(label))
                                .toList());
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < falling.size(); i++) {
            PredictedSpan span = falling.get(i);
            boolean lever =
                    levers.getOrDefault(file, StatedLevers.NONE).bear(label, new Span(span.start(), span.end()));
            cases.add(new Case(
                    Calibration.logOdds(span.score()), lever, outcomes.get(i).matched() > 0));
        }
        return cases;
    }

    /** Newton's step for one weight after the other: the loss is convex, and there are three. */
    private static Calibration fit(List<Case> cases) {
        double[] moved = new double[HELD.length];
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int weight = 0; weight < moved.length; weight++) {
                double slope = HELD[weight] * moved[weight];
                double bend = HELD[weight];
                for (Case each : cases) {
                    double input = input(each, weight);
                    double probability = calibration(moved).judge(each.logOdds(), each.lever());
                    slope += (probability - (each.right() ? 1 : 0)) * input;
                    bend += probability * (1 - probability) * input * input;
                }
                moved[weight] -= slope / bend;
            }
        }
        return calibration(moved);
    }

    private static double input(Case each, int weight) {
        return switch (weight) {
            case 0 -> each.logOdds() - Calibration.MIDDLE;
            case 1 -> 1;
            default -> each.lever() ? 1 : 0;
        };
    }

    private static Calibration calibration(double[] moved) {
        return new Calibration(rounded(1 + moved[0]), rounded(moved[1]), rounded(moved[2]));
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000_000) / 1_000_000.0;
    }
}
