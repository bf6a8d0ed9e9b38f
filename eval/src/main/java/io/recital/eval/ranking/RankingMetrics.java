package io.recital.eval.ranking;

import java.util.Comparator;
import java.util.List;

/**
 * What a ranking is worth to somebody who reads it from the top, as trec_eval computes it.
 *
 * @param ratings the ratings of the ranked clauses, best ranked first, 0 to 4 for one to five stars
 */
record RankingMetrics(List<Integer> ratings) {
    RankingMetrics {
        ratings = List.copyOf(ratings);
    }

    /**
     * Normalised discounted cumulative gain: the ratings of the first k, each divided by log2(rank + 1), in proportion
     * to the best order's. 0 when no clause is rated above 0.
     */
    double ndcg(int k) {
        double best = gain(ratings.stream().sorted(Comparator.reverseOrder()).toList(), k);
        return best == 0 ? 0 : gain(ratings, k) / best;
    }

    /** The share of the first k that is rated so or better; ranks that are not there count as misses. */
    double precision(int k, int least) {
        long good = ratings.stream().limit(k).filter(rating -> rating >= least).count();
        return (double) good / k;
    }

    private static double gain(List<Integer> ratings, int k) {
        double gain = 0;
        for (int i = 0; i < Math.min(k, ratings.size()); i++) {
            gain += ratings.get(i) / (Math.log(i + 2) / Math.log(2));
        }
        return gain;
    }
}
