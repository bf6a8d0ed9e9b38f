package io.recital.extraction.onnx;

import io.recital.models.inference.Encoder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * What the trained head sees of a sentence: its vector, its neighbours' vectors, its words, and where it stands.
 *
 * <p>Training and extraction build it here, so that both see the same.
 */
public final class SentenceInput {
    /** Length of the dense part. */
    public static final int DENSE = 3 * Encoder.DIMENSION + 4;

    private static final float[] NOTHING = new float[Encoder.DIMENSION];
    /** bge's vectors have length 1, their components about 0.05; the head learns better from larger ones. */
    private static final float SCALE = 8;

    private final float[] previous;
    private final float[] current;
    private final float[] next;
    private final WordFeatures words;
    private final float[] place;

    private SentenceInput(float[] previous, float[] current, float[] next, WordFeatures words, float[] place) {
        this.previous = previous;
        this.current = current;
        this.next = next;
        this.words = words;
        this.place = place;
    }

    /**
     * The inputs for a document's sentences.
     *
     * @param sentences all of them, in text order
     * @param vectors the encoder's vector of each
     */
    public static List<SentenceInput> of(List<String> sentences, List<float[]> vectors) {
        List<SentenceInput> inputs = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            inputs.add(of(sentences, i, vectors::get));
        }
        return inputs;
    }

    /**
     * The input for one of a document's sentences.
     *
     * @param vectors gives the vector of this sentence and of its two neighbours
     */
    static SentenceInput of(List<String> sentences, int index, IntFunction<float[]> vectors) {
        String sentence = sentences.get(index);
        int last = sentences.size() - 1;
        float[] place = {
            last == 0 ? 0 : (float) index / last,
            index < 20 ? 1 - index / 20f : 0,
            (float) Math.log1p(sentence.length()) / 6,
            (float) Math.log1p(last) / 6
        };
        return new SentenceInput(
                index == 0 ? NOTHING : vectors.apply(index - 1),
                vectors.apply(index),
                index == last ? NOTHING : vectors.apply(index + 1),
                WordFeatures.of(sentence),
                place);
    }

    public WordFeatures words() {
        return words;
    }

    /** Writes the dense part, {@link #DENSE} numbers, into a row. */
    public void copyDense(float[] target, int offset) {
        copyScaled(current, target, offset);
        copyScaled(previous, target, offset + Encoder.DIMENSION);
        copyScaled(next, target, offset + 2 * Encoder.DIMENSION);
        System.arraycopy(place, 0, target, offset + 3 * Encoder.DIMENSION, place.length);
    }

    private static void copyScaled(float[] vector, float[] target, int offset) {
        for (int i = 0; i < vector.length; i++) {
            target[offset + i] = SCALE * vector[i];
        }
    }
}
