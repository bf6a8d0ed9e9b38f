package io.recital.extraction.onnx;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** Cuts windows from one document, and asks for a sentence's tokens once. */
final class WindowCutter {
    /** Most tokens of context before the first sentence. */
    private static final int CONTEXT = 40;
    /** Most tokens between two chosen sentences of one window; beyond it, a window of its own costs less. */
    private static final int GAP = 40;

    private static final int ROOM = SentenceWindow.LONGEST - 2;

    private final IntFunction<long[]> tokens;
    private final Map<Integer, long[]> known = new HashMap<>();

    WindowCutter(IntFunction<long[]> tokens) {
        this.tokens = tokens;
    }

    /** The window that begins with a chosen sentence and ends with the last one that it can take in. */
    SentenceWindow cut(int first, int sentences, BitSet chosen) {
        long[] context = context(first);
        int room = ROOM - context.length;
        int used = 0;
        int gap = 0;
        int last = first;
        for (int i = first; i < sentences && gap <= GAP; i++) {
            if (i > first && used + ids(i).length > room) {
                break;
            }
            used += Math.min(room, ids(i).length);
            gap = chosen.get(i) ? 0 : gap + ids(i).length;
            last = chosen.get(i) ? i : last;
        }
        return window(first, last, context, room);
    }

    private long[] ids(int sentence) {
        return known.computeIfAbsent(sentence, tokens::apply);
    }

    private long[] context(int first) {
        long[] context = new long[CONTEXT];
        int from = CONTEXT;
        for (int i = first - 1; i >= 0 && from > 0; i--) {
            long[] sentence = ids(i);
            int taken = Math.min(from, sentence.length);
            System.arraycopy(sentence, sentence.length - taken, context, from - taken, taken);
            from -= taken;
        }
        return Arrays.copyOfRange(context, from, CONTEXT);
    }

    private SentenceWindow window(int first, int last, long[] context, int room) {
        long[] ids = new long[SentenceWindow.LONGEST];
        int[] ends = new int[last - first + 2];
        ids[0] = SentenceWindow.CLS;
        System.arraycopy(context, 0, ids, 1, context.length);
        int end = 1 + context.length;
        ends[0] = end;
        for (int i = first; i <= last; i++) {
            int length = Math.min(room, ids(i).length);
            System.arraycopy(ids(i), 0, ids, end, length);
            end += length;
            ends[i - first + 1] = end;
        }
        ids[end] = SentenceWindow.SEP;
        return new SentenceWindow(first, Arrays.copyOf(ids, end + 1), ends);
    }
}
