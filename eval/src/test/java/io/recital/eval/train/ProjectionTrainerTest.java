package io.recital.eval.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.recital.models.inference.Encoder;
import io.recital.models.inference.QuestionProjection;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProjectionTrainerTest {
    private static final int WIDTH = Encoder.DIMENSION;

    /** Clauses whose bodies say the same as their headings, in components of their own that headings hardly use. */
    private record Portfolio(List<HeadedClause> clauses, List<float[]> headings, List<float[]> bodies) {
        static Portfolio of(int size, long seed) {
            Random random = new Random(seed);
            Portfolio portfolio = new Portfolio(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (int i = 0; i < size; i++) {
                float[] heading = new float[WIDTH];
                float[] body = new float[WIDTH];
                for (int k = 0; k < WIDTH / 2; k++) {
                    heading[k] = (float) random.nextGaussian();
                    body[WIDTH / 2 + k] = heading[k];
                    heading[WIDTH / 2 + k] = 0.05f * (float) random.nextGaussian();
                }
                portfolio.clauses.add(new HeadedClause("c" + i % 7, "heading " + i, "body"));
                portfolio.headings.add(unit(heading));
                portfolio.bodies.add(unit(body));
            }
            return portfolio;
        }

        Matrix train(long seed) {
            return new ProjectionTrainer(clauses, headings, bodies).train(seed);
        }

        double meanReciprocalRank(Matrix learned) {
            return new HeadingRanks(clauses, headings, bodies).meanReciprocalRank(learned);
        }

        private static float[] unit(float[] vector) {
            double squares = 0;
            for (float value : vector) {
                squares += value * value;
            }
            for (int i = 0; i < vector.length; i++) {
                vector[i] /= (float) Math.sqrt(squares);
            }
            return vector;
        }
    }

    @Test
    void bringsHeadingsThatItHasNotSeenNearerToWhatStandsBelowThem() {
        Matrix learned = Portfolio.of(1000, 1).train(5);
        Portfolio unseen = Portfolio.of(100, 2);

        assertThat(unseen.meanReciprocalRank(new Matrix(WIDTH, WIDTH))).isLessThan(0.15);
        assertThat(unseen.meanReciprocalRank(learned)).isGreaterThan(0.4);
    }

    @Test
    void theSameClausesAndSeedGiveTheSameMatrix() {
        Portfolio portfolio = Portfolio.of(60, 3);

        assertThat(portfolio.train(5).values).containsExactly(portfolio.train(5).values);
    }

    @Test
    void theExportedGraphComputesWhatWasLearned() {
        Portfolio portfolio = Portfolio.of(300, 4);
        Matrix learned = portfolio.train(5);
        Matrix moved = Matrix.ofRows(portfolio.headings()).times(learned);
        moved.add(Matrix.ofRows(portfolio.headings()));
        try (QuestionProjection projection = QuestionProjection.of(ProjectionExport.toOnnx(learned))) {
            for (int row = 0; row < 5; row++) {
                float[] projected = projection.project(portfolio.headings().get(row));
                double length = Math.sqrt(moved.dot(row, moved, row));
                assertThat(moved.dot(row, Matrix.ofRows(List.of(projected)), 0) / length)
                        .isCloseTo(1, within(1e-3));
            }
        }
    }
}
