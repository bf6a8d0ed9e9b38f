package io.recital.retrieval.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberedDocumentTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Why did the third amendment with Pelham raise the rent?  | amendment   | 3 | true
            Change note 2 moved the opening day. By how much?        | change note | 2 | true
            What does Amendment No. 4 say of the crane?              | amendment   | 4 | false
            SECOND ADDENDUM TO LEASE                                 | amendment   | 2 | false
            Does Amendment #1 or Amendment n° 02 change the rent?    | amendment   | 1 | false
            When was the 2nd side letter signed?                     | side letter | 2 | false
            """)
    void readsKindAndNumber(String text, String kind, int number, boolean acts) {
        assertThat(NumberedDocument.in(text)).get().satisfies(document -> {
            assertThat(document.kind()).isEqualTo(kind);
            assertThat(document.number()).isEqualTo(number);
            assertThat(document.acts()).isEqualTo(acts);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Which amendment raised the rent?", "What is the first order worth?", "Amendment of 3 May 2027"})
    void readsNoNumberWhereThereIsNone(String text) {
        assertThat(NumberedDocument.in(text)).isEmpty();
    }
}
