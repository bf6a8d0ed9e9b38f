package io.recital.retrieval.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Which contracts are under English law? | England and Wales | true",
                "Which contracts are under English law? | New York | false",
                "Show the agreements governed by the laws of the State of New York. | New York | true",
                "Show the agreements governed by the laws of the State of New York. | New Jersey | false",
                "How many contracts have German law? | German | true",
                "How many contracts have French law? | France | true",
                "Which of them are not governed by Swiss law? | Switzerland | false",
                "Which of them are not governed by Swiss law? | Austria | true",
                "Which suppliers have contracts under Dutch law? | the Netherlands | true",
                "Who has a contract under US law? | the State of Oregon | true",
                "Who has a contract under US state law? | Ontario | false",
                "Which agreements are not under American law? | Texas | false",
            })
    void aLawIsAConditionOnWhatAContractStates(String question, String stated, boolean fits) {
        assertThat(LawName.in(question).orElseThrow().fits(stated)).isEqualTo(fits);
    }

    @Test
    void aQuestionForTheLawNamesNone() {
        assertThat(LawName.in("Which law governs the lease?")).isEmpty();
        assertThat(LawName.in("What is the governing law of the Brackwater lease?"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Which agreements are invoiced in euros? | EUR | true",
                "Which agreements are invoiced in euros? | USD | false",
                "Which suppliers charge us in anything other than US dollars? | CHF | true",
                "Which suppliers charge us in anything other than US dollars? | USD | false",
            })
    void aCurrencyIsAConditionOnWhatIsCharged(String question, String code, boolean fits) {
        assertThat(CurrencyName.in(question).orElseThrow().fits(code)).isEqualTo(fits);
    }

    @Test
    void anAmountNamesNoCurrencyToFilterBy() {
        assertThat(CurrencyName.in("Who must pay more than 100 euros a day?")).isEmpty();
    }
}
