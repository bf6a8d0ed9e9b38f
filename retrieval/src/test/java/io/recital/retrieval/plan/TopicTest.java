package io.recital.retrieval.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What is the governing law of the Ostrava Haulage Agreement?        | governing law
            Which law governs the agreement between Ostrava and Pelham?        | governing law
            Under which law is the lease to be construed?                      | governing law
            When does the lease with Pelham expire?                            | expiration date
            What is the expiration date of the lease?                          | expiration date
            When will the haulage agreement with Ostrava end?                  | expiration date
            How long does the lease last?                                      | expiration date
            What is the effective date of the Pelham lease?                    | effective date
            When does the Pelham lease become effective?                       | effective date
            When did the lease come into force?                                | effective date
            When was the lease signed?                                         | agreement date
            What is the date of the lease agreement?                           | agreement date
            Who are the parties to the lease?                                  | parties
            Between whom was the lease made?                                   | parties
            What notice period applies to non-renewal?                         | notice period
            How much notice must Pelham give to terminate the renewal?         | notice period
            Does the lease renew automatically?                                | renewal
            What is the renewal term of the lease?                             | renewal
            Within how many days must Pelham pay an invoice?                   | payment term
            What discount is there for paying early?                           | early-payment discount
            What interest is charged on overdue invoices?                      | late-payment interest
            By how much may Ostrava increase its prices?                       | price adjustment
            What rebate do we earn?                                            | rebate
            What is the minimum annual purchase commitment?                    | minimum commitment
            Is Pelham liable without limit, or is there a cap on liability?    | liability cap
            Can a party terminate the lease without cause?                     | termination for convenience
            Is the distribution right exclusive?                               | exclusivity
            What audit rights does Pelham have?                                | audit right
            What is the availability target of the booking portal?             | service level
            What service credits apply for late deliveries?                    | service level
            """)
    void tellsWhatAQuestionAsksFor(String question, String topic) {
        assertThat(Topic.of(question)).first().extracting(Topic::name).isEqualTo(topic);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How many parking spaces does Pelham provide?",
                "Which colour has the roof?",
                "May the lease be assigned to an affiliate?"
            })
    void namesNoTopicWhereNoneIsAskedFor(String question) {
        assertThat(Topic.of(question)).isEmpty();
    }

    @Test
    void putsTheMostSpecificWordingFirst() {
        assertThat(Topic.of("What notice is needed to stop the renewal of the lease?"))
                .extracting(Topic::name)
                .startsWith("notice period");
    }
}
