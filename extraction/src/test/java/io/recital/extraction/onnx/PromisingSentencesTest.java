package io.recital.extraction.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.extraction.onnx.ModelCard.LabelCard;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromisingSentencesTest {
    private static final List<LabelCard> LABELS = List.of(label("Insurance"), label("Parties"), label("Audit Rights"));

    private static LabelCard label(String name) {
        return new LabelCard(name, 0.5, 0.2, 0, 0, 0);
    }

    /** The three labels, and that each goes on. */
    private static float[] scores(double insurance, double parties, double audit) {
        return new float[] {(float) insurance, (float) parties, (float) audit, 0.9f, 0.9f, 0.9f};
    }

    @Test
    void aSentenceIsReadWhenItsWordsPromiseAnyLabel() {
        assertThat(
                        PromisingSentences.of(
                                List.of(scores(0.001, 0, 0.001), scores(0.001, 0, 0.009), scores(0.002, 0, 0)), LABELS)
                                .stream())
                .containsExactly(1);
    }

    @Test
    void whatStandsBesideAPromisingSentenceIsReadToo() {
        assertThat(
                        PromisingSentences.of(
                                List.of(scores(0, 0, 0), scores(0, 0, 0), scores(0.4, 0, 0), scores(0, 0, 0)), LABELS)
                                .stream())
                .containsExactly(1, 2, 3);
    }

    @Test
    void factsAreLeftToTheRulesThatReadThem() {
        assertThat(PromisingSentences.of(List.of(scores(0, 0.9, 0)), LABELS).isEmpty())
                .isTrue();
    }

    @Test
    void anEmptyDocumentPromisesNothing() {
        assertThat(PromisingSentences.of(List.of(), LABELS).isEmpty()).isTrue();
    }
}
