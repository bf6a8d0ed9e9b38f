package io.recital.models.inference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Scores the passages that a first search found, once more and together: by meaning, by words, and by how much they are
 * like the best of them. Takes well under a millisecond for fifty.
 */
public final class Reranker {
    /** What all words of the question, as often as it helps, are worth beside a cosine. */
    private static final double WORDS = 0.4;
    /** So many of the best speak for what the question means. */
    private static final int SPEAKERS = 3;
    /** What likeness to them is worth beside a cosine. */
    private static final double LIKENESS = 0.5;

    private Reranker() {}

    /**
     * A score for each passage, in their order; higher is better. Comparable within one question only.
     *
     * @param similarities cosine of each passage's vector and the question's, best that of {@link QuestionProjection}
     * @param words how much of the question's words each passage holds, rare words weighing more: 0 to 1
     * @param passages the passages' vectors, of length 1
     */
    public static List<Double> scores(List<Double> similarities, List<Double> words, List<float[]> passages) {
        if (similarities.size() != passages.size() || words.size() != passages.size()) {
            throw new IllegalArgumentException("Each passage needs a similarity and a weight of words");
        }
        List<Double> first = new ArrayList<>();
        for (int i = 0; i < passages.size(); i++) {
            first.add(similarities.get(i) + WORDS * words.get(i));
        }
        float[] heart = heart(first, passages);
        List<Double> scores = new ArrayList<>();
        for (int i = 0; i < passages.size(); i++) {
            scores.add(first.get(i) + LIKENESS * dot(heart, passages.get(i)));
        }
        return scores;
    }

    /** The middle of the best passages, of length 1. */
    private static float[] heart(List<Double> first, List<float[]> passages) {
        float[] sum = new float[Encoder.DIMENSION];
        IntStream.range(0, first.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> first.get(i)).reversed())
                .limit(SPEAKERS)
                .forEach(i -> add(sum, passages.get(i)));
        float length = (float) Math.sqrt(dot(sum, sum));
        for (int i = 0; i < sum.length && length > 0; i++) {
            sum[i] /= length;
        }
        return sum;
    }

    private static void add(float[] sum, float[] vector) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += vector[i];
        }
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
