package io.recital.extraction.rules.lever;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.extraction.rules.CutText;
import io.recital.models.finding.FindingKind;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Classes of wording as signed contracts have them, each with what looks like it and is no lever. */
class LeverClassesTest {
    private static final String OPENING =
            "This Supply Agreement is between Alder Packaging Ltd. (\"Supplier\") and Birch Foods, Inc."
                    + " (\"Customer\"). WHEREAS\n\n";

    private final LeverExtractor extractor = new LeverExtractor();

    private void assertRead(String clause, String expected) {
        String read = extractor.extractAll(CutText.reading(OPENING + clause), FindingKind.LEVER).values().stream()
                .flatMap(answer -> CutText.candidates(answer).stream())
                .map(lever -> lever.content().summary())
                .collect(Collectors.joining(" | "));
        assertThat(read).startsWith(expected);
        assertThat(read.isEmpty()).isEqualTo(expected.isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Sponsor shall pay Club a sponsorship fee of $40,000 upon signing of this Agreement. # rate card: sponsorship fee, USD 40000",
                "Customer agrees to pay Supplier a monthly fee in the amount of $450 for hosting. # rate card: hosting, USD 450, month, 1 month",
                "In consideration of the services, Supplier shall be entitled to compensation of $150,000, to be paid in equal installments of $37,500 on January 1, 2026 and April 1, 2026. # rate card: payment, USD 150000, 2026-01-01",
                "New reports are charged at a rate of $55 per hour. # rate card: New reports, USD 55, hour",
                "Customer shall pay Supplier an annual retainer of forty thousand dollars ($40,000). # rate card: annual retainer, USD 40000, 1 year",
                "All other work will be billed at actual cost plus a 10% handling fee. # rate card: cost plus, 10 %",
                "Monthly hosting fee $39 Set-up fee $250 # rate card: Monthly hosting fee, USD 39, Set-up fee, USD 250",
                "The price is Four Thousand Nine Hundred Dollars ($4,950.00 U.S.) for each machine. # rate card: price, inconsistent",
                "Supplier shall maintain general liability insurance of not less than $1,000,000 per occurrence. # ''",
                "Customer's net worth shall exceed $5,000,000. # ''",
            })
    void readsSumsThatArePaid(String clause, String expected) {
        assertRead(clause, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Distributor shall pay Supplier a commission equal to 20% of the gross sales price of each portal. # gain or revenue share: 20 %, the gross sales price",
                "Licensee shall pay a royalty of 5% of the wholesale price of each garment sold. # gain or revenue share: 5 %, the wholesale price",
                "The Affiliate receives a 12% commission on each sale. # gain or revenue share: 12 %",
                "Publisher shall retain 70% of all advertising revenues and shall remit 30% of all advertising revenues to Supplier. # gain or revenue share: 70 %, 30 %, all advertising revenues",
                "Costs of the arbitration shall be shared equally by the parties. # ''",
                "If an audit shows that royalties were underpaid by more than 5% of the royalties due, Licensee shall pay for the audit. # ''",
            })
    void readsSharesOfWhatIsEarned(String clause, String expected) {
        assertRead(clause, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Licensee guarantees a minimum royalty of $50,000 for each License Year. # minimum commitment: USD 50000, 1 year",
                "The Athlete shall make at least four (4) personal appearances per year for the Sponsor. # minimum commitment: 4 personal appearances, 1 year",
                "Distributor shall purchase no less than 1,000,000 units in each Contract Year. # minimum commitment: 1000000 units, 1 year",
                "Customer undertakes to order at least 80% of its annual requirements from Supplier. # minimum commitment: 80 %, 1 year",
                "At least 96% of the orders shall arrive complete. # ''",
                "Supplier shall give Customer at least thirty (30) days notice of any change. # ''",
                "The travel expenses of the consultant shall not exceed $1,000 per day. # volume restriction: USD 1000, travel expenses of the consultant, 1 day",
                "Supplier will provide up to 20 hours of training per month at no charge. # volume restriction: 20 hours, 1 month",
                "Customer may operate a maximum of 250 servers under this license. # volume restriction: 250 servers",
            })
    void readsLeastAndMost(String clause, String expected) {
        assertRead(clause, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Supplier hereby appoints Customer as its sole and exclusive distributor in the Territory. # exclusivity: Birch Foods, Inc. (“Customer”)",
                "Supplier shall not sell the Products to any other distributor in the Territory. # exclusivity",
                "During the term Talent shall not endorse any competing brand of the products. # exclusivity",
                "Customer shall purchase the Products exclusively from Supplier. # exclusivity",
                "The courts of Leeds have exclusive jurisdiction. # ''",
                "Nothing in this Agreement requires Customer to buy exclusively from Supplier. # ''",
                "The remedy in this Section is Customer's sole and exclusive remedy. # ''",
            })
    void readsExclusivity(String clause, String expected) {
        assertRead(clause, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "This Agreement may be terminated by either party upon sixty (60) days written notice. # termination for convenience: either party, 60 days",
                "Customer may cancel this Agreement at any time by giving written notice to Supplier. # termination for convenience: Birch Foods, Inc. (“Customer”)",
                "Supplier will have the ability to terminate this Agreement by giving 90 days' prior written notice to Customer. # termination for convenience: Alder Packaging Ltd. (“Supplier”), 90 days",
                "If this Agreement is terminated for any reason, Customer shall return the materials. # ''",
                "Thereafter this Agreement shall continue from year to year unless terminated by either party. # renewal: 1 year, automatic",
                "This Agreement shall be extended for additional annual periods unless either party gives notice of non-renewal at least 60 days before the end of the term. # renewal: 1 year, 60 days, automatic",
                "This Agreement shall be for an initial term of two (2) years and may be extended by agreement. # ''",
                "All records shall be available for inspection and copying by Customer upon reasonable notice. # audit",
                "Customer shall have the right to examine the books and records of Supplier once a year upon five days' notice. # audit: Birch Foods, Inc. (“Customer”), 5 days, 1 year",
            })
    void readsHowItEndsAndGoesOn(String clause, String expected) {
        assertRead(clause, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Supplier's liability shall be limited to one month's fees. # liability cap: one month's fees",
                "In no event shall either party be liable in an amount greater than the total fees paid by Customer. # liability cap: the total fees paid by Customer, either party",
                "Supplier is liable for no more than the greater of $100,000 or the charges paid by Customer in the preceding twelve months. # liability cap: USD 100000, the charges paid by Customer in the preceding twelve months",
                "Neither party is liable for indirect or consequential damages. # ''",
                "If Customer terminates early, it shall pay an early termination fee equal to six months of the average monthly fees. # liquidated damages: six months of the average monthly fees",
                "If delivery is late, Supplier shall pay a penalty of $500 for each day of delay. # liquidated damages: USD 500, 1 day",
            })
    void readsCapsAndDamages(String clause, String expected) {
        assertRead(clause, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Supplier may change its prices upon sixty (60) days' prior written notice to Customer. # price adjustment: 60 days",
                "The fees may not be increased by more than 5% in any renewal term. # price adjustment: 5 %",
                "At no time shall the price exceed the lowest price at which Supplier sells the product to any third party. # most favoured customer",
                "Customer shall receive a discount of 30% off the list price of each product. # volume discount: 30 %",
                "All fees are due and payable within fifteen (15) days of the applicable monthly invoice. # payment term: 15 days, the applicable monthly invoice",
                "Fees are payable upon receipt of invoice. # payment term: upon receipt of invoice",
                "Rent is due on the first day of each month. # payment term: on the first day of each month, 1 month",
                "Any payment made later than the due date will accrue interest at one percent (1%) per month. # late payment interest: 1 %, 1 month",
            })
    void readsPricesInTime(String clause, String expected) {
        assertRead(clause, expected);
    }
}
