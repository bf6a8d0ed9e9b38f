package io.recital.extraction.rules.lever;

import static io.recital.extraction.rules.lever.LeversRead.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.extraction.rules.statement.ContractText;
import io.recital.models.contract.ContractReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One lever in the words of many drafters: delay, shortfall, bands told in prose, summaries of terms. */
class LeverFamiliesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "If the roof is finished late, Supplier allows Customer €400 for every calendar day of the delay, though not more than €9,000 in all. # liquidated damages: EUR 400, 1 day, EUR 9000",
                "Should a section be handed over after the agreed date, Supplier owes for each week begun a contractual penalty of 0.75% of the price of that section, at most 6% of it. # liquidated damages: 0.75 %, 1 week, 6 %, the price of that section",
                "For each commenced hour by which the two hours are exceeded Supplier pays €85 as a contract penalty. The penalty for one calendar month is limited to €1,700. # liquidated damages: EUR 85, commenced hour, EUR 1700, 1 month",
                "Supplier shall pay a liquidated sum of $60 for every Late Pickup above three (3) in a calendar month. # liquidated damages: USD 60, 1 month, Late Pickup, 3 Late Pickup",
                "If a delivery is more than two days late, its price falls by 1% for each full week of the delay. Customer must assert this deduction within two months after the delivery. # liquidated damages: 1 %, 1 week, 2 months",
                "If the vessel is not ready by the contract date, Supplier pays €5,000 for every Working Day of lateness. The first three days remain free of charge. # liquidated damages: EUR 5000, 1 business day, 3 days",
                "After a period of grace of ten Working Days, Supplier is to allow Customer £200 for each Working Day by which a stage is late. # liquidated damages: GBP 200, 1 business day, 10 business days",
                "Customer pays rent of £900 for each week, later weeks being payable in advance. # rate card",
                "If the hall is opened late, the Minimum Purchase for the year is reduced by £5,000 for each week of delay. # ''",
                "Interest of €10 is charged for each day by which a payment is late. # late payment",
            })
    void readsWhatDelayCosts(String clause, String expected) {
        assertThat(read(clause)).startsWith(expected).matches(found -> found.isEmpty() == expected.isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Customer must take at least 500 pallets in each quarter. If it takes fewer, it must pay Supplier £12.00 for each pallet it is short. # minimum commitment: 500 pallets, 1 quarter, GBP 12.00",
                "Customer shall order no fewer than 6,000 units in every half-year. Should Customer order less, it pays €3.50 for each unit wanting within 30 days of an invoice. # minimum commitment: 6000 units, 6 months, EUR 3.50, 30 days",
                "Customer commits itself to take 900 tonnes of Grade B7 in every calendar year. For each tonne that remains missing Customer pays 25% of the Price. # minimum commitment: 900 tonnes, Grade B7, 1 year, 25 %, the Price",
                "Customer undertakes to accept in each half of a calendar year not less than 70 containers, or to pay for every container missing a compensation of $410. # minimum commitment: 70 containers, USD 410, 6 months",
                "Customer shall purchase at least 80,000 litres per year. What it takes beyond that is credited to the following year, though not more than 8,000 litres. # minimum commitment: 80000 litres, 1 year, 8000 litres",
                "Customer shall tender 40 loads in each month. A surplus of a month, limited to 5 loads, is counted towards the next one. # minimum commitment: 40 loads, 1 month, 5 loads",
            })
    void readsAMinimumAndWhatMissingItCosts(String clause, String expected) {
        assertThat(read(clause)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "If the quantities received in a calendar year reach 300 tonnes Supplier grants for every tonne a bonus of €4.00, which becomes €6.50 as soon as they reach 450 tonnes. # rebate: ≥ 300 and < 450 tonnes: EUR 4.00; ≥ 450 tonnes: EUR 6.50, 1 year",
                "At the end of each year Supplier will allow Customer one percent (1%) on so much of the year's purchases as is above $50,000 and not above $80,000, and two percent (2%) on so much as is above $80,000. # volume discount: > 50000 and ≤ 80000 USD: 1 %; > 80000 USD: 2 %, 1 year",
                "On the part of the yearly turnover that exceeds CHF 200,000 and does not exceed CHF 350,000 Supplier grants a rebate of 2%, and on the part above CHF 350,000 one of 4%. # rebate: > 200000 and ≤ 350000 CHF: 2 %; > 350000 CHF: 4 %",
                "Supplier pays Customer a rebate of 1.5% on annual purchases up to £90,000 and of 3% on the part above. # rebate: ≤ 90000 GBP: 1.5 %; > 90000 GBP: 3 %",
                "Supplier credits 2% of the fees of a year if they reach €100,000, 3% if they reach €150,000 and 5% if they reach €250,000. # volume discount: ≥ 100000 and < 150000 EUR: 2 %; ≥ 150000 and < 250000 EUR: 3 %; ≥ 250000 EUR: 5 %",
                "The charges of a month abate by 2% if the score is below 90% and by 4% if it is below 80%. # ''",
            })
    void readsBandsToldInASentence(String clause, String expected) {
        assertThat(read(clause)).startsWith(expected).matches(found -> found.isEmpty() == expected.isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Royalty on mugs # 8% of Net Sales # gain or revenue share: 8 %, mugs, Net Sales",
                "Commission for hotels # 12% of Net Revenue of a calendar quarter up to $90,000, and 9% of the part above # gain or revenue share: ≤ 90000 USD: 12 %; > 90000 USD: 9 %, Commission for hotels, Net Revenue, 1 quarter",
                "Minimum royalty 2027 # $75,000 # minimum commitment: Minimum royalty 2027, USD 75000, 1 year",
                "Annual licence fee # £24,000 # rate card: Annual licence fee, GBP 24000, 1 year",
                "Storage # €1,150.00 a month, rising by 3% in each later year # rate card: Storage, EUR 1150.00, month | price adjustment: 3 %, Storage, 1 year",
                "Minimum order # 500 units # ''",
                "Liability cap # £1,000,000 # ''",
            })
    void readsTheLinesOfASummaryOfTerms(String subject, String terms, String expected) {
        ContractReading contract = ContractText.betweenSupplierAndCustomer()
                .table("1", "Commercial terms", "", new String[] {"Term", "Agreed"}, new String[] {subject, terms})
                .reading();
        assertThat(read(contract)).startsWith(expected.replace("Commission for hotels, Net", "hotels, Net"));
        assertThat(read(contract).contains("minimum commitment")).isEqualTo(expected.contains("minimum commitment"));
    }

    @Test
    void countsBandsOnFromRowToRow() {
        ContractReading contract = ContractText.betweenSupplierAndCustomer()
                .table(
                        "1",
                        "Prices",
                        "",
                        new String[] {"Visits in the calendar month", "Price for each visit"},
                        new String[] {"The first 100", "£20.00"},
                        new String[] {"The next 50", "£18.00"},
                        new String[] {"Every further visit", "£15.50"})
                .reading();
        assertThat(read(contract))
                .isEqualTo(
                        "volume discount: ≤ 100 Visits: GBP 20.00; > 100 and ≤ 150 Visits: GBP 18.00; > 150 Visits: GBP 15.50, Visits, 1 month");
    }
}
