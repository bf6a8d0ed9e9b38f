package io.recital.retrieval.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SayingsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            By when does Pelham want its money?        | when are invoices payable?
            How soon do they expect to see the money?  | when are invoices payable?
            Who gives us longer to pay?                | Who gives us payment term of invoices?
            Where do we have the longest time to pay?  | Where do we have payment term of invoices?
            How do demerits turn into money?           | How do demerits reduce the charge?
            What are points converted into cash for?   | What are points reduce the charge for?
            How long can we take it off ourselves?     | How long can we deduct it ourselves?
            What may bring the hire charge down?       | What may reduce the hire charge?
            Do we have to ask for it?                  | Do we have to request it?
            What if we stay silent after a delivery?   | What if we neither accept nor reject after a delivery?
            What if the Client does nothing?           | What if the Client neither accept nor reject?
            How does Pelham get a service credit back? | How does Pelham earn back a service credit?
            Which contracts renew by themselves?       | Which contracts renew automatically?
            Which lease goes on by itself?             | Which lease renew automatically?
            # What contracts say themselves stays as it is.
            When are invoices due?                     | When are invoices due?
            How long do we have to pay?                | How long do we have to pay?
            """)
    void arePutIntoTheWordsOfContracts(String said, String called) {
        assertThat(Sayings.inContractWords(said)).isEqualTo(called);
    }
}
