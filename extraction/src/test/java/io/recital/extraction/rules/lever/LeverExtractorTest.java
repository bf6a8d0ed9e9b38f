package io.recital.extraction.rules.lever;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.extraction.rules.CutText;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.finding.Extraction;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.FindingKind;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contract wording as input, the levers with their parameters as output. */
class LeverExtractorTest {
    private static final String OPENING =
            "This Supply Agreement is between Alder Packaging Ltd. (\"Supplier\") and Birch Foods, Inc."
                    + " (\"Customer\"). WHEREAS\n\n";

    private final LeverExtractor extractor = new LeverExtractor();

    private List<Candidate> levers(ContractReading reading) {
        return extractor.extractAll(reading, FindingKind.LEVER).values().stream()
                .flatMap(answer -> CutText.candidates(answer).stream())
                .toList();
    }

    private String read(String clause) {
        ContractReading reading = CutText.reading(OPENING + clause);
        List<Candidate> levers = levers(reading);
        assertThat(levers)
                .allSatisfy(lever -> assertThat(lever.citations())
                        .isNotEmpty()
                        .allMatch(citation -> citation.standsIn(reading.text())));
        return levers.stream().map(lever -> lever.content().summary()).collect(Collectors.joining(" | "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Customer shall pay each undisputed invoice within thirty (30) days after receipt of the invoice. # payment term: 30 days, receipt of the invoice",
                "Invoices are payable net 45 from the date of invoice. # payment term: 45 days, the date of invoice",
                "All fees are due sixty days following the end of each month. # payment term: 60 days, the end of each month",
                "Payment terms: 2/10 net 30. # early payment discount: 2 %, 10 days | payment term: 30 days",
                "Customer may deduct a discount of 2% if the invoice is paid within 10 days of its date. # early payment discount: 2 %, 10 days, its date",
                "If Customer pays an invoice within eight (8) days of receipt, Customer may deduct three percent (3%) of its amount. # early payment discount: 3 %, 8 days, receipt",
                "The payment period in Section 6 is changed from forty (40) days to fifty (50) days after receipt of the invoice. # payment term: 50 days, receipt of the invoice",
                "Overdue amounts shall bear interest at 1.5% per month. # late payment interest: 1.5 %, 1 month",
                "Interest on late payments accrues at 4% per annum above the Bank of England base rate. # late payment interest: 4 %, 1 year, Bank of England base rate",
                "Customer shall pay the invoice within thirty (45) days after receipt of the invoice. # payment term: inconsistent: “thirty” against “45”, receipt of the invoice",
                "If Customer fails to pay, Supplier may suspend within ten (10) days after notice. # ''",
            })
    void readsPayment(String clause, String expected) {
        assertThat(read(clause)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Prices may be adjusted annually in line with CPI-U but not by more than 3%. # price adjustment: CPI-U, 3 %, 1 year",
                "Prices are adjusted each year in line with CPI-U. No increase under Section 6.3 shall exceed 2%. # price adjustment: CPI-U, 1 year, 2 %",
                "Supplier grants a discount of 5% on orders above 50,000 units. # volume discount: 5 %, 50000 units",
                "Supplier shall pay Customer an annual rebate: 1% on purchases from $1,000,000 up to $2,000,000; 2% on purchases above $2,000,000. # rebate",
                "Customer shall purchase at least 100,000 units per calendar year. # minimum commitment: 100000 units, 1 year",
                "The minimum annual commitment shall be EUR 500,000. # minimum commitment: EUR 500000, 1 year",
                "Customer's use is limited to 500 users per month. # volume restriction: 500 users, 1 month",
                "The prices shall be no less favourable than those offered to any other customer. # most favoured customer",
                "Supplier shall pay liquidated damages of 0.5% of the order value per week of delay, up to 5% of the order value. # liquidated damages: 0.5 %, 1 week, 5 %",
                "Licensee shall pay a royalty of 6% of Net Sales. # gain or revenue share: 6 %, Net Sales",
                "Each party's aggregate liability shall not exceed the fees paid in the preceding twelve (12) months. # liability cap: the fees paid in the preceding twelve (12) months, 12 months, each party",
                "Supplier's total liability shall not exceed $2,000,000. # liability cap: USD 2000000, Alder Packaging Ltd. (“Supplier”)",
                "Customer may terminate this Agreement for convenience upon ninety (90) days' written notice. # termination for convenience: Birch Foods, Inc. (“Customer”), 90 days",
                "This Agreement automatically renews for successive terms of one (1) year. # renewal: 1 year, automatic",
                "Customer appoints Supplier as its exclusive supplier of cartons. # exclusivity: Alder Packaging Ltd. (“Supplier”)",
                "Customer may audit the books and records of Supplier once per year upon ten (10) days' notice. # audit: Birch Foods, Inc. (“Customer”), 10 days, 1 year",
                "Customer may conduct a benchmarking of the charges every two (2) years. # benchmarking: Birch Foods, Inc. (“Customer”), 2 years",
                "Each party's total liability shall not exceed the greater of $700,000 and 150% of the fees paid in the year. # liability cap: USD 700000, 150 %, the fees paid in the year, each party",
                "The prices are and will remain not higher than those that Supplier charges any other customer. # most favoured customer",
                "The price of the Grade 5 Film shall be [***] per roll. # rate card: Grade 5 Film, redacted",
                "The number of rejected cartons shall not exceed 40 units per month. # ''",
                "Supplier shall maintain insurance with liability limits of not less than $1,000,000. # ''",
                "Either party may terminate this Agreement if the other fails to cure a breach within 30 days of notice. # ''",
                "This license is non-exclusive and Supplier grants no exclusive right. # ''",
                "Supplier shall deliver the goods to the dock. # ''",
            })
    void readsTheOtherLevers(String clause, String expected) {
        assertThat(read(clause)).startsWith(expected);
        assertThat(read(clause).isEmpty()).isEqualTo(expected.isEmpty());
    }

    @Test
    void readsRebateTiersOfATableAndCitesHeadersAndCells() {
        ContractReading reading = CutText.reading(
                "Annual Spend (USD) | Rebate\nup to 1,000,000 | 1%\n1,000,001 - 2,000,000 | 2%\nover 2,000,000 | [***]");
        Candidate rebate = levers(reading).get(0);
        assertThat(rebate.content().summary())
                .isEqualTo(
                        "rebate: ≤ 1000000 USD: 1 %; ≥ 1000001 and ≤ 2000000 USD: 2 %; > 2000000 USD: redacted, 1 year");
        assertThat(rebate.citations())
                .filteredOn(citation -> citation.role() == CitationRole.TABLE_HEADER)
                .extracting(Citation::quote)
                .containsExactly("Annual Spend (USD)", "Rebate");
    }

    @Test
    void readsAColumnOfARateCardAsOneLever() {
        ContractReading reading =
                CutText.reading("Role | Hourly rate (EUR)\nArchitect | 150.00\nEngineer | 110.00\nTotal | 260.00");
        assertThat(levers(reading))
                .extracting(lever -> lever.content().summary())
                .containsExactly("rate card: Architect, EUR 150.00, Engineer, EUR 110.00, Hourly rate (EUR)");
    }

    @Test
    void leavesServiceCreditsToThoseWhoReadServiceLevels() {
        assertThat(levers(CutText.reading("Availability | Service credit rate\nbelow 99.0% | 5%\nbelow 95.0% | 10%")))
                .isEmpty();
    }

    @Test
    void citesTheStemOfAListItem() {
        ContractReading reading = CutText.reading(
                "Payment. The following applies to payments:\n(a) Customer shall pay each invoice within 30 days after receipt of the invoice.");
        assertThat(levers(reading).get(0).citations())
                .extracting(Citation::role)
                .containsExactly(CitationRole.ITEM, CitationRole.LIST_STEM);
    }

    @Test
    void saysThatItCannotReadAnotherLanguage() {
        ContractReading reading = CutText.reading("Der Preis beträgt 5 EUR pro Stück.", "de");
        assertThat(extractor.extract(reading, reading.clauses().get(0), FindingKind.LEVER))
                .isInstanceOfSatisfying(
                        Extraction.Failed.class,
                        failed -> assertThat(failed.category()).isEqualTo(Extraction.FailureCategory.LANGUAGE));
    }
}
