package io.recital.eval.bench.timing;

import java.util.Collection;

/**
 * How long something took, over many times that it was done.
 *
 * @param p50 milliseconds that half of them took at most
 * @param p95 milliseconds that 95 in 100 took at most
 */
public record Times(int count, double p50, double p95) {
    /**
     * The percentiles of what was timed.
     *
     * @param millis at least one
     */
    public static Times of(Collection<Double> millis) {
        double[] sorted =
                millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Times(sorted.length, percentile(sorted, 50), percentile(sorted, 95));
    }

    /** The least of the values that as many per cent of all do not exceed (nearest rank, nothing in between). */
    static double percentile(double[] sorted, int percent) {
        if (sorted.length == 0) {
            throw new IllegalArgumentException("Nothing was timed");
        }
        int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
        return sorted[Math.max(1, rank) - 1];
    }
}
