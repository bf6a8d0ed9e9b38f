package io.recital.extraction.rules.lever;

import static io.recital.extraction.rules.lever.LeversRead.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That prices stay as they are, and that they may change, in the words of many drafters. */
class FixedPricesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "The Hosting Fee is fixed for the term. # price adjustment: The Hosting Fee",
                "Those rates stay in effect through May 31, 2027. # price adjustment: 2027-05-31, Those rates",
                "The price does not change before 1 March 2027. # price adjustment: 2027-03-01, The price",
                "The Transport Subsidy shall remain unaltered throughout the said term. # price adjustment: The Transport Subsidy",
                "The rates hold until the survey is finished. # price adjustment: The rates",
                "The Base Rent and the charges above shall not be increased before October 1, 2028. # price adjustment: 2028-10-01, The Base Rent and the charges above",
                "Charges are firm during the contract period and no escalation shall be allowed. # price adjustment: Charges",
                "The prices are those in Supplier's list of May 2026. They do not go up before 1 May 2027. # price adjustment: 2027-05-01, prices",
                "Prices are guaranteed until 30 June 2028. # price adjustment: 2028-06-30, Prices",
                "All day rates remain unchanged for 24 months. # price adjustment: 24 months, All day rates",
                "The monthly rental may not be raised during the minimum period. # price adjustment: The monthly rental",
            })
    void readsPricesThatStay(String clause, String expected) {
        assertThat(read(clause)).startsWith(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Supplier may index the fee on 1 January 2027 for the first time. # price adjustment: 2027-01-01",
                "On 1 May 2026 and 1 May 2027 the Monthly Payment increases by 2.5% of the Monthly Payment then in force. # price adjustment: 2.5 %, 2026-05-01",
                "On 1 May 2026 the hire is varied in line with the Retail Prices Index published for March; the increase is limited to 2.75%. # price adjustment: Retail Prices Index, 2.75 %, 2026-05-01",
                "On March 1 of each year the storage rates rise by three percent (3%). # price adjustment: 3 %, 1 year",
            })
    void readsPricesThatChange(String clause, String expected) {
        assertThat(read(clause)).startsWith(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "All other terms of the Agreement remain unchanged and in full force.",
                "The interest rate stays the same until 1 May 2027.",
                "The delivery address does not change before 1 June 2026.",
            })
    void takesNothingElseForPrices(String clause) {
        assertThat(read(clause)).doesNotContain("price adjustment");
    }
}
