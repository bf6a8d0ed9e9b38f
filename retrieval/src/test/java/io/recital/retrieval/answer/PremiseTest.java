package io.recital.retrieval.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PremiseTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Why did Pelham lower the rent of the yard?",
                "Since the lease is exclusive, may we rent elsewhere?",
                "The yard is leased until 2031, right?",
                "The second addendum abolished the deposit. What replaced it?"
            })
    void seesWhatAQuestionTakesForGranted(String question) {
        assertThat(Premise.of(question)).get().matches(Premise::isStated);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What is the rent of the yard?",
                "How much is a crate when we order more than 500?",
                "Which credit is due for an availability of 98 %?"
            })
    void seesNothingWhereAQuestionOnlyAsks(String question) {
        assertThat(Premise.of(question)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            How much of the 5% discount did Pelham grant? | a discount of 5 %       | true
            How much of the 5% discount did Pelham grant? | a discount of 3 %       | false
            What became of the $2,000 deposit?            | a deposit of $2,000.00  | true
            What became of the $2,000 deposit?            | a deposit of $20,000    | false
            """)
    void holdsItsFiguresAgainstTheText(String question, String text, boolean stand) {
        assertThat(Premise.of(question))
                .get()
                .satisfies(premise -> assertThat(premise.figuresStandIn(text)).isEqualTo(stand));
    }
}
