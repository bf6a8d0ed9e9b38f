package io.recital.extraction.onnx;

import io.recital.models.inference.OnnxModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The trained graph: per sentence how probable each label is, in the card's order, then how probable that each goes on
 * from the sentence before.
 */
final class ClauseNetwork implements AutoCloseable {
    /** Sentences that are judged at once by their words. */
    private static final int TOGETHER = 32;
    /** Without tokens of its own a sentence has an average of nothing, and its words decide. */
    private static final long[] NO_TOKENS = {SentenceWindow.CLS};

    private final OnnxModel graph;

    ClauseNetwork(OnnxModel graph) {
        this.graph = graph;
    }

    /** Judges a window's sentences by their words and by what the encoder makes of them among the others. */
    List<float[]> score(SentenceWindow window, List<WordFeatures> words) {
        float[] shares = new float[window.size() * window.length()];
        for (int i = 0; i < window.size(); i++) {
            window.copyShares(i, shares, i * window.length());
        }
        return run(window.ids(), shares, words);
    }

    /** Judges sentences by their words alone, which costs next to nothing. */
    List<float[]> scoreWords(List<WordFeatures> words) {
        List<float[]> scores = new ArrayList<>();
        for (int from = 0; from < words.size(); from += TOGETHER) {
            List<WordFeatures> some = words.subList(from, Math.min(words.size(), from + TOGETHER));
            scores.addAll(run(NO_TOKENS, new float[some.size()], some));
        }
        return scores;
    }

    private List<float[]> run(long[] ids, float[] shares, List<WordFeatures> words) {
        int most = Math.max(1, words.stream().mapToInt(WordFeatures::size).max().orElse(1));
        long[] buckets = new long[words.size() * most];
        float[] weights = new float[buckets.length];
        Arrays.fill(buckets, WordFeatures.BUCKETS);
        for (int i = 0; i < words.size(); i++) {
            words.get(i).copyInto(buckets, weights, i * most);
        }
        float[] all =
                graph.run(1, Map.of("ids", ids, "buckets", buckets), Map.of("shares", shares, "weights", weights));
        int outputs = all.length / words.size();
        List<float[]> scores = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            scores.add(Arrays.copyOfRange(all, i * outputs, (i + 1) * outputs));
        }
        return scores;
    }

    @Override
    public void close() {
        graph.close();
    }
}
