package io.recital.eval.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.recital.eval.EvalException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PassageGeneratorTest {
    private static final int DIMENSION = 384;

    private static SeedPassage real(String heading, String text, long seed) {
        Random random = new Random(seed);
        float[] vector = new float[DIMENSION];
        double squares = 0;
        for (int i = 0; i < DIMENSION; i++) {
            vector[i] = (float) random.nextGaussian();
            squares += vector[i] * vector[i];
        }
        for (int i = 0; i < DIMENSION; i++) {
            vector[i] /= (float) Math.sqrt(squares);
        }
        return new SeedPassage(List.of(heading), text, vector);
    }

    private static final SeedPassage MOORING =
            real("Mooring", "The owner moors the boat at pontoon 7 and keeps the fairway clear", 1);
    private static final List<List<SeedPassage>> DOCUMENTS = List.of(
            List.of(MOORING),
            List.of(),
            List.of(
                    real("Diesel", "Fuel is sold by the litre at the price of the day", 2),
                    real("Winter", "Between November and March the crane is out of service", 3)));
    private final PassageGenerator generator = new PassageGenerator(DOCUMENTS, 1);

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static float[] vectorOf(SeedPassage passage) {
        float[] vector = new float[passage.dimension()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = passage.component(i);
        }
        return vector;
    }

    @Test
    void vectorsHaveLengthOneAndLieAroundTheRealOne() {
        for (int ordinal = 0; ordinal < 50; ordinal++) {
            float[] vector = generator.passage(0, 3, ordinal).vector();
            assertThat(dot(vector, vector)).isCloseTo(1, within(1e-4));
            assertThat(dot(vector, vectorOf(MOORING))).isBetween(0.8, 0.999);
        }
    }

    @Test
    void everyPassageIsAnother() {
        List<SeedPassage> many = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            many.add(real("Heading", "Words", i));
        }
        PassageGenerator ofMany = new PassageGenerator(List.of(many), 1);
        Set<String> made = new HashSet<>();
        for (int contract = 0; contract < 10; contract++) {
            for (int ordinal = 0; ordinal < 20; ordinal++) {
                made.add(ofMany.passage(0, contract, ordinal).vectorLiteral());
            }
        }
        assertThat(made.size()).isEqualTo(200);
    }

    @Test
    void theSameSeedMakesTheSame() {
        GeneratedPassage one = generator.passage(1, 5, 9);
        GeneratedPassage again = new PassageGenerator(DOCUMENTS, 1).passage(1, 5, 9);

        assertThat(again.text()).isEqualTo(one.text());
        assertThat(again.vector()).isEqualTo(one.vector());
        assertThat(new PassageGenerator(DOCUMENTS, 2).passage(1, 5, 9).vector()).isNotEqualTo(one.vector());
    }

    @Test
    void someWordsAreExchangedForOthersThatContractsSay() {
        String text = generator.passage(0, 1, 1).text();

        assertThat(text).isNotEqualTo(String.join(" ", MOORING.words()));
        assertThat(text.split(" ")).hasSameSizeAs(MOORING.words());
        assertThat(Arrays.stream(text.split(" ")).filter(MOORING.words()::contains))
                .hasSizeGreaterThan(5);
    }

    @Test
    void documentsWithoutPassagesDoNotCount() {
        assertThat(generator.documents()).isEqualTo(2);
        assertThat(generator.real()).isEqualTo(3);
        assertThatThrownBy(() -> new PassageGenerator(List.of(List.of(MOORING)), 1))
                .isInstanceOf(EvalException.class);
    }

    @Test
    void theModelSaysThatTheVectorsAreGenerated() {
        assertThat(PassageGenerator.modelOf("encoder-1")).isEqualTo("generated around encoder-1");
    }

    @Test
    void theLiteralIsTheVectorInFiveDecimals() {
        GeneratedPassage passage =
                new GeneratedPassage(List.of(), "x", new float[] {0.5f, -0.00001f, 0.123456f, 0, 1, -0.09999f});

        assertThat(passage.vectorLiteral()).isEqualTo("[0.50000,-0.00001,0.12346,0.00000,1.00000,-0.09999]");
    }
}
