package io.recital.extraction.rules.risk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskTermTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            INDEMNITY       | The Vendor shall defend, indemnify and hold harmless the Bank against third-party claims.
            INDEMNITY       | Each party agrees to hold the other harmless from claims of its own employees.
            FORCE_MAJEURE   | Neither party is liable for a delay caused by an event beyond its reasonable control.
            FORCE_MAJEURE   | A party is released from its duties for as long as force majeure lasts.
            FORCE_MAJEURE   | If force majeure prevents a delivery, the date moves by the days lost.
            DATA_PROTECTION | The Processor shall delete all personal data within 30 days of the end of the services.
            CONFIDENTIALITY | Neither party may disclose the confidential information of the other.
            CONFIDENTIALITY | The recipient shall keep the discloser's business secrets to itself and use them for the project only; it must hold them in confidence.
            SET_OFF         | The Buyer may set off what the Seller owes it against the price.
            SET_OFF         | The Client may deduct overpaid sums from any later invoice.
            SOLE_REMEDY     | Service credits are the Customer's sole and exclusive remedy for a missed service level.
            """)
    void findsTheTermThatASentenceStates(RiskTerm term, String sentence) {
        assertThat(RiskTerm.of(sentence)).contains(term);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            INDEMNITY       | “Indemnified Party” means a person who is indemnified under this clause.
            FORCE_MAJEURE   | “Force Majeure” means an earthquake, a flood or a war.
            DATA_PROTECTION | “Personal data” has the meaning of the law.
            CONFIDENTIALITY | “Confidential Information” means what is marked as such.
            SET_OFF         | Losses and gains of stock are set off against each other within a year.
            SOLE_REMEDY     | The sole director of the company signed the deed.
            """)
    void findsNothingWhereAWordIsOnlyDefinedOrMeansSomethingElse(RiskTerm term, String sentence) {
        assertThat(RiskTerm.of(sentence)).doesNotContain(term);
    }
}
