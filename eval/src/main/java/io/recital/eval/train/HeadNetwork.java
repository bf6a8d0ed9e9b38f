package io.recital.eval.train;

import io.recital.extraction.onnx.SentenceInput;
import io.recital.extraction.onnx.WordFeatures;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * The head's weights and what it computes: {@code dense → hidden (ReLU) → labels}, plus a linear term per word feature.
 *
 * <p>Matrices are flat, a row per input: {@code first[i * hidden + h]}, {@code second[h * labels + l]},
 * {@code words[bucket * labels + l]}.
 */
final class HeadNetwork {
    final int hidden;
    final int labels;
    final float[] first;
    final float[] firstBias;
    final float[] second;
    final float[] bias;
    final float[] words;

    HeadNetwork(int hidden, int labels, Random random) {
        this.hidden = hidden;
        this.labels = labels;
        this.first = random(SentenceInput.DENSE * hidden, Math.sqrt(2.0 / SentenceInput.DENSE), random);
        this.firstBias = new float[hidden];
        this.second = random(hidden * labels, Math.sqrt(1.0 / hidden), random);
        this.bias = new float[labels];
        Arrays.fill(bias, -5);
        this.words = new float[(WordFeatures.BUCKETS + 1) * labels];
    }

    private HeadNetwork(List<HeadNetwork> members) {
        int own = members.get(0).hidden;
        int count = members.size();
        this.hidden = own * count;
        this.labels = members.get(0).labels;
        this.first = new float[SentenceInput.DENSE * hidden];
        this.firstBias = new float[hidden];
        this.second = new float[hidden * labels];
        this.bias = new float[labels];
        this.words = new float[members.get(0).words.length];
        for (int m = 0; m < count; m++) {
            HeadNetwork member = members.get(m);
            for (int i = 0; i < SentenceInput.DENSE; i++) {
                System.arraycopy(member.first, i * own, first, i * hidden + m * own, own);
            }
            System.arraycopy(member.firstBias, 0, firstBias, m * own, own);
            for (int i = 0; i < own * labels; i++) {
                second[m * own * labels + i] = member.second[i] / count;
            }
            addScaled(1f / count, member.bias, 0, bias, labels);
            addScaled(1f / count, member.words, 0, words, words.length);
        }
    }

    /** The network whose log odds are the average of the members'. */
    static HeadNetwork average(List<HeadNetwork> members) {
        return new HeadNetwork(members);
    }

    private static float[] random(int size, double deviation, Random random) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (random.nextGaussian() * deviation);
        }
        return values;
    }

    /** The hidden units for a dense input. */
    void hidden(float[] dense, float[] out) {
        System.arraycopy(firstBias, 0, out, 0, hidden);
        for (int i = 0; i < dense.length; i++) {
            addScaled(dense[i], first, i * hidden, out, hidden);
        }
        for (int h = 0; h < hidden; h++) {
            out[h] = Math.max(0, out[h]);
        }
    }

    /** The labels' log odds for hidden units and words. */
    void logits(float[] units, WordFeatures features, float[] out) {
        System.arraycopy(bias, 0, out, 0, labels);
        for (int h = 0; h < hidden; h++) {
            if (units[h] != 0) {
                addScaled(units[h], second, h * labels, out, labels);
            }
        }
        for (int k = 0; k < features.size(); k++) {
            addScaled(features.weight(k), words, features.bucket(k) * labels, out, labels);
        }
    }

    /** The labels' probabilities. */
    float[] score(SentenceInput input) {
        float[] dense = new float[SentenceInput.DENSE];
        float[] units = new float[hidden];
        float[] scores = new float[labels];
        input.copyDense(dense, 0);
        hidden(dense, units);
        logits(units, input.words(), scores);
        for (int l = 0; l < labels; l++) {
            scores[l] = sigmoid(scores[l]);
        }
        return scores;
    }

    static float sigmoid(float x) {
        return (float) (1 / (1 + Math.exp(-x)));
    }

    /** {@code out += factor * row}, the row beginning at an offset. */
    static void addScaled(float factor, float[] matrix, int offset, float[] out, int length) {
        for (int j = 0; j < length; j++) {
            out[j] += factor * matrix[offset + j];
        }
    }
}
