package io.recital.extraction.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class PromisingSentencesTest {
    /** Insurance and audits, not the parties between them. */
    private static final BitSet LABELS = BitSet.valueOf(new long[] {0b101});

    /** The three labels, and that each goes on. */
    private static float[] scores(double insurance, double parties, double audit) {
        return new float[] {(float) insurance, (float) parties, (float) audit, 0.9f, 0.9f, 0.9f};
    }

    @Test
    void aSentenceIsReadWhenItsWordsPromiseAnyLabel() {
        assertThat(PromisingSentences.of(
                        new float[][] {scores(0.001, 0, 0.001), scores(0.001, 0, 0.009), scores(0.002, 0, 0)}, LABELS)
                        .stream())
                .containsExactly(1);
    }

    @Test
    void whatStandsBesideAPromisingSentenceIsReadToo() {
        assertThat(PromisingSentences.of(
                        new float[][] {scores(0, 0, 0), scores(0, 0, 0), scores(0.4, 0, 0), scores(0, 0, 0)}, LABELS)
                        .stream())
                .containsExactly(1, 2, 3);
    }

    @Test
    void labelsThatNobodyAsksForPromiseNothing() {
        assertThat(PromisingSentences.of(new float[][] {scores(0, 0.9, 0)}, LABELS)
                        .isEmpty())
                .isTrue();
    }

    @Test
    void anEmptyDocumentPromisesNothing() {
        assertThat(PromisingSentences.of(new float[0][], LABELS).isEmpty()).isTrue();
    }
}
