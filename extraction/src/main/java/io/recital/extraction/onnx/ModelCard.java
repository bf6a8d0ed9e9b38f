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
     */
    public record LabelCard(String label, double threshold, double doubtful, int spans, int heldOut, double area) {}

    public ModelCard {
        trainedOn = List.copyOf(trainedOn);
        labels = List.copyOf(labels);
    }
}
