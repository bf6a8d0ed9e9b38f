package io.recital.extraction.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Consecutive sentences that the encoder reads at once, after the last words before them as context.
 *
 * <p>The ids are {@code [CLS]}, context, sentences, {@code [SEP]}: at most {@link #LONGEST} of them. Training and
 * extraction cut windows here, so that both see the same.
 */
public final class SentenceWindow {
    /** Most tokens of a window. */
    public static final int LONGEST = 256;

    static final long CLS = 101;
    static final long SEP = 102;

    private final int first;
    private final long[] ids;
    private final int[] ends;

    /** {@code ends[0]} is where the context ends, {@code ends[i + 1]} where sentence i does. */
    SentenceWindow(int first, long[] ids, int[] ends) {
        this.first = first;
        this.ids = ids;
        this.ends = ends;
    }

    /**
     * Cuts a document into windows.
     *
     * @param sentences per sentence its token ids, without special tokens; what does not fit a window is cut off
     */
    public static List<SentenceWindow> of(List<long[]> sentences) {
        BitSet all = new BitSet();
        all.set(0, sentences.size());
        return of(sentences.size(), sentences::get, all);
    }

    /**
     * Cuts windows around some of a document's sentences; what lies between two of them that are near is read with them.
     *
     * @param tokens token ids of a sentence, asked for only where they are needed
     */
    static List<SentenceWindow> of(int sentences, IntFunction<long[]> tokens, BitSet chosen) {
        WindowCutter cutter = new WindowCutter(tokens);
        List<SentenceWindow> windows = new ArrayList<>();
        for (int first = chosen.nextSetBit(0); first >= 0 && first < sentences; ) {
            SentenceWindow window = cutter.cut(first, sentences, chosen);
            windows.add(window);
            first = chosen.nextSetBit(first + window.size());
        }
        return windows;
    }

    /** Index of the first sentence that is judged here. */
    public int first() {
        return first;
    }

    /** Number of sentences that are judged here. */
    public int size() {
        return ends.length - 1;
    }

    /** Number of token ids. */
    public int length() {
        return ids.length;
    }

    /** A copy of the token ids. */
    public long[] ids() {
        return ids.clone();
    }

    /**
     * Writes what averages a sentence's tokens, 1/n for each of its n tokens, into a row.
     *
     * @param sentence counted from 0 in this window
     * @param offset where this window's first token stands
     */
    public void copyShares(int sentence, float[] target, int offset) {
        int from = ends[sentence];
        int to = ends[sentence + 1];
        Arrays.fill(target, offset + from, offset + to, 1f / Math.max(1, to - from));
    }
}
