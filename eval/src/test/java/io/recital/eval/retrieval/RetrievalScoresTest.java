package io.recital.eval.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.recital.models.evidence.Span;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetrievalScoresTest {
    @Test
    void averagesOverQuestionsAtEachDepth() {
        RetrievalScores scores = new RetrievalScores();
        // Found at once; the passages after it add ten characters each that do not answer.
        scores.add(question("a", 0, 10), results("a", 0, 10, 20, 30, 40, 50));
        // Found as the second passage.
        scores.add(question("b", 10, 20), results("b", 0, 10, 20, 30, 40, 50));

        List<RetrievalScores.AtDepth> figures = scores.atDepths(1);

        assertThat(figures).extracting(RetrievalScores.AtDepth::k).containsExactly(1, 2, 4, 8, 16, 32, 64);
        assertThat(figures.get(0).precision().mean()).isEqualTo(0.5);
        assertThat(figures.get(0).recall().mean()).isEqualTo(0.5);
        assertThat(figures.get(1).precision().mean()).isEqualTo(0.5);
        assertThat(figures.get(1).recall().mean()).isEqualTo(1);
        assertThat(figures.get(2).precision().mean()).isEqualTo(0.25);
        // Six passages are all there are: 64 asked for, 60 characters brought.
        assertThat(figures.get(6).precision().mean()).isCloseTo(1.0 / 6, within(1e-12));
        assertThat(figures.get(6).recall().mean()).isEqualTo(1);
    }

    @Test
    void tellsHowOftenTheBestPassageIsInTheRightDocument() {
        RetrievalScores scores = new RetrievalScores();
        scores.add(question("a", 0, 10), results("a", 90));
        scores.add(question("a", 0, 10), results("b", 0));
        scores.add(question("b", 0, 10), results("b", 0));
        scores.add(question("b", 0, 10), List.of());

        assertThat(scores.rightDocument()).isEqualTo(0.5);
        assertThat(scores.documents()).isEqualTo(2);
    }

    @Test
    void tellsHowOftenTheScopeWasNarrowedRightly() {
        RetrievalScores scores = new RetrievalScores();
        scores.addScope(question("a", 0, 10), Set.of());
        scores.addScope(question("a", 0, 10), Set.of("a", "b"));
        scores.addScope(question("a", 0, 10), Set.of("b"));

        assertThat(scores.narrowed()).isEqualTo(2);
        assertThat(scores.narrowedRightly()).isEqualTo(1);
    }

    private static Question question(String file, int start, int end) {
        return new Question("What is promised?", null, List.of(new Excerpt(file, new Span(start, end))));
    }

    /** Passages of ten characters each. */
    private static List<RetrievedPassage> results(String file, int... starts) {
        return IntStream.of(starts)
                .mapToObj(start -> new RetrievedPassage(file, start, start + 10, 1.0 / (start + 1)))
                .toList();
    }
}
