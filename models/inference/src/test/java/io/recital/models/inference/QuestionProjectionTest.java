package io.recital.models.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionProjectionTest {
    private static Encoder encoder;
    private static QuestionProjection projection;

    @BeforeAll
    static void load() {
        encoder = new Encoder();
        projection = QuestionProjection.shipped();
    }

    @AfterAll
    static void close() {
        projection.close();
        encoder.close();
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    @Test
    void aProjectedVectorHasLengthOneAndPointsElsewhere() {
        float[] question = encoder.encode("Who bears the cost of recalls?");
        float[] projected = projection.project(question);

        assertThat(dot(projected, projected)).isCloseTo(1, within(1e-4));
        assertThat(dot(projected, question)).isBetween(0.2, 0.999);
    }

    /** What drafters mean by a name, said without the name; the second clause has words of the name or of its field. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limitation of liability | In no event shall the aggregate amount payable by either of us exceed what was paid"
                        + " in the twelve months before. | The liability insurance is renewed by the Supplier each spring.",
                "force majeure | Neither of them answers for delay caused by flood, war, strikes or other events beyond its"
                        + " reasonable control. | The armed forces major signs for the Customer.",
                "severability | Should a court find any provision void, the others remain in effect. | The Supplier may"
                        + " sever the cables after the last working day.",
                "governing law | Everything herein is construed as the courts of Denmark would, conflicts rules set aside."
                        + " | The governing board of the Supplier meets twice a year."
            })
    void movesAHeadingTowardsWhatStandsBelowIt(String heading, String meant, String other) {
        float[] question = encoder.encode(heading);
        List<float[]> clauses = encoder.encode(List.of(meant, other));
        double before = dot(question, clauses.get(0)) - dot(question, clauses.get(1));
        float[] projected = projection.project(question);
        double after = dot(projected, clauses.get(0)) - dot(projected, clauses.get(1));

        assertThat(after).isGreaterThan(before);
    }

    @Test
    void refusesAVectorOfAnotherLength() {
        assertThatThrownBy(() -> projection.project(new float[12])).isInstanceOf(IllegalArgumentException.class);
    }
}
