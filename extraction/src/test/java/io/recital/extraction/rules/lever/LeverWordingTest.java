package io.recital.extraction.rules.lever;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.extraction.rules.CutText;
import io.recital.models.finding.FindingKind;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Classes of wording, each in several spellings, with the levers that they are. */
class LeverWordingTest {
    private static final String OPENING =
            "This Supply Agreement is between Alder Packaging Ltd. (\"Supplier\") and Birch Foods, Inc. (\"Customer\").\n\n";

    private final LeverExtractor extractor = new LeverExtractor();

    private String read(String clause) {
        return extractor
                .extractAll(CutText.reading(OPENING + clause.replace("¶", "\n")), FindingKind.LEVER)
                .values()
                .stream()
                .flatMap(answer -> CutText.candidates(answer).stream())
                .map(lever -> lever.content().summary())
                .collect(Collectors.joining(" | "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Each valid invoice is payable within 14 days of receiving it. # payment term: 14 days, receiving it",
                "Invoices fall due 60 days net from the date of a correct invoice. # payment term: 60 days, the date of a correct invoice",
                "Payment is due forty-five (45) days from the invoice date. # payment term: 45 days, the invoice date",
                "The Customer will settle undisputed invoices within one month of the end of the month in which they are received. # payment term: 1 month, the end of the month in which they are received",
                "Customer shall pay each invoice within thirty days of its date. # payment term: 30 days, its date",
                "Invoices are payable within 10 days of the invoice date less 3%, otherwise within 60 days of that date. # early payment discount: 3 %, 10 days, the invoice date | payment term: 60 days, the invoice date",
                "Payment is due within 8 days of receipt of the invoice with a discount of 1.5%, or net within 30 days without deduction. # early payment discount: 1.5 %, 8 days, receipt of the invoice | payment term: 30 days, receipt of the invoice",
                "A transfer received within four days after the due date is treated as on time. # late payment interest: 4 days",
                "Supplier shall pay each of its subcontractors within 30 days of a valid invoice. # ''",
                "Supplier shall issue its invoice within ten days after receipt of the order. # ''",
                "Sums paid late bear interest at 6% a year. # late payment interest: 6 %, 1 year",
                "For tools, Customer may deduct a discount of 3% if it pays within ten days of receiving the invoice. # early payment discount: 3 %, 10 days, receiving the invoice, tools",
                "If Customer pays within ten days of receiving the invoice, it may deduct 3%. # early payment discount: 3 %, 10 days, receiving the invoice",
                "In default the Customer owes interest of five percentage points per annum above the base rate. # late payment interest: 5 %, 1 year, base rate",
                "Either of us may charge interest on money that the other pays late. The rate is 3% a year above the base rate of the Bank of England. # late payment interest: 3 %, 1 year, Bank of England base rate",
            })
    void readsPaymentAndInterest(String clause, String expected) {
        assertThat(read(clause)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Supplier may increase the prices once in each Contract Year, for the first time on 1 May 2027, by not more than 2.5%. # price adjustment: 2.5 %, 1 year, 2027-05-01",
                "Supplier may adjust the Charges once a year. An increase shall not exceed the lower of:¶(a) the rise in the Consumer Prices Index; and¶(b) 4%.¶Supplier shall give at least three months' notice of an increase. # price adjustment: 1 year, Consumer Prices Index, 4 %, 3 months",
                "Fees increase annually by the greater of the change in CPI and 3%. # price adjustment: CPI, 3 %, 1 year",
                "On 1 July of each year the Rates change by 70% of the percentage change of the Haulage Cost Index South, but not more than 2%. # price adjustment: Haulage Cost Index South, 2 %, 70 %, 1 year",
                "The prices in Schedule 1 are fixed until 30 June 2028. # price adjustment: 2028-06-30, The prices in Schedule 1",
                "Prices shall remain firm for twenty-four (24) months. # price adjustment: 24 months, Prices",
                "The hourly rates shall increase by two percent (2%) on January 1, 2027 and on each January 1 thereafter. # price adjustment: 2 %, 1 year, 2027-01-01",
                "On 1 May 2027 and on every later 1 May the rates are altered in the proportion in which the Wage Index moved, but none goes up by more than 2%. # price adjustment: Wage Index, 2 %, 1 year, 2027-05-01",
                "On 1 March 2027 the price goes up by 1.5%. # price adjustment: 1.5 %, 2027-03-01",
                "From 1 July 2026, at the start of each calendar quarter, the price is set anew as P = P0 x (0.4 + 0.6 x S1/S0). # price adjustment: 1 quarter, 2026-07-01",
                "If the Consumer Prices Index falls, nothing changes. # ''",
                "The warranty period shall not be increased. # ''",
            })
    void readsPriceAdjustment(String clause, String expected) {
        assertThat(read(clause)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Customer shall buy no less than 1,000,000 units in each Contract Year. # minimum commitment: 1000000 units, 1 year",
                "Customer shall order at least 12,000 pallets in each full Contract Year. If it orders fewer, the shortfall is paid for at EUR 7.40 for each missing pallet. # minimum commitment: 12000 pallets, 1 year, EUR 7.40",
                "Customer shall take at least 300 tonnes in each half of a calendar year. # minimum commitment: 300 tonnes, 6 months",
                "Customer shall take or pay for at least 500 tonnes per quarter. # minimum commitment: 500 tonnes, 1 quarter",
                "The minimum royalty for each Contract Year is $250,000. # minimum commitment: USD 250000, 1 year",
                "The charges under this order shall not exceed £80,000. # volume restriction: GBP 80000",
                "Customer shall not cause the service to answer more than 2,000,000 requests in any month. # volume restriction: 2000000 requests, 1 month",
                "Supplier shall pay its staff at least the statutory minimum wage. # ''",
                "There is no minimum order and no minimum spend of $10,000. # ''",
                "If the Shipped Pallets of a Contract Year exceed 20,000, Supplier shall grant a rebate of 2% of the Transport Charges. # rebate: 2 %, 20000 Shipped Pallets",
                "Savings are shared 70% to Customer and 30% to Supplier for 12 months. # gain or revenue share: 70 %, 30 %, Savings, 12 months",
                "The saving of the first year is divided in equal parts. # gain or revenue share: 50 %",
                "Customer shall pay a commission of 12% of the net revenues. # gain or revenue share: 12 %, the net revenues",
            })
    void readsVolumes(String clause, String expected) {
        assertThat(read(clause)).startsWith(expected);
        assertThat(read(clause).isEmpty()).isEqualTo(expected.isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "If the goods are late, Supplier shall pay liquidated damages of EUR 200 for each late delivery, not exceeding 4% of the monthly charges. # liquidated damages: EUR 200, 1 month, 4 %, late delivery",
                "Supplier shall pay delay damages of 1% of the order value for each full week of delay. Delay damages may not exceed 8% of the order value. The Customer shall claim them within 60 days. # liquidated damages: 1 %, 1 week, the order value, 8 %, 60 days",
                "For each parcel in excess of 10 in a month Supplier shall pay liquidated damages of EUR 5. # liquidated damages: EUR 5, 1 month, parcel, 10 parcel",
                "The liability of each party in a Contract Year shall not exceed £250,000. # liability cap: GBP 250000, 1 year",
                "Supplier is liable for damage to goods, limited to EUR 8.33 for each kilogram and to EUR 600,000 for each event. # liability cap: EUR 8.33, EUR 600000",
                "For other loss Supplier's liability is limited to two times the price of the order. # liability cap: 2 times the price of the order",
                "The most that either of us can be made to pay the other in a year is the greater of £500,000 and 120% of the fees paid in that year. # liability cap: GBP 500000, 120 %",
            })
    void readsRisk(String clause, String expected) {
        assertThat(read(clause)).startsWith(expected);
        assertThat(read(clause)).doesNotContain(" | ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "The Customer may extend this Agreement once, by six months, by written notice at least 30 days before its end. # renewal: 6 months, 30 days",
                "It is renewed for a further period of one year each time unless one party gives notice no later than four months before its end. # renewal: 1 year, 4 months",
                "Supplier shall send a copy of each renewal of its certificate within 10 days. # ''",
                "You may end this agreement at any time and for any reason by giving us 45 days' written notice. # termination for convenience: You, 45 days",
                "The Customer may stop the support in part on two months' written notice. # termination for convenience",
                "The Customer may inspect the records of Supplier on 7 Business Days' notice, at most once in each Contract Year. If the audit shows an overcharge of more than 3%, Supplier bears its cost. # audit: Birch Foods, Inc. (“Customer”), 7 business days, 1 year, 3 %",
                "Customer may not more than once in any period of 18 months have the charges compared with the market by an independent expert. If they are more than 4% above the market, Supplier shall reduce them within 20 days. # benchmarking: Birch Foods, Inc. (“Customer”), 18 months, 4 %, 20 days",
                "Supplier shall not charge Customer higher prices than those of its other customers with similar volumes. # most favoured customer",
                "Supplier shall not offer any other customer a price that is lower than the price in Annex 1. # most favoured customer",
                "Customer shall buy its labels from Supplier only. # exclusivity",
                "Supplier shall not appoint any other person as distributor of the Products in the Territory. # exclusivity",
                "The Customer may appoint other suppliers and nothing makes Supplier exclusive. # ''",
                "Each further call is charged at $4.75. # rate card: further call, USD 4.75",
                "Customer shall pay Supplier a Maintenance Fee of $9,000 for each calendar month. # rate card: Maintenance Fee, USD 9000",
                "Toll is charged for each pallet at EUR 0.50 in zone 1 and EUR 1.25 in zone 2. # rate card: zone 1, EUR 0.50, zone 2, EUR 1.25, pallet",
                "First example. In an assumed year Customer pays a royalty of 5% of Net Sales. # ''",
            })
    void readsRightsAndRates(String clause, String expected) {
        assertThat(read(clause)).startsWith(expected);
        assertThat(read(clause).isEmpty()).isEqualTo(expected.isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Grade | 1 May 2026 to 30 April 2027 | 1 May 2027 to 30 April 2028;Senior | £800.00 | £820.00;Junior | £500.00 | £515.00 # rate card: Senior, GBP 800.00, Junior, GBP 500.00, 1 May 2026 to 30 April 2027, 2026-05-01 | rate card: Senior, GBP 820.00, Junior, GBP 515.00, 1 May 2027 to 30 April 2028, 2027-05-01",
                "Zone | until 30 June 2026 (EUR) | from 1 July 2026 (EUR);A | 0.80 | 0.90;B | 1.10 | 1.30 # rate card: A, EUR 0.80, B, EUR 1.10, until 30 June 2026 (EUR), 2026-06-30 | rate card: A, EUR 0.90, B, EUR 1.30, from 1 July 2026 (EUR), 2026-07-01",
                "Service | Rate (USD) | Condition;Waiting | 30.00 | after one hour;Return | 15.00 | if ordered # rate card: Waiting, USD 30.00 | rate card: Return, USD 15.00",
                "Expense | Limit;Hotel | £120.00 a night;Own car | £0.45 a mile # rate card: Hotel, GBP 120.00, night | rate card: Own car, GBP 0.45, mile",
                "Expense | Limit | Consent;Courier | £40.00 a parcel | Not required;Interpreter | £90.00 an hour | Required above £500.00 # rate card: Courier, GBP 40.00, parcel | rate card: Interpreter, GBP 90.00, hour | rate card: Interpreter, GBP 500.00",
                "Item | 100 to 999 units | 1,000 units or more;A-1 | $5.00 | $4.50 # volume discount: A-1, ≥ 100 and < 1000 units: USD 5.00; ≥ 1000 units: USD 4.50",
                "Orders placed in the month | Discount;1 to 9 | 0%;10 to 49 | 2%;50 or more | 3% # volume discount: ≥ 1 and < 10 Orders: 0 %; ≥ 10 and < 50 Orders: 2 %; ≥ 50 Orders: 3 %",
                "Contract Year | Minimum Purchase;January 1, 2026 to December 31, 2026 | $400,000;January 1, 2027 to December 31, 2027 | $450,000 # minimum commitment: Minimum Purchase, USD 400000, 2026-01-01 | minimum commitment: Minimum Purchase, USD 450000, 2027-01-01",
                "Subject | Terms;Payment | Net 45 from the date of invoice;Freight | Included # payment term: 45 days, the date of invoice",
                "Milestone | Due date | Price;Design | 1 May 2026 | $5,000;Build | 1 June 2026 | $9,000 # ''",
                "Item | Quantity | Rate | Amount (USD);Calls | 400 | $2.00 | 800.00;Total | | | 800.00 # ''",
                "Average price of the month | Fuel surcharge;less than 1.20 | 0.0%;1.20 or more | 2.0% # price adjustment: < 1.20: 0.0 %; ≥ 1.20: 2.0 %, Average price of the month",
            })
    void readsTables(String table, String expected) {
        String read = read(table.replace(";", "\n"));
        assertThat(read).startsWith(expected);
        assertThat(read.isEmpty()).isEqualTo(expected.isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "The price is EUR 410.00 per tonne for Grade 5 and EUR 455.50 per tonne for Grade 9. # rate card: Grade 5, EUR 410.00, Grade 9, EUR 455.50, tonne",
                "Customer shall pay $4.00 for the first 100 seats and $3.25 for each seat beyond that number in each month. # volume discount: seats, ≤ 100 seats: USD 4.00; > 100 seats: USD 3.25, 1 month",
                "Supplier shall pay damages of EUR 50 per tonne for late goods and EUR 70 per tonne for lost goods. # ''",
            })
    void readsPricesThatNameTheirItemsOrTheirParts(String clause, String expected) {
        assertThat(read(clause)).isEqualTo(expected);
    }
}
