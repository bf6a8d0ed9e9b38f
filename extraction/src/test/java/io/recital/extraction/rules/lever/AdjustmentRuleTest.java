package io.recital.extraction.rules.lever;

import static io.recital.extraction.rules.lever.LeversRead.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rises of prices as many drafters word them: by a share, below a limit, by a formula in words. */
class AdjustmentRuleTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "On 1 April of each year 70% of the Standing Charge is adjusted by the percentage by which the National Living Wage of that April has changed against the April before. # price adjustment: National Living Wage, 70 %, 1 year",
                "Effective 1 December 2025 Supplier may increase the MRC of each line by the percentage change in the CPI-U between the index for July 2024 and the index for July 2025, provided that no increase shall exceed three percent (3%). # price adjustment: CPI-U, 3 %, 2025-12-01",
                "Supplier may raise the fees on each 1 January by the rise of the CPI, but no annual increase may exceed 4%. # price adjustment: CPI, 4 %, 1 year",
                "The charges rise each year by the change of the RPI and shall in no event exceed 5% in a year. # price adjustment: RPI, 5 %, 1 year",
                "On 1 May of each year the prices are recalculated as follows: new price = price of Annex 2 × (0.7 + 0.3 × index new / index base). # price adjustment: 1 year",
            })
    void readsHowAPriceMoves(String clause, String expected) {
        assertThat(read(clause)).startsWith(expected);
    }
}
