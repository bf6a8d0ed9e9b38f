package io.recital.eval.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The lowest layers of a BERT encoder, and a linear layer from the average of a sentence's tokens to its labels, on
 * PyTorch, so that gradients can be taken.
 */
final class SentenceNetwork implements AutoCloseable {
    private static final Shape ROW = new Shape(NetworkWeights.WIDTH);

    private final NDManager manager;
    private final int layers;
    private final float dropout;
    private final Map<String, NDArray> fixed = new LinkedHashMap<>();
    private final Map<String, NDArray> learned = new LinkedHashMap<>();

    SentenceNetwork(NetworkWeights weights, double dropout) {
        this.manager = NDManager.newBaseManager("PyTorch");
        this.layers = weights.layers();
        this.dropout = (float) dropout;
        weights.fixed().forEach((name, values) -> fixed.put(name, tensor(values, weights.columns(name))));
        weights.learned().forEach((name, values) -> {
            NDArray tensor = tensor(values, weights.columns(name));
            tensor.setRequiresGradient(true);
            learned.put(name, tensor);
        });
    }

    private NDArray tensor(float[] values, int columns) {
        int rows = values.length / columns;
        return manager.create(values, rows == 1 ? new Shape(columns) : new Shape(rows, columns));
    }

    NDManager manager() {
        return manager;
    }

    Map<String, NDArray> learned() {
        return learned;
    }

    private NDArray weight(String name) {
        NDArray weight = learned.getOrDefault(name, fixed.get(name));
        if (weight == null) {
            throw new IllegalArgumentException("The network has no weights " + name);
        }
        return weight;
    }

    /** Log odds: sentences × outputs. */
    NDArray logits(WindowBatch batch, NDManager step) {
        NDArray mask = batch.mask(step);
        NDArray states = dropped(normalised(embedded(batch, step), "norm"));
        for (int layer = 0; layer < layers; layer++) {
            String name = "layer." + layer + ".";
            NDArray attended = dense(attention(states, mask, batch, name), name + "attended");
            states = normalised(dropped(attended).add(states), name + "attended.norm");
            NDArray inner = dense(states, name + "inner").getNDArrayInternal().gelu();
            states = normalised(dropped(dense(inner, name + "outer")).add(states), name + "outer.norm");
        }
        return dense(dropped(batch.shares(step).matMul(states)), "labels");
    }

    /** Vectors of words, positions and kind: (rows · width) × {@link NetworkWeights#WIDTH}. */
    private NDArray embedded(WindowBatch batch, NDManager step) {
        NDArray places = step.arange(0, batch.width(), 1, DataType.INT64);
        NDArray positions = lookup(places, "positions").add(weight("kinds").get(0));
        return lookup(batch.ids(step), "words").add(positions.expandDims(0)).reshape(-1, NetworkWeights.WIDTH);
    }

    private NDArray lookup(NDArray ids, String table) {
        return ids.getNDArrayInternal()
                .embedding(ids, weight(table), SparseFormat.DENSE)
                .singletonOrThrow();
    }

    private NDArray attention(NDArray states, NDArray mask, WindowBatch batch, String name) {
        NDArray query = heads(dense(states, name + "query"), batch);
        NDArray key = heads(dense(states, name + "key"), batch);
        NDArray value = heads(dense(states, name + "value"), batch);
        double scale = Math.sqrt((double) NetworkWeights.WIDTH / NetworkWeights.HEADS);
        NDArray scores = query.div(scale).matMul(key.transpose(0, 1, 3, 2)).add(mask);
        return scores.softmax(-1).matMul(value).transpose(0, 2, 1, 3).reshape(-1, NetworkWeights.WIDTH);
    }

    private static NDArray heads(NDArray states, WindowBatch batch) {
        return states.reshape(
                        batch.rows(), batch.width(), NetworkWeights.HEADS, NetworkWeights.WIDTH / NetworkWeights.HEADS)
                .transpose(0, 2, 1, 3);
    }

    private NDArray dense(NDArray input, String name) {
        return input.matMul(weight(name + ".weight")).add(weight(name + ".bias"));
    }

    private NDArray normalised(NDArray input, String name) {
        NDList result = input.getNDArrayInternal()
                .layerNorm(input, ROW, weight(name + ".weight"), weight(name + ".bias"), NetworkWeights.EPSILON);
        return result.singletonOrThrow();
    }

    private NDArray dropped(NDArray input) {
        return input.getNDArrayInternal().dropout(input, dropout, true).singletonOrThrow();
    }

    @Override
    public void close() {
        manager.close();
    }
}
