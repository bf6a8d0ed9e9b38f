package io.recital.eval.clauses;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Precision against recall as the score's threshold falls, precision made monotonic.
 *
 * @param area area under the curve
 * @param at80 highest precision at a recall of 80 % or more, 0 where that is not reached
 * @param at90 the same at 90 %
 * @param recall with all predictions taken
 */
public record PrecisionRecall(double area, double at80, double at90, double recall) {
    /** Highest score first. */
    static final Comparator<Outcome> FALLING =
            Comparator.comparingDouble(Outcome::score).reversed();

    /** The curve of outcomes in any order, over so many labelled spans. */
    public static PrecisionRecall of(List<Outcome> outcomes, int gold) {
        return ofSorted(outcomes.stream().sorted(FALLING).toList(), gold, outcome -> 1);
    }

    /**
     * The curve of outcomes, highest score first, each counted as often as the weight says.
     *
     * @param gold number of labelled spans, by the same weights
     */
    static PrecisionRecall ofSorted(List<Outcome> falling, int gold, ToIntFunction<Outcome> weight) {
        double[] recalls = new double[falling.size()];
        double[] precisions = new double[falling.size()];
        int points = 0;
        long matched = 0;
        long wrong = 0;
        for (int i = 0; i < falling.size(); i++) {
            Outcome outcome = falling.get(i);
            int times = weight.applyAsInt(outcome);
            matched += (long) times * outcome.matched();
            wrong += (long) times * outcome.wrong();
            boolean tied = i + 1 < falling.size() && falling.get(i + 1).score() == outcome.score();
            if (!tied && matched + wrong > 0 && gold > 0) {
                recalls[points] = (double) matched / gold;
                precisions[points++] = (double) matched / (matched + wrong);
            }
        }
        return integrate(recalls, precisions, points);
    }

    private static PrecisionRecall integrate(double[] recalls, double[] precisions, int points) {
        double area = 0;
        double at80 = 0;
        double at90 = 0;
        double best = 0;
        for (int i = points - 1; i >= 0; i--) {
            best = Math.max(best, precisions[i]);
            area += best * (recalls[i] - (i == 0 ? 0 : recalls[i - 1]));
            at80 = recalls[i] >= 0.8 ? best : at80;
            at90 = recalls[i] >= 0.9 ? best : at90;
        }
        return new PrecisionRecall(area, at80, at90, points == 0 ? 0 : recalls[points - 1]);
    }
}
