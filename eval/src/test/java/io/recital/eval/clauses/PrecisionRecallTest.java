package io.recital.eval.clauses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrecisionRecallTest {
    /** One letter per prediction, best first: h for a hit, w for a wrong one. */
    private static List<Outcome> outcomes(String letters) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < letters.length(); i++) {
            boolean hit = letters.charAt(i) == 'h';
            outcomes.add(new Outcome("f", "L", 1 - i / 100.0, hit ? 1 : 0, hit ? 0 : 1));
        }
        return outcomes;
    }

    @Test
    void perfectPredictionsCoverTheWholeArea() {
        assertThat(PrecisionRecall.of(outcomes("hhhh"), 4)).isEqualTo(new PrecisionRecall(1, 1, 1, 1));
    }

    @Test
    void theAreaIsTheOneComputedByHand() {
        // recall 0.25 at 1/1, 0.5 at 2/3, 0.75 at 3/4 (which lifts 2/3 to 3/4), the fourth span is never found:
        // 0.25 * 1 + 0.25 * 0.75 + 0.25 * 0.75 = 0.625
        PrecisionRecall curve = PrecisionRecall.of(outcomes("hwhhww"), 4);
        assertThat(curve.area()).isCloseTo(0.625, within(1e-9));
        assertThat(curve.recall()).isEqualTo(0.75);
        assertThat(curve.at80()).isZero();
    }

    @Test
    void precisionAtARecallIsTheBestFromThereOn() {
        // ten spans: recall 0.8 at 8/10 and, one hit later, 0.9 at 9/11; the last is never found
        PrecisionRecall curve = PrecisionRecall.of(outcomes("hhhhhhhwwhh".substring(0, 10) + "h" + "w"), 10);
        assertThat(curve.at80()).isCloseTo(9.0 / 11, within(1e-9));
        assertThat(curve.at90()).isCloseTo(9.0 / 11, within(1e-9));
    }

    @Test
    void equalScoresAreTakenTogether() {
        List<Outcome> tied = List.of(new Outcome("f", "L", 0.5, 1, 0), new Outcome("f", "L", 0.5, 0, 1));
        assertThat(PrecisionRecall.of(tied, 1).area()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void noPredictionsHaveNoArea() {
        assertThat(PrecisionRecall.of(List.of(), 3)).isEqualTo(new PrecisionRecall(0, 0, 0, 0));
    }
}
