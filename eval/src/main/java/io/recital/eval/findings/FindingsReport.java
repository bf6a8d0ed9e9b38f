package io.recital.eval.findings;

import io.recital.eval.resampling.ClusterBootstrap;
import io.recital.eval.resampling.MeanInterval;
import io.recital.models.finding.FindingKind;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** The figures of one run, per kind of finding. */
record FindingsReport(int documents, int unplaced, long seed, Map<String, Figures> kinds) {
    /**
     * Figures of one kind. A finding is found when one of its sort cites its words, and right when its fields agree too.
     *
     * @param located F1 of being found
     * @param precision, recall, f1 of being right
     * @param fields share that agrees among those found, by field, with the number compared
     * @param types counts by type
     */
    record Figures(
            int gold,
            int extracted,
            MeanInterval located,
            MeanInterval precision,
            MeanInterval recall,
            MeanInterval f1,
            Map<String, Share> fields,
            Map<String, TypeFigures> types) {}

    record Share(int agreeing, int compared) {}

    static FindingsReport of(List<DocumentOutcome> outcomes, int unplaced, long seed) {
        Map<String, Figures> kinds = new LinkedHashMap<>();
        for (FindingKind kind : FindingKind.values()) {
            List<DocumentOutcome> ofKind =
                    outcomes.stream().map(outcome -> outcome.of(kind)).toList();
            if (ofKind.stream().anyMatch(outcome -> gold(outcome) > 0)) {
                kinds.put(kind.name().toLowerCase(Locale.ROOT), figures(ofKind, seed));
            }
        }
        return new FindingsReport(outcomes.size(), unplaced, seed, kinds);
    }

    private static Figures figures(List<DocumentOutcome> outcomes, long seed) {
        ClusterBootstrap bootstrap = new ClusterBootstrap(
                outcomes.stream().map(DocumentOutcome::file).toList(), seed);
        double[] gold = values(outcomes, FindingsReport::gold);
        double[] extracted = values(outcomes, FindingsReport::extracted);
        double[] both = values(outcomes, outcome -> gold(outcome) + extracted(outcome));
        double[] right = values(outcomes, DocumentOutcome::right);
        return new Figures(
                (int) outcomes.stream().mapToDouble(FindingsReport::gold).sum(),
                (int) outcomes.stream().mapToDouble(FindingsReport::extracted).sum(),
                bootstrap.ratio(
                        values(outcomes, outcome -> 2.0 * outcome.pairs().size()), both),
                bootstrap.ratio(right, extracted),
                bootstrap.ratio(right, gold),
                bootstrap.ratio(values(outcomes, outcome -> 2.0 * outcome.right()), both),
                fields(outcomes),
                TypeFigures.of(outcomes));
    }

    private static double[] values(List<DocumentOutcome> outcomes, ToDoubleFunction<DocumentOutcome> value) {
        return outcomes.stream().mapToDouble(value).toArray();
    }

    private static double gold(DocumentOutcome outcome) {
        return outcome.pairs().size() + outcome.missed().size();
    }

    private static double extracted(DocumentOutcome outcome) {
        return outcome.pairs().size() + outcome.surplus().size();
    }

    private static Map<String, Share> fields(List<DocumentOutcome> outcomes) {
        Map<String, Share> fields = new TreeMap<>();
        outcomes.forEach(outcome -> outcome.pairs()
                .forEach(pair -> pair.fields()
                        .forEach((field, agrees) -> fields.merge(
                                field,
                                new Share(agrees ? 1 : 0, 1),
                                (a, b) -> new Share(a.agreeing() + b.agreeing(), a.compared() + b.compared())))));
        return fields;
    }

    void print(PrintStream out) {
        out.printf(
                "%d documents; %d findings of the gold stand in images and were left out. 95 %% intervals over documents.%n",
                documents, unplaced);
        out.printf(
                "%-12s %5s %9s %21s %21s %21s %21s%n",
                "", "gold", "extracted", "found, F1", "right, precision", "right, recall", "right, F1");
        kinds.forEach((kind, figures) -> {
            out.printf(
                    "%-12s %5d %9d %21s %21s %21s %21s%n",
                    kind,
                    figures.gold(),
                    figures.extracted(),
                    range(figures.located()),
                    range(figures.precision()),
                    range(figures.recall()),
                    range(figures.f1()));
            figures.types()
                    .forEach((type, counts) -> out.printf(
                            Locale.ROOT,
                            "    %-28s %4d gold %4d extracted %4d found %4d right, F1 %5.1f%n",
                            type,
                            counts.gold(),
                            counts.extracted(),
                            counts.found(),
                            counts.right(),
                            counts.percentRight()));
            figures.fields()
                    .forEach((field, share) ->
                            out.printf("    %-20s %4d of %4d agree%n", field, share.agreeing(), share.compared()));
        });
    }

    private static String range(MeanInterval interval) {
        return String.format(
                Locale.ROOT, "%.1f (%.1f to %.1f)", 100 * interval.mean(), 100 * interval.low(), 100 * interval.high());
    }
}
