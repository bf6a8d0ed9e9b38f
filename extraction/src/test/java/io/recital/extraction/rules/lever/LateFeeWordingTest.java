package io.recital.extraction.rules.lever;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sums that late payment costs, as contracts say them, and what only sounds like one. */
class LateFeeWordingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "On late payments the Supplier is entitled to interest at 8% a year above the Bank of England base rate, and to £70.00 compensation for each late invoice. # late payment interest: 8 %, 1 year, Bank of England base rate | late payment interest: GBP 70.00",
                "If an invoice is paid late, the Customer pays a late fee of £25.00 for each invoice. # late payment interest: GBP 25.00",
                "For each reminder after the due date the Supplier may charge CHF 20.00. # late payment interest: CHF 20.00",
                "A late payment charge of £25.00 per week or part of a week applies to overdue invoices. # late payment interest: GBP 25.00, 1 week",
                "An invoice that is not paid when due attracts an administration charge of £30.00. # late payment interest: GBP 30.00",
                "The Supplier is also entitled to compensation of £40.00 for each overdue invoice for the costs of recovery. # late payment interest: GBP 40.00",
                "Where payment is not received by the due date, a handling fee of $35.00 is added for each month or part of a month until it is paid. # late payment interest: USD 35.00, 1 month",
                "Late payments cost £10.00 a day for each overdue invoice, up to a maximum of £150.00. # late payment interest: GBP 10.00, 1 day, GBP 150.00",
                "Overdue sums bear interest at 1.5% per month, plus a collection fee of $45.00. # late payment interest: 1.5 %, 1 month | late payment interest: USD 45.00",
                "Overdue amounts bear a one-off late charge of 5% of the overdue amount. # late payment interest: 5 %",
            })
    void readsASumForPayingLate(String clause, String expected) {
        assertThat(LeversRead.read(clause)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "A late cancellation of a session costs £60.00.",
                "No late fee of $25.00 or any other sum is charged where an invoice is overdue.",
                "A late delivery costs the Supplier £100.00 for each day of delay.",
                "Invoices below £50.00 that are overdue are not subject to interest.",
                "A return that is overdue costs a late registration fee of $50.00.",
            })
    void readsNoSumForPayingLateInWordsThatOnlySoundLikeOne(String clause) {
        assertThat(LeversRead.read(clause)).doesNotContain("late payment interest");
    }
}
