package io.recital.eval.clauses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScoresTest {
    private static final List<GoldSpan> GOLD = List.of(
            new GoldSpan("ALDER INC_1.txt", "Insurance", 0, 10, "x"),
            new GoldSpan("ALDER INC_1.txt", "Governing Law", 20, 30, "x"),
            new GoldSpan("BIRCH_2.txt", "Insurance", 0, 10, "x"));
    private static final List<PredictedSpan> PREDICTED = List.of(
            new PredictedSpan("ALDER INC_1.txt", "Insurance", 0, 10, 0.9),
            new PredictedSpan("ALDER INC_1.txt", "Insurance", 20, 30, 0.8),
            new PredictedSpan("ALDER INC_1.txt", "Governing Law", 20, 30, 0.7),
            new PredictedSpan("BIRCH_2.txt", "Governing Law", 0, 10, 0.6));

    private final Scores scores = Scores.of(new StrictMatching(), PREDICTED, GOLD);

    @Test
    void aLabelElsewhereIsNoMatch() {
        // right, wrong, right, wrong over 3 spans: 1/3 * 1 + 1/3 * 2/3
        assertThat(scores.curve().area()).isCloseTo(1 / 3.0 + 2 / 9.0, within(1e-9));
    }

    @Test
    void aPartOfTheLabelsHasItsOwnCurve() {
        assertThat(scores.byLabel().get("Insurance").curve().area()).isCloseTo(0.5, within(1e-9));
        assertThat(scores.of("Insurance"::equals).gold()).isEqualTo(2);
    }

    @Test
    void theBestThresholdHasTheHighestF1() {
        // F1: 2/4 at 0.9, 2/5 at 0.8, 4/6 at 0.7, 4/7 at 0.6
        assertThat(scores.bestThreshold()).hasValue(0.7);
    }

    @Test
    void theIntervalIsTheSameForTheSameSeedAndHoldsTheFigure() {
        Interval interval = scores.areaInterval(3);
        assertThat(interval).isEqualTo(scores.areaInterval(3));
        assertThat(interval.low()).isLessThanOrEqualTo(scores.curve().area());
        assertThat(interval.high()).isGreaterThanOrEqualTo(scores.curve().area());
    }

    @Test
    void companiesAreToldByTheFileName() {
        assertThat(Company.of("ALDER MILLS, INC_03_2019-EX-10.txt")).isEqualTo("aldermills");
        assertThat(Company.of("AlderMillsInc_20190301_10-K.txt")).isEqualTo("aldermills");
        assertThat(Company.of("Birch Paper Co., Ltd._2020.txt")).isEqualTo("birchpaper");
        assertThat(Company.fold("aldermills")).isBetween(0, Company.FOLDS - 1).isEqualTo(Company.fold("aldermills"));
    }
}
