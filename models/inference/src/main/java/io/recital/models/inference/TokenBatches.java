package io.recital.models.inference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Groups inputs of like length, so that little is computed on padding. */
final class TokenBatches {
    private TokenBatches() {}

    /**
     * Cuts the inputs, sorted by length, longest first, into batches.
     *
     * @param lengths tokens of each input
     * @param budget most tokens of a batch, padding included; an input longer than that is a batch of its own
     * @return batches of indices into {@code lengths}; each index stands in exactly one
     */
    static List<List<Integer>> of(int[] lengths, int budget) {
        List<Integer> order = IntStream.range(0, lengths.length)
                .boxed()
                .sorted(Comparator.comparingInt((Integer i) -> lengths[i]).reversed())
                .toList();
        List<List<Integer>> batches = new ArrayList<>();
        for (int from = 0; from < order.size(); ) {
            int longest = Math.max(1, lengths[order.get(from)]);
            int to = Math.min(order.size(), from + Math.max(1, budget / longest));
            batches.add(order.subList(from, to));
            from = to;
        }
        return batches;
    }
}
