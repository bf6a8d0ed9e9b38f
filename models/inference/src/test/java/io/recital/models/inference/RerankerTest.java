package io.recital.models.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RerankerTest {
    /** A vector of length 1 at an angle, in degrees, to the first axis. */
    private static float[] at(double degrees) {
        float[] vector = new float[Encoder.DIMENSION];
        vector[0] = (float) Math.cos(Math.toRadians(degrees));
        vector[1] = (float) Math.sin(Math.toRadians(degrees));
        return vector;
    }

    @Test
    void addsLikenessToTheBestThreeAndWords() {
        List<Double> scores = Reranker.scores(
                List.of(0.9, 0.8, 0.7, 0.1), List.of(0.0, 0.0, 0.5, 0.0), List.of(at(0), at(10), at(20), at(90)));

        // The middle of the best three points to 10 degrees.
        assertThat(scores.get(0)).isCloseTo(0.9 + 0.5 * Math.cos(Math.toRadians(10)), within(1e-5));
        assertThat(scores.get(2)).isCloseTo(0.7 + 0.4 * 0.5 + 0.5 * Math.cos(Math.toRadians(10)), within(1e-5));
        assertThat(scores.get(3)).isCloseTo(0.1 + 0.5 * Math.cos(Math.toRadians(80)), within(1e-5));
    }

    @Test
    void ofTwoEquallyNearThatWhichIsLikeTheBestComesFirst() {
        List<Double> scores = Reranker.scores(
                List.of(0.9, 0.8, 0.7, 0.5, 0.5),
                List.of(0.0, 0.0, 0.0, 0.0, 0.0),
                List.of(at(0), at(1), at(2), at(5), at(70)));

        assertThat(scores.get(3)).isGreaterThan(scores.get(4));
    }

    @Test
    void scoresOneAndNone() {
        assertThat(Reranker.scores(List.of(), List.of(), List.of())).isEmpty();
        assertThat(Reranker.scores(List.of(0.4), List.of(0.0), List.of(at(30))).get(0))
                .isCloseTo(0.9, within(1e-5));
    }

    @Test
    void refusesPassagesWithoutASimilarity() {
        assertThatThrownBy(() -> Reranker.scores(List.of(), List.of(0.0), List.of(at(0))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
