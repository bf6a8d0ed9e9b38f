package io.recital.retrieval.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.inference.TextEncoder;
import io.recital.retrieval.answer.Unaccounted.Said;
import io.recital.retrieval.words.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnaccountedTest {
    private static final String ANSWER =
            "Mooring Agreement: The Tenant keeps the berth insured and pays a rebate of 2 % for each spare fender; the harbourmaster sees to it.";
    private static final String ELSEWHERE = "The crane stands on the quay. Diesel is sold there. The tide matters.";

    private final Unaccounted unaccounted = new Unaccounted(new Harbour());

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            What rebate do we get for a fender?           | none
            What welcome bonus do we get?                 | welcome
            What premium does the tenant pay for the berth? | premium
            What rebate do we get at the crane?           | none
            What rebate do we get for sunbathing mats?    | sunbathing
            What is the diesel rebate?                    | diesel
            What is the Diesel rebate for a fender?       | none
            How much does the tenant pay for a fendr?     | none
            Who looks after the portcaptain's fenders?    | none
            How much is the rent?                         | rent
            """)
    void namesTheThingThatWasAskedForAndNotSpokenOf(String question, String missing) {
        Said said = Said.of(ANSWER, Words.meanings(Words.of(ANSWER + " " + ELSEWHERE)));
        Set<String> names = question.contains("Diesel") ? Set.of("diesel") : Set.of();
        assertThat(unaccounted
                        .in(AskedThings.in(question, word -> false), names, said)
                        .orElse(null))
                .isEqualTo(missing);
    }

    /** Holds two words for the same, who keeps a harbour, and no others. */
    private static final class Harbour implements TextEncoder {
        private static final int MOST = 512;

        private final Map<String, Integer> places = new HashMap<>();

        @Override
        public String modelId() {
            return "harbour";
        }

        @Override
        public List<float[]> encode(List<String> texts) {
            return texts.stream().map(this::encode).toList();
        }

        private float[] encode(String word) {
            float[] vector = new float[MOST];
            String same = word.equals("portcaptain") ? "harbourmaster" : word;
            vector[places.computeIfAbsent(same, known -> places.size())] = 1;
            return vector;
        }
    }
}
