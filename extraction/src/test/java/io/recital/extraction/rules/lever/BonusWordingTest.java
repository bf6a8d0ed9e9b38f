package io.recital.extraction.rules.lever;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bonuses for doing better than promised, as contracts say them. */
class BonusWordingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "If an availability of 99.0 % or more is reached, the Supplier receives a bonus of 1 % of the lump sum for that quarter. # gain or revenue share: 1 %, 99.0 %, the lump sum for that quarter, Meridian Works Ltd (“Supplier”)",
                "Where Availability in a month exceeds 99.95%, Supplier may invoice a bonus of 2% of the Monthly Charges. # gain or revenue share: 2 %, 99.95 %, the Monthly Charges, 1 month, Meridian Works Ltd (“Supplier”)",
                "For each month in which the on-time delivery rate is above 98.5% the Supplier earns a bonus of £500.00. # gain or revenue share: GBP 500.00, 98.5 %, 1 month, Meridian Works Ltd (“Supplier”)",
                "If all Service Levels are met in a calendar quarter, Customer shall pay Supplier an incentive payment of EUR 4,000. # gain or revenue share: EUR 4000, 1 quarter",
                "A bonus of 0.5% of the Fee is payable for each full 0.1 percentage point by which availability is above 99.5%, up to 3% of the Fee. # gain or revenue share: 0.5 %, 99.5 %, 3 %, the Fee",
                "The Supplier is entitled to a performance payment of 3% of the quarterly fee if the satisfaction score is at least 4.5. # gain or revenue share: 3 %, 4.5 points, the quarterly fee, 1 quarter, Meridian Works Ltd (“Supplier”)",
                "The bonus is 1% of the monthly fee where availability reaches 99.5% and 2% of the monthly fee where it reaches 99.9%. # gain or revenue share: ≥ 99.5 and < 99.9 %: 1 %; ≥ 99.9 %: 2 %, the monthly fee, 1 month",
                "Should the error rate of a quarter stay below 0.2%, a bonus amounting to $1,500 becomes due with the next invoice. # gain or revenue share: USD 1500, 0.2 %",
                "Supplier shall be paid a performance incentive equal to 5% of the base fee if first-time resolution exceeds the target. # gain or revenue share: 5 %, the base fee",
                "A bonus of 1.5% of the charges for that month is added if the KPI On-Time Collection is better than 99%, not exceeding £2,000. # gain or revenue share: 1.5 %, 99 %, GBP 2000, the charges for that month",
            })
    void readsWhatDoingBetterEarns(String clause, String expected) {
        assertThat(LeversRead.read(clause)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No bonus is due for a month in which a Service Level was missed by 2% or more.",
                "The Customer may at its discretion pay a bonus of 2% of the fee for outstanding service levels.",
                "Each of the Supplier's employees receives a bonus of 5% of salary where targets are met.",
                "Bonuses and deductions are settled with the invoice for the following quarter.",
                "The parties will discuss a bonus scheme for availability above 99.9% in the second year.",
            })
    void readsNoBonusWhereNoneIsEarned(String clause) {
        assertThat(LeversRead.read(clause)).doesNotContain("gain or revenue share");
    }
}
