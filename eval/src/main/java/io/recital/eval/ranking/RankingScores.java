package io.recital.eval.ranking;

import io.recital.eval.resampling.ClusterBootstrap;
import io.recital.eval.resampling.MeanInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The worth of one way of ranking, averaged over queries, with intervals by query. */
final class RankingScores {
    private static final int FOUR_STARS = 3;
    private static final int FIVE_STARS = 4;

    /** The figures of one way of ranking. */
    record Figures(
            String ranking,
            MeanInterval ndcg5,
            MeanInterval ndcg10,
            MeanInterval precision5FourStars,
            MeanInterval precision5FiveStars) {}

    private final List<String> queries = new ArrayList<>();
    private final List<RankingMetrics> metrics = new ArrayList<>();

    /** @param ratings of every clause that was ranked */
    void add(String query, List<RankedClause> ranking, Map<String, Integer> ratings) {
        queries.add(query);
        metrics.add(new RankingMetrics(ranking.stream()
                .map(clause -> ratings.getOrDefault(clause.id(), 0))
                .toList()));
    }

    Figures figures(String name, long seed) {
        ClusterBootstrap bootstrap = new ClusterBootstrap(queries, seed);
        return new Figures(
                name,
                bootstrap.mean(each(one -> one.ndcg(5))),
                bootstrap.mean(each(one -> one.ndcg(10))),
                bootstrap.mean(each(one -> one.precision(5, FOUR_STARS))),
                bootstrap.mean(each(one -> one.precision(5, FIVE_STARS))));
    }

    private double[] each(ToDoubleFunction<RankingMetrics> figure) {
        return metrics.stream().mapToDouble(figure).toArray();
    }
}
