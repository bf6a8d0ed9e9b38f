package io.recital.extraction.onnx;

import static java.util.Objects.requireNonNull;

import io.recital.models.inference.InferenceException;
import io.recital.models.inference.OnnxModel;
import io.recital.models.inference.OnnxSettings;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/** The trained head that turns sentence inputs into a probability per label. */
public final class ClauseHead implements AutoCloseable {
    private static final String WEIGHTS = "io/recital/extraction/onnx/clause-head.onnx";
    private static final String CARD = "model-card.json";
    private static final int BATCH = 64;

    private final OnnxModel onnx;
    private final ModelCard card;

    /** A head from its graph and its card. */
    public ClauseHead(byte[] graph, ModelCard card) {
        this(OnnxModel.of("clause head", graph, OnnxSettings.FRUGAL), card);
    }

    private ClauseHead(OnnxModel onnx, ModelCard card) {
        this.onnx = onnx;
        this.card = requireNonNull(card, "card");
        if (!card.words().equals(WordFeatures.VERSION)) {
            onnx.close();
            throw new InferenceException(
                    InferenceException.Category.WEIGHTS,
                    "The clause head expects word features " + card.words() + "; train it again");
        }
    }

    /** The head that ships. */
    public static ClauseHead shipped() {
        return new ClauseHead(OnnxModel.ofResource(WEIGHTS, OnnxSettings.FRUGAL), shippedCard());
    }

    /** The card of the head that ships. */
    public static ModelCard shippedCard() {
        try (InputStream in = requireNonNull(ClauseHead.class.getResourceAsStream(CARD), CARD)) {
            return new ObjectMapper().readValue(in, ModelCard.class);
        } catch (IOException | JacksonException e) {
            throw new InferenceException(InferenceException.Category.WEIGHTS, "Cannot read " + CARD, e);
        }
    }

    public ModelCard card() {
        return card;
    }

    /** The same weights under another card, with other thresholds, say. Close only one of the two. */
    ClauseHead with(ModelCard other) {
        return new ClauseHead(onnx, other);
    }

    /** Per input the probability of each label, in the card's order. */
    public List<float[]> score(List<SentenceInput> inputs) {
        List<float[]> scores = new ArrayList<>();
        for (int from = 0; from < inputs.size(); from += BATCH) {
            scoreBatch(inputs.subList(from, Math.min(inputs.size(), from + BATCH)), scores);
        }
        return scores;
    }

    private void scoreBatch(List<SentenceInput> batch, List<float[]> scores) {
        int rows = batch.size();
        int width =
                Math.max(1, batch.stream().mapToInt(i -> i.words().size()).max().orElse(1));
        float[] dense = new float[rows * SentenceInput.DENSE];
        long[] buckets = new long[rows * width];
        float[] weights = new float[rows * width];
        Arrays.fill(buckets, WordFeatures.BUCKETS);
        for (int row = 0; row < rows; row++) {
            batch.get(row).copyDense(dense, row * SentenceInput.DENSE);
            WordFeatures words = batch.get(row).words();
            for (int k = 0; k < words.size(); k++) {
                buckets[row * width + k] = words.bucket(k);
                weights[row * width + k] = words.weight(k);
            }
        }
        float[] out = onnx.run(rows, Map.of("buckets", buckets), Map.of("dense", dense, "weights", weights));
        int labels = card.labels().size();
        for (int row = 0; row < rows; row++) {
            scores.add(Arrays.copyOfRange(out, row * labels, (row + 1) * labels));
        }
    }

    @Override
    public void close() {
        onnx.close();
    }
}
