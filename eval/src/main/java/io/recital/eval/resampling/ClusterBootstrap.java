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
        double[] sums = new double[clusters.length];
        for (int i = 0; i < clusters.length; i++) {
            for (int member : clusters[i]) {
                sums[i] += values[member];
            }
        }
        Random random = new Random(seed);
        double[] means = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            means[i] = resampledMean(sums, random);
        }
        Arrays.sort(means);
        double mean = Arrays.stream(values).average().orElseThrow();
        return new MeanInterval(mean, percentile(means, 0.025), percentile(means, 0.975));
    }

    private double resampledMean(double[] sums, Random random) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < clusters.length; i++) {
            int drawn = random.nextInt(clusters.length);
            sum += sums[drawn];
            count += clusters[drawn].length;
        }
        return sum / count;
    }

    private static double percentile(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
