package io.recital.retrieval.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedThingsTest {
    private static final Set<String> NAMES = Set.of("pelham", "harrowgate");

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            What welcome bonus did Pelham pay?                         | welcome bonus!
            Which insurer covers the crane?                            | insurer covers!, crane
            How many lifeguards does Pelham keep at the pool?          | lifeguards!, pool
            What is the price of a spare wheel?                        | spare wheel
            How high is the overall limit per year?                    | none
            What day rate applies to a diver's work in March 2027?     | diver
            Does the yard crane lift on Sundays?                       | yard crane
            Finance asks: what is the fee for a permit outside Leeds?  | permit, leeds
            Which of our suppliers must hold cover against floods? | floods
            By paying in May, what rebate do we get?                   | rebate!
            Must the pool notice reach Harrowgate by June?             | pool notice
            """)
    void namesTheThingsAndNotTheWordsThatOnlyAsk(String question, String expected) {
        String things = AskedThings.in(question, NAMES::contains).stream()
                .map(thing -> String.join(" ", thing.words()) + (thing.asked() ? "!" : ""))
                .collect(Collectors.joining(", "));
        assertThat(things).isEqualTo(expected == null ? "" : expected);
    }
}
