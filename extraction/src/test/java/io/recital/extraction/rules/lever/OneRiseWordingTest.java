package io.recital.extraction.rules.lever;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prices that rise once, on a day that the contract names, expenses as a share of fees. */
class OneRiseWordingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "On 1 July 2026 the prices rise by 3%. # price adjustment: 3 %, 2026-07-01",
                "From 1 July 2026 each price is 2% higher. # price adjustment: 2 %, 2026-07-01",
                "With effect from 1 January 2027 all rates shall be increased by 2.5 per cent. # price adjustment: 2.5 %, 2027-01-01",
                "On 1 April 2026 and 1 April 2027 the Monthly Payment increases by 2.5% of the Monthly Payment then in force. # price adjustment: 2.5 %, 2026-04-01",
                "Charges go up by 4% on 1 March 2026. # price adjustment: 4 %, 2026-03-01",
                "The Fees will increase once, by three percent (3%), effective July 1, 2026. # price adjustment: 3 %, 2026-07-01",
                "Expenses may not exceed 10% of the fees of the month. # volume restriction: Expenses, 10 %, the fees of the month",
                "The expenses of a calendar month shall not exceed 6% of the charges for time in that month. # volume restriction: expenses, 6 %, the charges for time in that month, 1 month",
                "Travel costs are reimbursed up to 8% of the fees invoiced under the order. # volume restriction: Travel costs, 8 %, the fees invoiced under the order",
            })
    void readsRisesOfADayAndSharesOfFees(String clause, String expected) {
        assertThat(LeversRead.read(clause)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "The price rises by £9.00 a tonne on 1 July 2026 for both kinds.",
                "Expenses are charged at cost and need approval above 10% of the budget.",
                "The quality is 2% higher from 1 July 2026.",
                "The Supplier's liability for costs is limited to 100% of the fees of the year.",
                "Expenses are explained in Annex 2.",
            })
    void readsNeitherInOtherWords(String clause) {
        assertThat(LeversRead.read(clause)).doesNotContain("volume restriction", "price adjustment", "rate card");
    }
}
