package io.recital.eval.clauses;

import io.recital.models.evidence.StoredText;
import io.recital.models.finding.CuadLabels;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The figures of one run.
 *
 * @param evaluated contracts that were measured
 * @param leftOut contracts of companies that the weights were trained on
 */
public record ClauseReport(int evaluated, int leftOut, long seed, List<MatchingReport> matchings) {
    /** Figures of one matching: over all 41 labels, over the 36 that are clauses, and per label. */
    public record MatchingReport(String matching, Figures all, Figures clauses, Map<String, Figures> labels) {}

    /**
     * One line of the table.
     *
     * @param f1 with the predictions that are likely enough for the service to state them as facts
     * @param interval of the area, null per label
     */
    public record Figures(
            int spans,
            double aupr,
            double p80,
            double p90,
            double recall,
            double f1,
            @org.jspecify.annotations.Nullable Interval interval) {
        static Figures of(Scores scores) {
            PrecisionRecall curve = scores.curve();
            return new Figures(
                    scores.gold(),
                    curve.area(),
                    curve.at80(),
                    curve.at90(),
                    curve.recall(),
                    scores.f1(FactPredictions.STATED),
                    null);
        }

        Figures with(Interval areaInterval) {
            return new Figures(spans, aupr, p80, p90, recall, f1, areaInterval);
        }
    }

    /**
     * Measures predictions about some of a folder's contracts.
     *
     * @param measured the contracts that the predictions are about
     */
    public static ClauseReport of(
            CuadFolder folder, Map<String, StoredText> measured, List<PredictedSpan> found, long seed) {
        List<GoldSpan> gold = folder.spans().stream()
                .filter(span -> measured.containsKey(span.file()))
                .toList();
        List<Matching> matchings = List.of(new StrictMatching(), new CuadMatching(measured));
        return new ClauseReport(
                measured.size(),
                folder.contracts().size() - measured.size(),
                seed,
                matchings.stream()
                        .map(matching -> of(matching, found, gold, seed))
                        .toList());
    }

    private static MatchingReport of(
            Matching matching, List<PredictedSpan> predictions, List<GoldSpan> gold, long seed) {
        Scores all = Scores.of(matching, predictions, gold);
        Scores clauses = all.of(label -> !CuadLabels.FACTS.contains(label));
        Map<String, Figures> labels = new TreeMap<>();
        all.byLabel().forEach((label, scores) -> labels.put(label, Figures.of(scores)));
        return new MatchingReport(
                matching.name(),
                Figures.of(all).with(all.areaInterval(seed)),
                Figures.of(clauses).with(clauses.areaInterval(seed)),
                labels);
    }

    /** Prints the tables for people. */
    public void print(PrintStream out) {
        out.printf(
                "Contracts measured: %d; left out, because the weights have seen their companies: %d%n",
                evaluated, leftOut);
        for (MatchingReport matching : matchings) {
            out.printf("%n%s matching%n", matching.matching());
            out.printf("%-36s %6s %6s %15s %6s %6s %6s%n", "", "spans", "AUPR", "95 %", "P@80R", "P@90R", "recall");
            line(out, "all 41 labels", matching.all());
            line(out, "the 36 that are clauses", matching.clauses());
            matching.labels().forEach((label, figures) -> line(out, "  " + label, figures));
        }
        MatchingReport strict = matchings.get(0);
        out.printf("%nFacts as stated, %s matching%n", strict.matching());
        strict.labels().forEach((label, figures) -> {
            if (CuadLabels.FACTS.contains(label)) {
                out.printf(Locale.ROOT, "%-36s F1 %5.1f%n", label, 100 * figures.f1());
            }
        });
    }

    private static void line(PrintStream out, String name, Figures figures) {
        Interval interval = figures.interval();
        String range = interval == null
                ? ""
                : String.format(Locale.ROOT, "%.1f to %.1f", 100 * interval.low(), 100 * interval.high());
        out.printf(
                Locale.ROOT,
                "%-36s %6d %6.1f %15s %6.1f %6.1f %6.1f%n",
                name,
                figures.spans(),
                100 * figures.aupr(),
                range,
                100 * figures.p80(),
                100 * figures.p90(),
                100 * figures.recall());
    }
}
