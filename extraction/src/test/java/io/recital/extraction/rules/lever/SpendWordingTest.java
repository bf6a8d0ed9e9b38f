package io.recital.extraction.rules.lever;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.extraction.rules.CutText;
import io.recital.models.finding.FindingKind;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a year adds up to and when it is paid, in ways in which thousands of contracts say it. */
class SpendWordingTest {
    private static final String OPENING =
            "This Supply Agreement is between Alder Packaging Ltd. (\"Supplier\") and Birch Foods, Inc. (\"Customer\").\n\n";

    private static String read(String clause) {
        return new LeverExtractor()
                .extractAll(CutText.reading(OPENING + clause.replace("¶", "\n")), FindingKind.LEVER).values().stream()
                        .flatMap(answer -> CutText.candidates(answer).stream())
                        .map(lever -> lever.content().summary())
                        .collect(Collectors.joining(" | "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "The Buyer takes at least 900,000 lids of article L-30 in each Contract Year.¶For the quantity not taken it pays 25% of the price of Annex 1. # minimum commitment: 900000 lids, article L-30, 1 year, 25 %, the price",
                "The Buyer shall take off at least 600 tonnes in each period from 1 July up to and including 30 June. For each tonne taken off less, the Buyer owes the Seller a compensation of €45.00. # minimum commitment: 600 tonnes, 1 year, EUR 45.00",
                "The Customer guarantees 90 loads in each quarter. If it offers fewer, it pays the Haulier £120.00 for each load below 90. # minimum commitment: 90 loads, 1 quarter, GBP 120.00",
                "You have agreed to order 240 tonnes in the year and not less than 15 tonnes in any month. For a month in which you order less we may charge £40.00 for each tonne below 15. # minimum commitment: 240 tonnes, 1 year | minimum commitment: 15 tonnes, 1 month, GBP 40.00",
                "Our charges for storage and handling will not be less than £9,000 in any calendar month. # minimum commitment: GBP 9000, charges for storage and handling, 1 month",
                "If the Processing Fees of a calendar month are less than $62,000, Customer shall pay the difference. # minimum commitment: USD 62000, Processing Fees of a calendar month, 1 month",
                "If the royalties for a License Year come to less than $70,000, Licensee shall pay the shortfall within sixty (60) days after the end of that License Year. # minimum commitment: USD 70000, royalties for a License Year, 1 year",
                "If in any calendar year the fees amount to less than €50,000, the Client makes up the difference. # minimum commitment: EUR 50000, in any calendar year the fees, 1 year",
                "The minimum royalty of a License Year is $300,000 for Home Products and $120,000 for Clinic Units. # minimum commitment: USD 300000, Home Products, 1 year | minimum commitment: USD 120000, Clinic Units, 1 year",
                "In each Year the Customer takes at least 9,000 tonnes of steam or pays for what is missing 60% of the price in force on 31 July. # minimum commitment: 9000 tonnes, 60 %, the price, 1 year",
                "In each Contract Year the Buyer takes at least 650,000 pieces of SF-12 and 240,000 pieces of ST-31. # minimum commitment: 650000 pieces, SF-12, 1 year | minimum commitment: 240000 pieces, ST-31, 1 year",
                "Customer shall spend at least $500,000 with Supplier in each calendar year. To the extent it does not, Customer shall pay the difference between $500,000 and the amount spent. # minimum commitment: USD 500000, 1 year | rate card: payment, USD 500000",
                "The annual spend must be no less than EUR 300,000. # minimum commitment: EUR 300000, annual spend, 1 year",
                "A minimum monthly charge of £2,500 applies. # minimum commitment: GBP 2500, 1 month",
                "Buyer will purchase not fewer than 4,000 cases every quarter. Any shortfall is charged at €2.10 per case. # minimum commitment: 4000 cases, 1 quarter, EUR 2.10",
                "The Minimum Volume is 10,000 tonnes per Contract Year. Should the volume shipped be lower, Shipper pays £3.80 per tonne not shipped. # minimum commitment: 10000 tonnes, 1 year, GBP 3.80",
                "Guaranteed volume: 1,200 pallets per month. For every pallet below that number the Customer pays £1.10. # minimum commitment: 1200 pallets, 1 month, GBP 1.10",
                "At least two members of the board are present at each meeting. # ''",
            })
    void readsWhatMustAtLeastBeTakenOrPaid(String clause, String expected) {
        assertThat(read(clause)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "For each calendar half-year Seller will pay Buyer 2% of that portion of its Net Purchases which is more than $150,000 and not more than $250,000, and 4% of that portion which is more than $250,000. # rebate: > 150000 and ≤ 250000 USD: 2 %; > 250000 USD: 4 %, its Net Purchases, 6 months",
                "For the net turnover of a Contract Year the Supplier grants a rebate. It is 1.5% if the turnover reaches EUR 400,000, 2.5% if it reaches EUR 500,000 and 4% if it reaches EUR 650,000. # rebate: ≥ 400000 and < 500000 EUR: 1.5 %; ≥ 500000 and < 650000 EUR: 2.5 %; ≥ 650000 EUR: 4 %, 1 year",
                "Where the charges invoiced for time in a Contract Year exceed £250,000, Supplier shall credit 4% of the excess within 20 days after the end of that Contract Year. # volume discount: 4 %, GBP 250000, the excess, 1 year",
                "Supplier shall pay Customer an annual rebate of 2% of total purchases if purchases exceed $1,000,000 and 3% if they exceed $2,000,000. # rebate: > 1000000 and ≤ 2000000 USD: 2 %; > 2000000 USD: 3 %, total purchases, 1 year",
                "We refund 3% of what you spend with us above £100,000 in any calendar year. # rebate: 3 %, GBP 100000, what you spend with us, 1 year",
                "At the end of each year the Agency returns to the Client 5% of the fees billed in excess of €300,000. # rebate: 5 %, EUR 300000, the fees billed, 1 year",
                "Customer earns a credit equal to two percent (2%) of Net Purchases in each quarter in which Net Purchases are at least $75,000. # volume discount: 2 %, USD 75000, Net Purchases, 1 quarter",
                "On turnover above CHF 200,000 in a calendar year the Seller grants a retrospective bonus of 1.5% of the entire turnover. # rebate: 1.5 %, CHF 200000, the entire turnover, 1 year",
                "The Client pays a fee of 5% of media purchases up to €100,000 and of 4% above that. # ''",
                "If the audit shows that the charges exceed the right sum by more than 5%, Supplier refunds the difference. # ''",
                "For Trays sold in a License Year Licensee shall pay $2.10 for each of the first 20,000 Trays and $1.75 for each Tray thereafter. # gain or revenue share: ≤ 20000 Trays: USD 2.10; > 20000 Trays: USD 1.75, Trays, 1 year",
                "Licensee shall pay a royalty of $0.80 for each unit sold in a calendar quarter. # gain or revenue share: USD 0.80, unit, each unit sold, 1 quarter",
                "Licensee shall pay to Licensor twenty-five percent (25%) of every fee that it receives for a sublicense. # gain or revenue share: 25 %, every fee that it receives for a sublicense",
                "The Franchisee pays each month a franchise fee of 5% and a marketing contribution of 2% of its Gross Takings. # gain or revenue share: 5 %, franchise fee, its Gross Takings, 1 month | gain or revenue share: 2 %, marketing contribution, its Gross Takings, 1 month",
                "The royalty is 6% of Net Sales up to $1,000,000 in a calendar year and 4% of Net Sales above that. # gain or revenue share: ≤ 1000000 USD: 6 %; > 1000000 USD: 4 %, Net Sales, 1 year",
                "Licensee shall pay 8% of the first £200,000 of Net Sales, 6% of the next £300,000 and 5% of all further Net Sales of a year. # gain or revenue share: ≤ 200000 GBP: 8 %; > 200000 and ≤ 500000 GBP: 6 %; > 500000 GBP: 5 %, all further Net Sales, 1 year",
                "The first 10,000 units in each year bear a royalty of $1.00, the next 15,000 units $0.80 and all further units $0.60. # gain or revenue share: ≤ 10000 units: USD 1.00; > 10000 and ≤ 25000 units: USD 0.80; > 25000 units: USD 0.60, units, 1 year",
                "Units shipped as replacements are free of royalty up to two percent (2%) of the units shipped in the calendar quarter. # ''",
                "A royalty of €1.15 per kilogram is due on all Products sold during each calendar month. # gain or revenue share: EUR 1.15, kilogram, each kilogram, 1 month",
            })
    void readsRebatesAndRoyalties(String clause, String expected) {
        assertThat(read(clause)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Payment: within 14 days of receipt of the invoice with 2.5 % discount, within 45 days net. # early payment discount: 2.5 %, 14 days, receipt of the invoice | payment term: 45 days, receipt of the invoice",
                "Buyer may deduct two percent (2%) of the merchandise amount if Seller receives payment within ten (10) days of the invoice date. # early payment discount: 2 %, 10 days, the invoice date, the merchandise",
                "2% 10 days, net 30. # early payment discount: 2 %, 10 days | payment term: 30 days",
                "Terms are 1.5% 15 days, 45 days net. # early payment discount: 1.5 %, 15 days | payment term: 45 days",
                "Payment terms: 14 days 2%, 30 days net. # early payment discount: 2 %, 14 days | payment term: 30 days",
                "Skonto: 3 % within 10 days, 2 % within 20 days, net within 60 days of the date of invoice. # early payment discount: 3 %, 10 days, the date of invoice | early payment discount: 2 %, 20 days, the date of invoice | payment term: 60 days, the date of invoice",
                "Customer may deduct one percent (1%) of the Monthly Base Charge if it pays the invoice within fifteen (15) days after receipt. # early payment discount: 1 %, 15 days, receipt, the Monthly Base Charge",
                "The Customer may deduct 1% for payment within 10 days of the invoice date. # early payment discount: 1 %, 10 days, the invoice date",
                "If the Customer pays an invoice in full within ten (10) days of receipt, it may deduct a discount of 1.5% from the amount of that invoice, net of VAT. # early payment discount: 1.5 %, 10 days, receipt, the amount",
                "A 3% discount applies to invoices settled within 8 days of their date. # early payment discount: 3 %, 8 days, their date",
                "Invoices paid within ten days of receipt earn a settlement discount of 1.25%. # early payment discount: 1.25 %, 10 days, receipt",
                "The price is payable 60 days from the end of the month of invoice; a prompt payment discount of 2% may be taken for payment within 15 days of the invoice date. # early payment discount: 2 %, 15 days, the invoice date | payment term: 60 days, the end of the month of invoice",
                "Customer may withhold 5% of each invoice until it has paid its suppliers within the month. # ''",
                "Payment is due 30 days after receipt of the invoice or receipt of the Products, whichever is later. # payment term: 30 days, receipt of the invoice or receipt of the Products, whichever is later",
                "Payment 30 days end of month. # payment term: 30 days, end of month",
                "Our terms are strictly 30 days net monthly account. # payment term: 30 days, end of month",
                "Bills are due upon receipt and past due thirty (30) days after receipt. # payment term: 30 days, receipt",
                "Invoices fall due on the 15th of the month after the month in which they are received. # payment term: on the 15th of the month after the month in which they are received",
                "Each account is to be settled within 28 days of being rendered. # payment term: 28 days, being rendered",
                "If an invoice is paid late, the Customer pays a late fee of £25.00 for each invoice. # late payment interest: GBP 25.00",
                "A service charge of $15.00 is payable for each day by which payment is overdue. # late payment interest: USD 15.00, 1 day",
                "In the event of default the Supplier may demand interest of five percentage points above the base rate per annum. # late payment interest: 5 %, 1 year, base rate",
            })
    void readsDiscountsTermsAndWhatLatePaymentCosts(String clause, String expected) {
        assertThat(read(clause)).isEqualTo(expected);
    }
}
