package io.recital.eval.resampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Confidence intervals by drawing whole clusters with replacement: questions about one document stand or fall together,
 * so drawing them one by one would promise too much.
 */
public final class ClusterBootstrap {
    /** Resamples behind each interval. */
    public static final int RESAMPLES = 1000;

    private final long seed;
    private final int[][] clusters;

    /**
     * @param clusters the cluster of each observation, in the order of the observations
     * @param seed the same seed draws the same resamples
     */
    public ClusterBootstrap(List<String> clusters, long seed) {
        if (clusters.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to resample");
        }
        Map<String, List<Integer>> members = new LinkedHashMap<>();
        for (int i = 0; i < clusters.size(); i++) {
            members.computeIfAbsent(clusters.get(i), name -> new ArrayList<>()).add(i);
        }
        this.clusters = members.values().stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        this.seed = seed;
    }

    /** The mean over all observations, with the percentiles of its resamples. */
    public MeanInterval mean(double[] values) {
        double[] ones = new double[values.length];
        Arrays.fill(ones, 1);
        return ratio(values, ones);
    }

    /**
     * The sum of the one over the sum of the other, as precision is: right ones over all that were found. 0 where there
     * is nothing to divide by.
     */
    public MeanInterval ratio(double[] numerators, double[] denominators) {
        double[] above = sums(numerators);
        double[] below = sums(denominators);
        Random random = new Random(seed);
        double[] ratios = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            ratios[i] = resampledRatio(above, below, random);
        }
        Arrays.sort(ratios);
        double ratio = divide(Arrays.stream(above).sum(), Arrays.stream(below).sum());
        return new MeanInterval(ratio, percentile(ratios, 0.025), percentile(ratios, 0.975));
    }

    private double[] sums(double[] values) {
        double[] sums = new double[clusters.length];
        for (int i = 0; i < clusters.length; i++) {
            for (int member : clusters[i]) {
                sums[i] += values[member];
            }
        }
        return sums;
    }

    private static double resampledRatio(double[] above, double[] below, Random random) {
        double numerator = 0;
        double denominator = 0;
        for (int i = 0; i < above.length; i++) {
            int drawn = random.nextInt(above.length);
            numerator += above[drawn];
            denominator += below[drawn];
        }
        return divide(numerator, denominator);
    }

    private static double divide(double numerator, double denominator) {
        return denominator == 0 ? 0 : numerator / denominator;
    }

    private static double percentile(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
