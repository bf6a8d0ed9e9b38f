package io.recital.eval.clauses;

import java.util.Arrays;

/** A 95 % confidence interval by the bootstrap's percentiles. */
public record Interval(double low, double high) {
    /** The interval of resampled figures, in any order. */
    public static Interval of(double[] figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        int last = sorted.length - 1;
        return new Interval(sorted[(int) Math.round(0.025 * last)], sorted[(int) Math.round(0.975 * last)]);
    }
}
