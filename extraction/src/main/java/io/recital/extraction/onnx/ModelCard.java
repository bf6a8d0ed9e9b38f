package io.recital.extraction.onnx;

import java.util.List;

/**
 * Where trained weights come from and how to use them; shipped beside them as {@code model-card.json}.
 *
 * @param version stamped on findings
 * @param data what they were trained on, with attribution
 * @param base the encoder that training began with
 * @param words version of the word features that they expect
 * @param trainedOn companies whose contracts they have seen
 * @param labels in the order of the network's outputs
 */
public record ModelCard(
        String name,
        String version,
        String data,
        String base,
        String words,
        long seed,
        List<String> trainedOn,
        List<LabelCard> labels) {
    /**
     * One label.
     *
     * @param threshold score from which it is found
     * @param doubtful score from which it is unsure
     * @param spans labelled spans in the training contracts
     * @param heldOut labelled spans in the held-out contracts
     * @param area area under the strict precision-recall curve on the held-out contracts, 0 where they have no span
     * @param calibration what the network's score is taken for
     */
    public record LabelCard(
            String label,
            double threshold,
            double doubtful,
            int spans,
            int heldOut,
            double area,
            Calibration calibration) {}

    /**
     * How the network's score of a label becomes a probability.
     *
     * @param scale of its log odds, about {@link #MIDDLE}
     * @param shift of its log odds
     * @param lever added to its log odds where the rules find the lever that the label is about
     */
    public record Calibration(double scale, double shift, double lever) {
        /** Takes the score as it is. */
        public static final Calibration NONE = new Calibration(1, 0, 0);

        /** The log odds that the scale leaves alone: those of scores that matter are about them. */
        public static final double MIDDLE = -4;

        private static final double LEAST = 1e-5;

        /** A probability for the log odds of a score. */
        public double judge(double logOdds, boolean hasLever) {
            double odds = MIDDLE + scale * (logOdds - MIDDLE) + shift + (hasLever ? lever : 0);
            return 1 / (1 + Math.exp(-odds));
        }

        /** The log odds of a probability; of one very near 0 or 1 no more than finite. */
        public static double logOdds(double probability) {
            double inside = Math.min(1 - LEAST, Math.max(LEAST, probability));
            return Math.log(inside / (1 - inside));
        }
    }

    public ModelCard {
        trainedOn = List.copyOf(trainedOn);
        labels = List.copyOf(labels);
    }
}
