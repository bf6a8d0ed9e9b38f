package io.recital.extraction.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LabelRunsTest {
    /** Per sentence how probable the only label is, and how probable that it goes on from the sentence before. */
    private static List<LabelRuns.Run> runs(double floor, float[]... sentences) {
        return new LabelRuns(List.of(sentences), 0, 1).atLeast(floor);
    }

    private static float[] sentence(double own, double goesOn) {
        return new float[] {(float) own, (float) goesOn};
    }

    @Test
    void sentencesThatOneLabelRunsThroughAreOneRunWithTheHighestScore() {
        assertThat(runs(0.3, sentence(0.5, 0), sentence(0.75, 0.9), sentence(0.2, 0.8), sentence(0.01, 0.9)))
                .containsExactly(new LabelRuns.Run(0, 2, 0.75));
    }

    @Test
    void neighboursThatBearALabelEachForItselfStayApart() {
        assertThat(runs(0.3, sentence(0.5, 0), sentence(0.75, 0.2)))
                .containsExactly(new LabelRuns.Run(0, 0, 0.5), new LabelRuns.Run(1, 1, 0.75));
    }

    @Test
    void aRunBelowTheFloorIsLeftOut() {
        assertThat(runs(0.6, sentence(0.5, 0), sentence(0.25, 0), sentence(0.75, 0.2)))
                .containsExactly(new LabelRuns.Run(2, 2, 0.75));
    }
}
