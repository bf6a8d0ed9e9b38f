package io.recital.eval.train;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The weights of a sentence network by name, row after row: what training reads and moves, and what export writes.
 *
 * <p>A layer's names begin with {@code layer.N.}; a multiplication by {@code x.weight} has a row per input.
 */
final class NetworkWeights {
    static final int WIDTH = 384;
    static final int HEADS = 12;
    static final int INNER = 1536;
    static final float EPSILON = 1e-12f;

    private static final double START_BIAS = -5;

    private final int layers;
    private final int outputs;
    private final Map<String, float[]> fixed = new LinkedHashMap<>();
    private final Map<String, float[]> learned = new LinkedHashMap<>();

    private NetworkWeights(int layers, int outputs) {
        this.layers = layers;
        this.outputs = outputs;
    }

    /**
     * The lowest layers of an encoder, and a new last layer.
     *
     * @param fixedLayers how many of them stay as they are
     */
    static NetworkWeights of(OnnxWeights encoder, int layers, int fixedLayers, int outputs, Random random) {
        NetworkWeights weights = new NetworkWeights(layers, outputs);
        weights.fixed.put("words", encoder.named("embeddings.word_embeddings.weight"));
        weights.fixed.put("positions", encoder.named("embeddings.position_embeddings.weight"));
        weights.fixed.put("kinds", encoder.named("embeddings.token_type_embeddings.weight"));
        takeNorm(weights.fixed, encoder, "embeddings.LayerNorm", "norm");
        for (int layer = 0; layer < layers; layer++) {
            takeLayer(layer < fixedLayers ? weights.fixed : weights.learned, encoder, layer);
        }
        float[] last = new float[WIDTH * outputs];
        for (int i = 0; i < last.length; i++) {
            last[i] = (float) (random.nextGaussian() * 0.02);
        }
        float[] bias = new float[outputs];
        Arrays.fill(bias, (float) START_BIAS);
        weights.learned.put("labels.weight", last);
        weights.learned.put("labels.bias", bias);
        return weights;
    }

    private static void takeLayer(Map<String, float[]> target, OnnxWeights encoder, int layer) {
        String from = "encoder.layer." + layer + ".";
        String to = "layer." + layer + ".";
        String operators = "/encoder/layer." + layer + "/";
        for (String part : List.of("query", "key", "value")) {
            target.put(to + part + ".weight", encoder.factorOf(operators + "attention/self/" + part + "/MatMul"));
            target.put(to + part + ".bias", encoder.named(from + "attention.self." + part + ".bias"));
        }
        target.put(to + "attended.weight", encoder.factorOf(operators + "attention/output/dense/MatMul"));
        target.put(to + "attended.bias", encoder.named(from + "attention.output.dense.bias"));
        takeNorm(target, encoder, from + "attention.output.LayerNorm", to + "attended.norm");
        target.put(to + "inner.weight", encoder.factorOf(operators + "intermediate/dense/MatMul"));
        target.put(to + "inner.bias", encoder.named(from + "intermediate.dense.bias"));
        target.put(to + "outer.weight", encoder.factorOf(operators + "output/dense/MatMul"));
        target.put(to + "outer.bias", encoder.named(from + "output.dense.bias"));
        takeNorm(target, encoder, from + "output.LayerNorm", to + "outer.norm");
    }

    private static void takeNorm(Map<String, float[]> target, OnnxWeights encoder, String from, String to) {
        target.put(to + ".weight", encoder.named(from + ".weight"));
        target.put(to + ".bias", encoder.named(from + ".bias"));
    }

    int layers() {
        return layers;
    }

    int outputs() {
        return outputs;
    }

    /** What training leaves as it is. */
    Map<String, float[]> fixed() {
        return fixed;
    }

    /** What training moves. */
    Map<String, float[]> learned() {
        return learned;
    }

    /** One block, learned or fixed. */
    float[] block(String name) {
        float[] values = learned.getOrDefault(name, fixed.get(name));
        if (values == null) {
            throw new IllegalArgumentException("The network has no weights " + name);
        }
        return values;
    }

    /** Columns of the matrix of that name. */
    int columns(String name) {
        if (name.equals("labels.weight") || name.equals("labels.bias")) {
            return outputs;
        }
        return name.endsWith("inner.weight") || name.endsWith("inner.bias") ? INNER : WIDTH;
    }
}
