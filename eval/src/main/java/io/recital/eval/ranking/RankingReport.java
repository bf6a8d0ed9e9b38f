package io.recital.eval.ranking;

import io.recital.eval.resampling.MeanInterval;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * The figures of one run.
 *
 * @param ratings clauses judged, over all queries
 * @param corpus clauses that the data holds
 * @param encoder id of the model behind the vectors
 * @param projection what the projection of queries was trained on
 * @param figures of the ranking that was measured, then of its parts alone
 */
record RankingReport(
        String split,
        int queries,
        int ratings,
        int corpus,
        String encoder,
        String projection,
        long seed,
        List<RankingScores.Figures> figures) {

    void print(PrintStream out) {
        out.printf("Split %s: %d queries, %d ratings; %d clauses, %s%n", split, queries, ratings, corpus, encoder);
        out.printf("%s%n%n", projection);
        out.printf("%-12s %-22s %-22s %-22s %-22s%n", "", "NDCG@5", "NDCG@10", "P@5, 4 stars", "P@5, 5 stars");
        for (RankingScores.Figures line : figures) {
            out.printf(
                    "%-12s %-22s %-22s %-22s %-22s%n",
                    line.ranking(),
                    cell(line.ndcg5()),
                    cell(line.ndcg10()),
                    cell(line.precision5FourStars()),
                    cell(line.precision5FiveStars()));
        }
        out.println("\nMean % over queries (95 % interval, queries resampled).");
    }

    private static String cell(MeanInterval figure) {
        return String.format(
                Locale.ROOT, "%.1f (%.1f to %.1f)", 100 * figure.mean(), 100 * figure.low(), 100 * figure.high());
    }
}
