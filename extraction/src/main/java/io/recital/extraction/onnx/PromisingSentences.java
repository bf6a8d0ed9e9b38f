package io.recital.extraction.onnx;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The sentences that the encoder reads: those in which words alone find something, and those beside one in which they find
 * more. Most of a contract is neither, and its words' verdict stands.
 */
final class PromisingSentences {
    /** Probability, by words alone, of any label of the sentence itself. */
    private static final double ITS_OWN = 0.007;
    /** The same of the sentence before or after it. */
    private static final double BESIDE_IT = 0.0095;

    private PromisingSentences() {}

    /**
     * Those that may bear one of some labels.
     *
     * @param scores per sentence by words alone; none for sentences that do not matter
     * @param labels their places in the scores
     */
    static BitSet of(float[] @Nullable [] scores, BitSet labels) {
        BitSet promising = new BitSet();
        for (int i = 0; i < scores.length; i++) {
            double most = most(scores[i], labels);
            if (most >= BESIDE_IT) {
                promising.set(Math.max(0, i - 1), Math.min(scores.length, i + 2));
            } else if (most >= ITS_OWN) {
                promising.set(i);
            }
        }
        return promising;
    }

    private static double most(float @Nullable [] scores, BitSet labels) {
        return scores == null
                ? 0
                : labels.stream().mapToDouble(label -> scores[label]).max().orElse(0);
    }
}
