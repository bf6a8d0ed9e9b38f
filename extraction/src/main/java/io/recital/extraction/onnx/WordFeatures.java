package io.recital.extraction.onnx;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a sentence as a sparse vector: single words and pairs, hashed.
 *
 * <p>Weights are {@code 1 + ln(count)}, scaled to length 1. Training and extraction share this class; when it changes,
 * {@link #VERSION} does, and weights of another version are refused.
 */
public final class WordFeatures {
    /** Stamped into the model card. */
    public static final String VERSION = "words-1";

    /** Number of hash buckets; the index {@code BUCKETS} itself stands for "nothing" and pads rows. */
    public static final int BUCKETS = 1 << 16;

    private static final Pattern TOKEN = Pattern.compile("\\p{L}[\\p{L}'’-]*|\\d[\\d,.]*|[%$€£]");

    private final int[] buckets;
    private final float[] weights;

    private WordFeatures(int[] buckets, float[] weights) {
        this.buckets = buckets;
        this.weights = weights;
    }

    /** The features of a sentence. */
    public static WordFeatures of(String sentence) {
        Map<Integer, Integer> counts = new TreeMap<>();
        Matcher tokens = TOKEN.matcher(sentence.toLowerCase(Locale.ROOT));
        String previous = "^";
        while (tokens.find()) {
            String token = Character.isDigit(tokens.group().charAt(0)) ? "0" : tokens.group();
            counts.merge(bucket(token), 1, Integer::sum);
            counts.merge(bucket(previous + " " + token), 1, Integer::sum);
            previous = token;
        }
        return ofCounts(counts);
    }

    private static WordFeatures ofCounts(Map<Integer, Integer> counts) {
        int[] buckets = new int[counts.size()];
        float[] weights = new float[counts.size()];
        double squares = 0;
        int i = 0;
        for (Map.Entry<Integer, Integer> count : counts.entrySet()) {
            buckets[i] = count.getKey();
            weights[i] = (float) (1 + Math.log(count.getValue()));
            squares += weights[i] * weights[i];
            i++;
        }
        for (int j = 0; j < weights.length; j++) {
            weights[j] /= (float) Math.sqrt(squares);
        }
        return new WordFeatures(buckets, weights);
    }

    private static int bucket(String feature) {
        int hash = 0x811c9dc5;
        for (int i = 0; i < feature.length(); i++) {
            hash = (hash ^ feature.charAt(i)) * 0x01000193;
        }
        hash ^= hash >>> 15;
        return hash & (BUCKETS - 1);
    }

    /** Writes the buckets and weights into rows that begin at an offset. */
    void copyInto(long[] targetBuckets, float[] targetWeights, int offset) {
        for (int k = 0; k < buckets.length; k++) {
            targetBuckets[offset + k] = buckets[k];
        }
        System.arraycopy(weights, 0, targetWeights, offset, weights.length);
    }

    public int size() {
        return buckets.length;
    }

    /** The bucket of the feature at a position, 0 to {@link #BUCKETS} - 1. */
    public int bucket(int position) {
        return buckets[position];
    }

    public float weight(int position) {
        return weights[position];
    }
}
