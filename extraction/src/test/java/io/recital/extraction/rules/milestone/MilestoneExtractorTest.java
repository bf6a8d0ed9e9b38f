package io.recital.extraction.rules.milestone;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.extraction.rules.statement.ContractText;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.CitationRole;
import io.recital.models.finding.Extraction;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.Milestone;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MilestoneExtractorTest {
    private final MilestoneExtractor extractor = new MilestoneExtractor();

    /** Wording, summary. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Supplier shall deliver the pilot release by 30 June 2027. | pilot release — on 2027-06-30
            Supplier must complete the migration of all sites no later than 15 March 2027. | migration of all sites — on 2027-03-15
            Supplier shall install the test system within 60 days after the Effective Date. | test system — within 60 days of the Effective Date
            The acceptance tests shall be completed by 1 May 2027. | acceptance tests — on 2027-05-01
            By 12 May 2027 we will give you the source code, the data model and a handbook, in a form that you can change. | source code, the data model and a handbook — on 2027-05-12
            On 4 June 2027, the first Business Day of the month, the Supplier will replace the booking system in the Depot. | booking system in the Depot — on 2027-06-04
            Supplier shall qualify its plant in Gary, Indiana as a second source no later than September 30, 2027. | its plant in Gary, Indiana as a second source — on 2027-09-30
            Supplier shall complete a trial run with at least 3,000 parcels by 2 April 2027 and send Customer the log. | trial run with at least 3,000 parcels — on 2027-04-02
            Supplier shall carry out a count of all shelves by 16 April 2027. | count of all shelves — on 2027-04-16
            All gates are to be handed over by 20 February 2027. | All gates — on 2027-02-20
            The hall is to be completed, ready for acceptance, on 30 April 2027. | hall — on 2027-04-30
            The Contractor must bring the Works to Practical Completion by 27 March 2027. | Practical Completion — on 2027-03-27
            The Contractor shall achieve Substantial Completion no later than March 27, 2027. | Substantial Completion — on 2027-03-27
            Supplier installs a second boiler and hands it over ready for use by 2 March 2027. | second boiler — on 2027-03-02
            Committed Date for all three circuits: December 1, 2027. | all three circuits — on 2027-12-01
            The Committed Date is March 2, 2027. | Committed Date — on 2027-03-02
            The date for practical completion is 27 March 2027. | date for practical completion — on 2027-03-27
            The due date of milestone M3 becomes 29 May 2027. | milestone M3 — on 2027-05-29
            The ten machines must be in operation by 1 July 2027. | ten machines — on 2027-07-01
            """)
    void readsDeliverableAndDueDate(String wording, String summary) {
        assertThat(milestonesIn(wording))
                .singleElement()
                .extracting(Milestone::summary)
                .isEqualTo(summary);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Supplier shall deliver a status report monthly.",
                "Customer shall pay invoices within 30 days of receipt.",
                "Supplier shall promptly deliver the software.",
                "Supplier shall deliver a report on each outage within five days of its end.",
                "By 27 February 2027 the Supplier shall deliver to Customer a report on the measures taken.",
                "If Supplier finds an error in a plan, it shall deliver a corrected plan within 15 days after such finding.",
                "Supplier shall deliver an exit plan within 90 days of the Effective Date.",
                "Customer shall give Supplier access to its test system by 16 January 2027.",
                "By 21 March 2027 Customer shall give Supplier a complete list of software licences.",
                "Customer may keep back 5% of all sums due on milestone payments.",
                "All invoices are to be delivered by 20 February 2027.",
                "If the hall is to be completed by 30 April 2027, the price rises.",
                "Each report shall be completed by 1 March 2027.",
                "The Agreement shall be completed by an annex by 1 March 2027.",
                "The platform shall be secure."
            })
    void leavesAsideWhatIsNoMilestone(String wording) {
        assertThat(milestonesIn(wording)).isEmpty();
    }

    /** Wording, what it is paid on. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Customer shall pay USD 5,000 upon execution of this Agreement. | execution of this Agreement
            A fee of EUR 20,000 is payable on the first commercial sale of a treated seed. | first commercial sale of a treated seed
            Customer shall pay USD 9,000 within 30 days after the launch of the web shop. | launch of the web shop
            """)
    void readsWhatIsPaidOnce(String wording, String event) {
        assertThat(milestonesIn(wording)).singleElement().satisfies(milestone -> {
            assertThat(milestone.deliverable()).isEqualTo(event);
            assertThat(milestone.payment()).isNotNull();
        });
    }

    @Test
    void readsWhatIsPaidOnAcceptance() {
        assertThat(milestonesIn("Customer shall pay EUR 40,000 upon acceptance of the pilot system by the Customer."))
                .singleElement()
                .satisfies(milestone -> {
                    assertThat(milestone.deliverable()).isEqualTo("acceptance of the pilot system by the Customer");
                    assertThat(milestone.payment()).isNotNull();
                    assertThat(milestone.payment().display()).startsWith("EUR 40000");
                    assertThat(milestone.acceptance()).contains("acceptance");
                });
    }

    @Test
    void readsATableOfMilestones() {
        ContractReading contract = ContractText.betweenSupplierAndCustomer()
                .table(
                        "3",
                        "Milestones",
                        "",
                        new String[] {"Milestone", "Due date", "Payment", "Acceptance criteria"},
                        new String[] {"Design approved", "31 January 2027", "EUR 10,000", "Sign-off by Customer"},
                        new String[] {"Go-live", "30 April 2027", "EUR 25,000", ""})
                .reading();
        List<Extraction.Candidate> candidates = candidatesIn(contract);
        assertThat(candidates)
                .extracting(candidate -> candidate.content().summary())
                .containsExactly("Design approved — on 2027-01-31", "Go-live — on 2027-04-30");
        Milestone design = (Milestone) candidates.get(0).content();
        assertThat(design.acceptance()).isEqualTo("Sign-off by Customer");
        assertThat(design.code()).isNull();
        assertThat(candidates.get(0).citations()).allMatch(citation -> citation.standsIn(contract.text()));
        assertThat(candidates.get(0).citations())
                .extracting(citation -> citation.role())
                .contains(CitationRole.CELL, CitationRole.TABLE_HEADER);
    }

    /** Headers of a table, one row, what is read. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            No.;Deliverable;To be delivered by;Price | D1;Concept report;17 October 2027;EUR 36,000 | Concept report — on 2027-10-17
            Item;Description;Quantity;Price each;Deliver by | 1;Fire door, oak;40;EUR 312.00;27 February 2027 | Fire door, oak — on 2027-02-27
            Pos.;Article;Quantity;Date of delivery | 10;Pump casing;300;15 April 2027 | Pump casing — on 2027-04-15
            Section;Works;Ready by | A;Roof of hall 3;1 June 2027 | Roof of hall 3 — on 2027-06-01
            Stage;To be finished by | Foundation of the tower;1 June 2027 | Foundation of the tower — on 2027-06-01
            Article;Price;Valid from | Pump casing;EUR 3.10;15 April 2027 | -
            Description;Delivery time;Price | Pump casing;5 days;EUR 3.10 | -
            """)
    void readsTablesOfWhatIsToBeThereOnADay(String headers, String row, String summary) {
        ContractReading contract = ContractText.betweenSupplierAndCustomer()
                .table("3", "Scope", "", headers.split(";"), row.split(";"))
                .reading();

        assertThat(candidatesIn(contract).stream()
                        .map(candidate -> candidate.content().summary())
                        .toList())
                .isEqualTo(summary == null ? List.of() : List.of(summary));
    }

    @Test
    void readsWhatAChangeNoteSetsBesideWhatItWas() {
        ContractReading contract = ContractText.betweenSupplierAndCustomer()
                .table(
                        "1",
                        "Changes",
                        "",
                        new String[] {"No.", "Deliverable", "Until now", "From 3 March 2027"},
                        new String[] {"M2", "Pilot in Gdansk", "Due date 5 March 2027", "Due date 2 April 2027"},
                        new String[] {"M3", "Roll-out", "Payment EUR 70,000", "Payment EUR 75,000"})
                .reading();
        assertThat(candidatesIn(contract)).hasSize(2);
        assertThat(candidatesIn(contract).get(0).content().summary()).isEqualTo("Pilot in Gdansk — on 2027-04-02");
        Milestone second = (Milestone) candidatesIn(contract).get(1).content();
        assertThat(second.code()).isEqualTo("M3");
        assertThat(second.due()).isNull();
        assertThat(second.payment()).isNotNull();
        assertThat(second.payment().display()).startsWith("EUR 75000");
    }

    /** The sentence, the acceptance that it gives the first and the second milestone. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            A milestone is complete when Customer has approved it in writing. | Customer has approved it in writing | Customer has approved it in writing
            Milestone M1 is achieved once the tests in Annex 2 are passed. | the tests in Annex 2 are passed | none
            A deliverable shall be deemed accepted if Customer does not reject it within ten days. | Customer does not reject it within ten days | Customer does not reject it within ten days
            Milestones are reported monthly. | none | none
            """)
    void takesTheAcceptanceThatASentenceGivesAllMilestones(String wording, String first, String second) {
        ContractReading contract = ContractText.betweenSupplierAndCustomer()
                .table(
                        "3",
                        "Plan",
                        "",
                        new String[] {"No.", "Milestone", "Due date"},
                        new String[] {"M1", "Design approved", "31 January 2027"},
                        new String[] {"M2", "Go-live", "30 April 2027"})
                .clause("4", wording)
                .reading();
        assertThat(candidatesIn(contract))
                .extracting(candidate -> tail(((Milestone) candidate.content()).acceptance()))
                .containsExactly(tail(first), tail(second));
    }

    private static String tail(String acceptance) {
        return acceptance == null ? null : acceptance.replaceFirst("^the (?=tests)", "");
    }

    @Test
    void doesNotJudgeAnotherLanguage() {
        ContractReading contract = ContractText.betweenSupplierAndCustomer()
                .inLanguage("de", "1", "Lieferung bis 1. März 2027.")
                .reading();
        assertThat(extractor.extract(contract, contract.clauses().get(0), FindingKind.MILESTONE))
                .isInstanceOf(Extraction.Failed.class);
    }

    private List<Extraction.Candidate> candidatesIn(ContractReading contract) {
        return extractor.extract(contract, contract.clauses().get(0), FindingKind.MILESTONE)
                        instanceof Extraction.Found found
                ? found.candidates()
                : List.of();
    }

    private List<Milestone> milestonesIn(String wording) {
        return candidatesIn(ContractText.betweenSupplierAndCustomer()
                        .clause("1", wording)
                        .reading())
                .stream()
                .map(candidate -> (Milestone) candidate.content())
                .toList();
    }
}
