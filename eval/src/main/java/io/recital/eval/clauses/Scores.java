package io.recital.eval.clauses;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The outcomes of one matching over a set of contracts, and the curves and intervals that can be drawn from them. */
public final class Scores {
    /** Resamples of companies behind each interval. */
    public static final int RESAMPLES = 500;

    private record FileAndLabel(String file, String label) {}

    private final List<Outcome> falling;
    private final List<GoldSpan> gold;

    private Scores(List<Outcome> falling, List<GoldSpan> gold) {
        this.falling = falling;
        this.gold = gold;
    }

    /** Holds predictions against labelled spans, both of the same contracts. */
    public static Scores of(Matching matching, Collection<PredictedSpan> predictions, List<GoldSpan> gold) {
        Map<FileAndLabel, List<GoldSpan>> goldBy =
                gold.stream().collect(Collectors.groupingBy(span -> new FileAndLabel(span.file(), span.label())));
        Map<FileAndLabel, List<PredictedSpan>> predictedBy = predictions.stream()
                .sorted(Comparator.comparing(PredictedSpan::file).thenComparing(PredictedSpan::start))
                .collect(Collectors.groupingBy(span -> new FileAndLabel(span.file(), span.label())));
        List<Outcome> outcomes = new ArrayList<>();
        predictedBy.forEach((key, spans) -> {
            spans.sort(Comparator.comparingDouble(PredictedSpan::score).reversed());
            outcomes.addAll(matching.outcomes(spans, goldBy.getOrDefault(key, List.of())));
        });
        outcomes.sort(PrecisionRecall.FALLING.thenComparing(Outcome::file).thenComparing(Outcome::label));
        return new Scores(outcomes, gold);
    }

    /** These scores over some of the labels only. */
    public Scores of(Predicate<String> labels) {
        return new Scores(
                falling.stream().filter(outcome -> labels.test(outcome.label())).toList(),
                gold.stream().filter(span -> labels.test(span.label())).toList());
    }

    /** Number of labelled spans. */
    public int gold() {
        return gold.size();
    }

    /** The curve with all labels pooled. */
    public PrecisionRecall curve() {
        return PrecisionRecall.ofSorted(falling, gold.size(), outcome -> 1);
    }

    /** The 95 % interval of the area under the pooled curve, by drawing companies with replacement. */
    public Interval areaInterval(long seed) {
        Map<String, String> companies = new HashMap<>();
        falling.forEach(outcome -> companies.computeIfAbsent(outcome.file(), Company::of));
        gold.forEach(span -> companies.computeIfAbsent(span.file(), Company::of));
        List<String> names = companies.values().stream().distinct().sorted().toList();
        Random random = new Random(seed);
        double[] areas = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            Map<String, Integer> drawn = draw(names, random);
            int spans = gold.stream()
                    .mapToInt(span -> drawn.getOrDefault(companies.get(span.file()), 0))
                    .sum();
            areas[i] = PrecisionRecall.ofSorted(
                            falling, spans, outcome -> drawn.getOrDefault(companies.get(outcome.file()), 0))
                    .area();
        }
        return Interval.of(areas);
    }

    private static Map<String, Integer> draw(List<String> names, Random random) {
        Map<String, Integer> drawn = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            drawn.merge(names.get(random.nextInt(names.size())), 1, Integer::sum);
        }
        return drawn;
    }

    /** The score at which precision and recall are best together (F1); empty without any match. */
    public OptionalDouble bestThreshold() {
        double best = 0;
        double threshold = 0;
        int matched = 0;
        int wrong = 0;
        for (Outcome outcome : falling) {
            matched += outcome.matched();
            wrong += outcome.wrong();
            double f1 = 2.0 * matched / (matched + wrong + gold.size());
            if (f1 > best) {
                best = f1;
                threshold = outcome.score();
            }
        }
        return best == 0 ? OptionalDouble.empty() : OptionalDouble.of(threshold);
    }

    /** F1 of the predictions with at least this score. */
    public double f1(double threshold) {
        int matched = 0;
        int wrong = 0;
        for (Outcome outcome : falling) {
            if (outcome.score() >= threshold) {
                matched += outcome.matched();
                wrong += outcome.wrong();
            }
        }
        return matched == 0 ? 0 : 2.0 * matched / (matched + wrong + gold.size());
    }

    /** Scores by label, for the labels that people used. */
    public Map<String, Scores> byLabel() {
        Map<String, Scores> scores = new TreeMap<>();
        Set<String> labels = gold.stream().map(GoldSpan::label).collect(Collectors.toSet());
        labels.forEach(label -> scores.put(label, of(label::equals)));
        return scores;
    }
}
