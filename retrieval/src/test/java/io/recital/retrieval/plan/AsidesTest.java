package io.recital.retrieval.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsidesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What was the minimum for April, shutdown apart?            | What was the minimum for April?
            What do 300 hours cost, none of them on a bank holiday?    | What do 300 hours cost?
            What is the rent, leaving the crane aside, of the yard?    | What is the rent, of the yard?
            What is the fee, not counting the deposit?                 | What is the fee?
            Bis wann läuft das — I mean, when does the lease end?      | when does the lease end?
            Who pays the rent, or rather, who pays the deposit?        | who pays the deposit?
            How long, if at all, may a boat stay?                      | How long, if at all, may a boat stay?
            What do we mean by a boat?                                 | What do we mean by a boat?
            """)
    void areNotAskedFor(String question, String rest) {
        assertThat(Asides.removed(question)).isEqualTo(rest);
    }
}
