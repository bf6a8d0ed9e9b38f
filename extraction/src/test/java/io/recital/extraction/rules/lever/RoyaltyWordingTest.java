package io.recital.extraction.rules.lever;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Royalties by the month and half-year, by band and by product, and their minimums. */
class RoyaltyWordingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Licensee shall pay a royalty of 4% of Net Sales for each calendar half-year. # x",
                "For each accounting period the Franchisee shall pay a Service Fee of 7.25% of the Takings or £1,300.00, whichever is the greater. # x",
                "The Licensee pays Licensor each month a royalty of 6% of the Net Sales of that month. # x",
                "The royalty is 5% of Net Sales of Licensed Toys and 3% of Net Sales of Licensed Books. # x",
                "A royalty is payable monthly at 8% on Gross Sales up to $50,000 and 6% on Gross Sales above $50,000 in the month. # x",
                "The Franchisee pays a continuing fee of 5% of Gross Revenue monthly. # x",
                "The minimum royalty for each half-year is $40,000. # x",
                "Royalties shall not be less than EUR 5,000 in any month. # x",
                "Licensee guarantees royalties of at least $10,000 per half-year. # x",
                "The Franchisee shall also pay a Promotion Levy of 1.75% of the Takings for each month. # x",
            })
    void readsRoyaltiesAndTheirMinimums(String clause, String expected) {
        assertThat(LeversRead.read(clause)).isEqualTo(expected);
    }
}
