package io.recital.eval.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.recital.extraction.onnx.SentenceWindow;
import java.util.Arrays;
import java.util.List;

/** Windows of several contracts with what their sentences teach, padded to one length, as tensors. */
final class WindowBatch {
    /** A window and whose it is. */
    record Item(LabelledContract contract, SentenceWindow window) {}

    /** Far below any score, so that padding takes no part in attention. */
    private static final float NOWHERE = -1e4f;

    private final List<Item> items;
    private final int width;
    private final int sentences;

    WindowBatch(List<Item> items) {
        this.items = List.copyOf(items);
        this.width =
                items.stream().mapToInt(item -> item.window().length()).max().orElseThrow();
        this.sentences = items.stream().mapToInt(item -> item.window().size()).sum();
    }

    int rows() {
        return items.size();
    }

    int width() {
        return width;
    }

    int sentences() {
        return sentences;
    }

    /** Token ids: rows × width. */
    NDArray ids(NDManager manager) {
        long[] ids = new long[rows() * width];
        for (int row = 0; row < rows(); row++) {
            long[] own = items.get(row).window().ids();
            System.arraycopy(own, 0, ids, row * width, own.length);
        }
        return manager.create(ids, new Shape(rows(), width));
    }

    /** What is added to attention scores: rows × 1 × 1 × width. */
    NDArray mask(NDManager manager) {
        float[] mask = new float[rows() * width];
        for (int row = 0; row < rows(); row++) {
            Arrays.fill(mask, row * width + items.get(row).window().length(), (row + 1) * width, NOWHERE);
        }
        return manager.create(mask, new Shape(rows(), 1, 1, width));
    }

    /** What averages the tokens of each sentence: sentences × (rows · width). */
    NDArray shares(NDManager manager) {
        float[] shares = new float[sentences * rows() * width];
        int sentence = 0;
        for (int row = 0; row < rows(); row++) {
            SentenceWindow window = items.get(row).window();
            for (int i = 0; i < window.size(); i++) {
                window.copyShares(i, shares, sentence * rows() * width + row * width);
                sentence++;
            }
        }
        return manager.create(shares, new Shape(sentences, (long) rows() * width));
    }

    /** 1 where a sentence bears or continues a label: sentences × 2 labels. */
    NDArray targets(NDManager manager, int labels) {
        float[] targets = new float[sentences * 2 * labels];
        fill(targets, labels, true);
        return manager.create(targets, new Shape(sentences, 2L * labels));
    }

    /** How much each target counts: sentences × 2 labels. */
    NDArray weights(NDManager manager, int labels) {
        float[] weights = new float[sentences * 2 * labels];
        fill(weights, labels, false);
        return manager.create(weights, new Shape(sentences, 2L * labels));
    }

    private void fill(float[] values, int labels, boolean targets) {
        int row = 0;
        for (Item item : items) {
            for (int i = 0; i < item.window().size(); i++) {
                LabelledSentence sentence =
                        item.contract().sentences().get(item.window().first() + i);
                for (int label = 0; label < labels; label++) {
                    int at = row * 2 * labels + label;
                    values[at] = targets ? flag(sentence.bears(label)) : flag(!sentence.isUnclear(label));
                    values[at + labels] = targets ? flag(sentence.continues(label)) : flag(sentence.bears(label));
                }
                row++;
            }
        }
    }

    private static float flag(boolean value) {
        return value ? 1 : 0;
    }
}
