package io.recital.eval.clauses;

import java.util.ArrayList;
import java.util.List;

/** Character intersection over union of at least a half; each span and each prediction is used once. */
public final class StrictMatching implements Matching {
    @Override
    public String name() {
        return "strict";
    }

    @Override
    public List<Outcome> outcomes(List<PredictedSpan> predictions, List<GoldSpan> gold) {
        List<Outcome> outcomes = new ArrayList<>();
        boolean[] used = new boolean[gold.size()];
        for (PredictedSpan prediction : predictions) {
            int best = bestFree(prediction, gold, used);
            boolean hit = best >= 0;
            if (hit) {
                used[best] = true;
            }
            outcomes.add(Outcome.of(prediction, hit ? 1 : 0, hit ? 0 : 1));
        }
        return outcomes;
    }

    private static int bestFree(PredictedSpan prediction, List<GoldSpan> gold, boolean[] used) {
        int best = -1;
        double most = 0;
        for (int i = 0; i < gold.size(); i++) {
            double overlap = overlap(prediction, gold.get(i));
            if (!used[i] && overlap >= 0.5 && overlap > most) {
                best = i;
                most = overlap;
            }
        }
        return best;
    }

    /** Characters in both, divided by characters in either. */
    static double overlap(PredictedSpan a, GoldSpan b) {
        int both = Math.min(a.end(), b.end()) - Math.max(a.start(), b.start());
        return both <= 0 ? 0 : (double) both / (a.end() - a.start() + b.end() - b.start() - both);
    }
}
