package io.recital.extraction.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.recital.extraction.onnx.ModelCard.Calibration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationTest {
    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.018, 0.3, 0.5, 0.97})
    void withoutOneAScoreStaysAsItIs(double score) {
        assertThat(Calibration.NONE.judge(Calibration.logOdds(score), true)).isCloseTo(score, within(1e-9));
    }

    @Test
    void aLeverThatTheRulesFindMakesALabelMoreProbable() {
        Calibration calibration = new Calibration(1, 0, 2);
        double odds = Calibration.logOdds(0.2);
        assertThat(calibration.judge(odds, true)).isCloseTo(0.6488, within(1e-4));
        assertThat(calibration.judge(odds, false)).isCloseTo(0.2, within(1e-9));
    }

    @Test
    void theScaleTurnsAboutScoresThatMatter() {
        Calibration calibration = new Calibration(1.5, 0, 0);
        assertThat(calibration.judge(Calibration.MIDDLE, false)).isCloseTo(0.018, within(1e-3));
        assertThat(calibration.judge(0, false)).isCloseTo(0.881, within(1e-3));
    }

    @Test
    void certaintyStaysFinite() {
        assertThat(Calibration.logOdds(0)).isFinite();
        assertThat(Calibration.logOdds(1)).isFinite();
    }
}
