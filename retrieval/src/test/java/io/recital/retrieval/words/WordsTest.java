package io.recital.retrieval.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "terminates, termination",
        "invoices, invoice",
        "delivery, delivered",
        "monthly, month",
        "rates, rate",
        "licensing, licenses"
    })
    void meetsInOneStem(String one, String other) {
        assertThat(Words.of(one)).isEqualTo(Words.of(other));
    }

    @Test
    void leavesOutWhatEveryQuestionHolds() {
        assertThat(Words.of("What is the price of it, and how do we get there?"))
                .isEqualTo(Words.of("price"));
    }

    @Test
    void readsANumberAsOneWordHoweverItIsWritten() {
        assertThat(Words.of("12,500 pallets")).isEqualTo(Words.of("12500 pallets"));
    }

    @ParameterizedTest
    @CsvSource({
        "fee, charge",
        "ceiling, limit",
        "overdue, late",
        "buy, procure",
        "exclusive, sole",
        "defective, nonconforming",
        "goods, products",
        "journey, travel",
        "paid, pay",
        "begun, begin"
    })
    void knowsWordsOfTheSameMeaning(String one, String other) {
        assertThat(Words.meanings(Words.of(one))).isEqualTo(Words.meanings(Words.of(other)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            When does the lease run out?               | When does the lease expire?
            Can we walk away from the Pelham lease?    | Can we terminate from the Pelham lease?
            What does the SOW say?                     | What does the statement of work say?
            """)
    void putsSayingsIntoTheWordsOfContracts(String question, String put) {
        assertThat(Synonyms.inContractWords(question)).isEqualTo(put);
    }
}
