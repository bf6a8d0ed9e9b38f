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
                "Licensee shall pay a royalty of 4% of Net Sales for each calendar half-year. # gain or revenue share: 4 %, Net Sales, 6 months",
                "For each accounting period the Franchisee shall pay a Service Fee of 7.25% of the Takings or £1,300.00, whichever is the greater. # gain or revenue share: 7.25 %, Service Fee, the Takings | minimum commitment: Service Fee, GBP 1300.00",
                "The Licensee pays Licensor each month a royalty of 6% of the Net Sales of that month. # gain or revenue share: 6 %, the Net Sales, 1 month",
                "The royalty is 5% of Net Sales of Licensed Toys and 3% of Net Sales of Licensed Books. # gain or revenue share: 5 %, Licensed Toys, Net Sales | gain or revenue share: 3 %, Licensed Books, Net Sales",
                "A royalty is payable monthly at 8% on Gross Sales up to $50,000 and 6% on Gross Sales above $50,000 in the month. # gain or revenue share: ≤ 50000 USD: 8 %; > 50000 USD: 6 %, Gross Sales, 1 month",
                "The Franchisee pays a continuing fee of 5% of Gross Revenue monthly. # gain or revenue share: 5 %, Gross Revenue, 1 month",
                "The minimum royalty for each half-year is $40,000. # minimum commitment: USD 40000, 6 months",
                "Royalties shall not be less than EUR 5,000 in any month. # minimum commitment: EUR 5000, Royalties, 1 month",
                "Licensee guarantees royalties of at least $10,000 per half-year. # minimum commitment: USD 10000, 6 months",
                "The Franchisee shall also pay a Promotion Levy of 1.75% of the Takings for each month. # gain or revenue share: 1.75 %, Promotion Levy, the Takings, 1 month",
            })
    void readsRoyaltiesAndTheirMinimums(String clause, String expected) {
        assertThat(LeversRead.read(clause)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "The Licensee shall report its Net Sales within 20 days after each half-year.",
                "If Net Sales of a month exceed $50,000 by more than 5%, the Licensee shall tell the Licensor.",
                "The Licensee spends at least 2% on advertising, or £1,300.00, whichever is the greater, if it can.",
                "No royalty is due on sales to the Licensor's own staff, which are 3% of all at most.",
                "The Minimum Royalty is explained in Annex 2.",
            })
    void readsNoShareInWhatOnlySpeaksOfSales(String clause) {
        assertThat(LeversRead.read(clause)).doesNotContain("gain or revenue share");
    }
}
