package io.recital.extraction.rules.lever;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is saved or overspent against a baseline and shared, as contracts say it. */
class GainShareWordingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Customer shall pay Supplier 30% of the verified savings against the Baseline of each Contract Year. # gain or revenue share: 30 %, the verified savings, 1 year",
                "Verified savings below the Baseline Cost are shared 60% to Customer and 40% to Supplier. # gain or revenue share: 60 %, 40 %, savings below the Baseline Cost",
                "If the actual cost of a Contract Year is below the Target Cost of £400,000, the difference is shared equally. # gain or revenue share: 50 %, difference, 1 year, GBP 400000",
                "The Supplier receives 25% of the first £100,000 of the savings of a year and 40% of any further savings. # gain or revenue share: ≤ 100000 GBP: 25 %; > 100000 GBP: 40 %, any further savings, 1 year",
                "Of each saving up to EUR 50,000 the Contractor is entitled to 20%, of the part above EUR 50,000 to 35%. # gain or revenue share: ≤ 50000 EUR: 20 %; > 50000 EUR: 35 %, saving",
                "Where the outturn cost is less than the target cost, Customer pays Supplier half of the saving, but not more than £60,000 in a year. # gain or revenue share: 50 %, saving, 1 year, GBP 60000",
                "Gain share: the Provider may invoice 15% of the savings achieved against the baseline charges, capped at $75,000. # gain or revenue share: 15 %, the savings, USD 75000",
                "If the actual cost exceeds the Target Cost, Supplier bears 40% of the excess up to £50,000. # gain or revenue share: 40 %, excess, GBP 50000",
                "Supplier shall credit Customer with 50% of any saving in its costs that results from a proposal of the Customer. # gain or revenue share: 50 %, any saving",
                "A saving in the cost of manufacture that results from a proposal of the Buyer is passed on to it at a share of 60%. # gain or revenue share: 60 %",
            })
    void readsWhatIsShared(String clause, String expected) {
        assertThat(LeversRead.read(clause)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The Supplier shall propose savings of at least 3% of the charges in each year.",
                "Savings of 5% are expected from the new process.",
                "The Customer may audit whether savings of more than 10% were made.",
                "Each side bears its own costs of an audit, unless it shows an overcharge of more than 5%.",
                "If the cost exceeds the budget by more than 10%, the Supplier shall notify the Customer.",
            })
    void readsNothingThatIsNotShared(String clause) {
        assertThat(LeversRead.read(clause)).doesNotContain("gain or revenue share");
    }
}
