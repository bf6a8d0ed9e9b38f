package io.recital.retrieval.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerFormTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            How long may Pelham store the crates?              | SPAN
            How many days does Pelham have to object?          | SPAN
            When does the lease of the yard begin?             | DAY
            How many forklifts must stand ready?               | NUMBER
            Who signs off the stocktaking?                     | NAME
            What is the fee for a night delivery?              | AMOUNT
            What share of the crates must arrive unbroken?     | PERCENT
            """)
    void tellsWhatAnAnswerMustHold(String question, AnswerForm form) {
        assertThat(AnswerForm.of(question)).contains(form);
    }

    @Test
    void asksForNothingWhereTheWordingLeavesItOpen() {
        assertThat(AnswerForm.of("Which law governs the lease?")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AMOUNT  | a fee of CHF 40 for each crate
            AMOUNT  | not more than £2,000 in all
            PERCENT | three per cent of the rent
            SPAN    | within fifteen (15) Business Days
            SPAN    | for two years afterwards
            DAY     | ends on 30 April 2031
            NUMBER  | at least twelve forklifts
            """)
    void findsAValueOfItsForm(AnswerForm form, String text) {
        assertThat(form.standsIn(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AMOUNT  | the fee is agreed from case to case
            PERCENT | a share of the rent
            SPAN    | promptly and with care
            DAY     | on the day after the handover
            """)
    void findsNoneWhereNoneStands(AnswerForm form, String text) {
        assertThat(form.standsIn(text)).isFalse();
    }
}
