package io.recital.eval.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * How fast our embedding is beside its peers.
 *
 * @param texts passages per round
 * @param lowestAgreement lowest cosine between our vector and the stock model's of the same weights, over the texts that
 *     both read whole
 * @param lowestParity lowest cosine between our vector in the batch and alone
 * @param rerankingMillis median to put fifty passages in order once the question's vector is there
 */
record EmbeddingReport(
        String model,
        int texts,
        double tokensPerText,
        int threads,
        int rounds,
        List<Line> lines,
        double lowestAgreement,
        double lowestParity,
        double rerankingMillis) {
    /** @param ours our throughput divided by this one's */
    record Line(String name, double passagesPerSecond, double ours) {}

    void print(PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%d passages, %.0f tokens each on average, %d threads, %d interleaved rounds, medians%n%n",
                texts,
                tokensPerText,
                threads,
                rounds);
        out.printf("%-58s %12s %8s%n", "", "passages/s", "ours is");
        for (Line line : lines) {
            out.printf(Locale.ROOT, "%-58s %12.1f %7.2fx%n", line.name(), line.passagesPerSecond(), line.ours());
        }
        out.printf(Locale.ROOT, "%nLowest cosine to the stock model of the same weights: %.6f%n", lowestAgreement);
        out.printf(Locale.ROOT, "Lowest cosine to the same text encoded alone: %.6f%n", lowestParity);
        out.printf(Locale.ROOT, "Reranking of 50 passages, question's vector at hand: %.2f ms%n", rerankingMillis);
    }
}
