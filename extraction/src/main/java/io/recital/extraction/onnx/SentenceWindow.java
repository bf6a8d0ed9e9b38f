package io.recital.extraction.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Consecutive sentences that the encoder reads at once, after the last words before them as context.
 *
 * <p>The ids are {@code [CLS]}, context, sentences, {@code [SEP]}: at most {@link #LONGEST} of them. Training and
 * extraction cut windows here, so that both see the same.
 */
public final class SentenceWindow {
    /** Most tokens of a window. */
    public static final int LONGEST = 256;

    /** Most tokens of context before the first sentence. */
    private static final int CONTEXT = 40;

    private static final int ROOM = LONGEST - 2;
    private static final long CLS = 101;
    private static final long SEP = 102;

    private final int first;
    private final long[] ids;
    private final int[] ends;

    /** {@code ends[0]} is where the context ends, {@code ends[i + 1]} where sentence i does. */
    private SentenceWindow(int first, long[] ids, int[] ends) {
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
        List<SentenceWindow> windows = new ArrayList<>();
        int first = 0;
        while (first < sentences.size()) {
            long[] context = context(sentences, first);
            int room = ROOM - context.length;
            int last = first;
            int used = 0;
            while (last < sentences.size() && (last == first || used + sentences.get(last).length <= room)) {
                used += Math.min(room, sentences.get(last).length);
                last++;
            }
            windows.add(window(sentences.subList(first, last), first, context, room));
            first = last;
        }
        return windows;
    }

    private static long[] context(List<long[]> sentences, int first) {
        long[] context = new long[CONTEXT];
        int from = CONTEXT;
        for (int i = first - 1; i >= 0 && from > 0; i--) {
            long[] sentence = sentences.get(i);
            int taken = Math.min(from, sentence.length);
            System.arraycopy(sentence, sentence.length - taken, context, from - taken, taken);
            from -= taken;
        }
        return Arrays.copyOfRange(context, from, CONTEXT);
    }

    private static SentenceWindow window(List<long[]> sentences, int first, long[] context, int room) {
        long[] ids = new long[LONGEST];
        int[] ends = new int[sentences.size() + 1];
        ids[0] = CLS;
        System.arraycopy(context, 0, ids, 1, context.length);
        int end = 1 + context.length;
        ends[0] = end;
        for (int i = 0; i < sentences.size(); i++) {
            int length = Math.min(room, sentences.get(i).length);
            System.arraycopy(sentences.get(i), 0, ids, end, length);
            end += length;
            ends[i + 1] = end;
        }
        ids[end] = SEP;
        return new SentenceWindow(first, Arrays.copyOf(ids, end + 1), ends);
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
