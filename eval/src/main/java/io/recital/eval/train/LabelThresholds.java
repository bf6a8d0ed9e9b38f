package io.recital.eval.train;

import io.recital.eval.clauses.GoldSpan;
import io.recital.eval.clauses.Scores;
import io.recital.extraction.onnx.ModelCard.Calibration;
import io.recital.extraction.onnx.ModelCard.LabelCard;
import io.recital.models.finding.CuadLabels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The score from which each label is taken as found: where its F1 was highest on contracts kept for that. */
final class LabelThresholds {
    /** A label with fewer spans there takes the threshold of all labels together. */
    private static final int FEW = 12;
    /** No label is found on a lower probability, whatever its F1. */
    private static final double LEAST = 0.1;
    /** From this part of its threshold on a label is unsure. */
    private static final double DOUBTFUL = 0.4;

    private final double common;
    private final Map<String, Scores> byLabel;

    LabelThresholds(Scores scores) {
        this.common = scores.bestThreshold().orElse(0.5);
        this.byLabel = scores.byLabel();
    }

    /** Labels of a network whose thresholds are still to be found. */
    static List<LabelCard> unknown(Map<String, Calibration> calibrations) {
        return CuadLabels.ALL.stream()
                .map(label ->
                        new LabelCard(label, 0.5, 0.5, 0, 0, 0, calibrations.getOrDefault(label, Calibration.NONE)))
                .toList();
    }

    /**
     * The cards of all labels.
     *
     * @param taught the spans that the classifier was trained on
     * @param heldOut what was measured on contracts held out
     */
    List<LabelCard> cards(List<GoldSpan> taught, Scores heldOut, Map<String, Calibration> calibrations) {
        Map<String, Long> spans =
                taught.stream().collect(Collectors.groupingBy(GoldSpan::label, Collectors.counting()));
        Map<String, Scores> measured = heldOut.byLabel();
        List<LabelCard> cards = new ArrayList<>();
        for (String label : CuadLabels.ALL) {
            double threshold = threshold(label);
            Scores held = measured.get(label);
            cards.add(new LabelCard(
                    label,
                    rounded(threshold),
                    rounded(threshold * DOUBTFUL),
                    spans.getOrDefault(label, 0L).intValue(),
                    held == null ? 0 : held.gold(),
                    held == null ? 0 : rounded(held.curve().area()),
                    calibrations.getOrDefault(label, Calibration.NONE)));
        }
        return cards;
    }

    private double threshold(String label) {
        Scores own = byLabel.get(label);
        if (own == null || own.gold() < FEW) {
            return Math.max(LEAST, common);
        }
        return Math.max(LEAST, own.bestThreshold().orElse(common));
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
