package io.recital.extraction.rules.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.extraction.rules.statement.ContractText;
import io.recital.models.contract.ContractReading;
import io.recital.models.finding.Extraction;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.Obligation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Promises as contracts of many drafters write them: inverted, run into headings, in capitals, by grant, by passive. */
class HiddenPromiseTest {
    private final ObligationExtractor extractor = new ObligationExtractor();

    /** Wording, modality, obligor, action. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            In no event may Customer resell the seeds. | PROHIBITION | Customer | resell the seeds
            Customer acknowledges that the seeds are treated, and agrees to warn its farmers. | DUTY | Customer | warn its farmers
            Packaging The Supplier shall use paper only. | DUTY | Supplier | use paper only
            Supplier covenants and represents to Customer that it will keep the permits. | DUTY | Supplier | keep the permits
            Neither party shall have any right, power or authority to bind the other. | PROHIBITION | each party | bind the other
            Customer shall have the right at no additional expense to visit the nursery. | RIGHT | Customer | visit the nursery
            SUPPLIER AGREES TO LABEL EACH SACK. | DUTY | SUPPLIER | LABEL EACH SACK
            Supplier and its growers in their sole discretion may refuse wet ground. | RIGHT | Supplier | refuse wet ground
            Customer is to clear the field. | DUTY | Customer | clear the field
            Supplier shall at all times refrain from burning waste. | PROHIBITION | Supplier | burning waste
            Supplier shall have sole responsibility for the nursery. | DUTY | Supplier | have sole responsibility for the nursery
            It is agreed by the parties that Customer shall open the gate. | DUTY | Customer | open the gate
            The Indemnifying Party may not agree to a settlement. | PROHIBITION | Indemnifying Party | agree to a settlement
            Customer must have its own insurance. | DUTY | Customer | have its own insurance
            Supplier has to water the hedges daily. | DUTY | Supplier | water the hedges daily
            Customer can demand a new delivery. | RIGHT | Customer | demand a new delivery
            """)
    void findsThePartyWhereWordsStandBeforeItOrBehindIt(
            String wording, String modality, String obligor, String action) {
        assertOnly(wording, modality, obligor, action);
    }

    /** Wording, modality, obligor, action. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The samples shall be sent to Supplier. | DUTY | Customer | send The samples to Supplier
            Sacks will be weighed by Supplier on arrival. | DUTY | Supplier | weigh Sacks on arrival
            No extra fee shall be charged by Supplier. | PROHIBITION | Supplier | charge any extra fee
            This Agreement may not be assigned without consent. | PROHIBITION | each party | assign This Agreement without consent
            Any notice or request permitted hereunder shall be in writing. | DUTY | each party | be in writing (Any notice or request permitted hereunder)
            No waiver of any provision shall be effective unless in writing and signed. | PROHIBITION | each party | make waiver of any provision unless in writing and signed
            Any modification hereof must be in writing. | PROHIBITION | the parties | make any modification hereof except in writing
            """)
    void tellsWhoActsInPassives(String wording, String modality, String obligor, String action) {
        assertOnly(wording, modality, obligor, action);
    }

    /** Wording, modality, obligor, action. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Supplier hereby grants to Customer a non-exclusive license for the variety names. | RIGHT | Customer | have a non-exclusive license for the variety names
            Customer hereby engages Supplier to plant the hedges. | DUTY | Supplier | plant the hedges
            Neither party shall be liable for any failure to perform caused by an act of God. | RIGHT | each party | not be liable for any failure to perform caused by an act of God
            The term is extended each May unless terminated by either party upon 60 days written notice. | RIGHT | either party | terminate upon 60 days written notice
            """)
    void readsRightsThatOtherWordsGive(String wording, String modality, String obligor, String action) {
        assertOnly(wording, modality, obligor, action);
    }

    /** Who does much in the present tense and shall do little owes what it does; elsewhere it is told how things are. */
    @Test
    void takesThePresentTenseForAPromiseWhereAContractIsWrittenSo() {
        String deeds = "Supplier collects the leaves in October.";
        String promises = "Supplier sends a bill each month. Customer pays it at once. Supplier keeps the tools dry.";

        assertThat(obligationsIn(promises + " " + deeds))
                .extracting(Obligation::action)
                .contains("collect the leaves in October");
        assertThat(obligationsIn("Supplier shall sweep the yard. Customer shall pay the bill. " + deeds))
                .extracting(Obligation::action)
                .containsExactly("sweep the yard", "pay the bill");
    }

    @Test
    void takesADutyAndAProhibitionOfOnePromiseApart() {
        assertThat(obligationsIn("Supplier agrees to water the hedges, and not to use sprinklers."))
                .extracting(obligation -> obligation.modality() + " " + obligation.action())
                .containsExactly("DUTY water the hedges", "PROHIBITION use sprinklers");
    }

    /** Who signs is not who acts, and who is merely not liable owes nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Neither party shall be liable for lost profits.",
                "Customer shall have no obligation to buy.",
                "No waiver shall be inferred from silence by such party.",
                "This Agreement may be executed in counterparts and by electronic signature.",
                "The Customer shall be released from its duties by Supplier.",
                "Supplier represents that it has the right to enter into this Agreement.",
            })
    void findsNothingWhereNobodyIsBound(String wording) {
        assertThat(obligationsIn(wording)).isEmpty();
    }

    @Test
    void readsPartiesWhoseNamesBeginInLowerCase() {
        ContractReading contract = new ContractText()
                .clause("1", "e-grow will water the beds.")
                .clause("2", "The tenant’s list is kept by e-grow. Thereafter e-grow may enter the garden.")
                .reading();
        assertThat(extractor.extract(contract, contract.clauses().get(0), FindingKind.OBLIGATION))
                .isInstanceOfSatisfying(
                        Extraction.Found.class,
                        found -> assertThat(found.candidates())
                                .extracting(candidate -> ((Obligation) candidate.content())
                                        .obligor()
                                        .asWritten())
                                .containsExactly("e-grow"));
    }

    @Test
    void readsThroughTheMarksOfMarkdown() {
        assertThat(obligationsIn("<span class=\"term\">Customer</span> will **not** share its <b>password</b>."))
                .singleElement()
                .satisfies(obligation -> assertThat(obligation.action()).isEqualTo("share its password"));
    }

    /** What is to be done after one event and again after another falls due by each. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Within 30 days after the Effective Date, and within 30 days after each major release of the Software thereafter, Supplier shall deposit the source code. | within 30 days of the Effective Date | within 30 days of each major release of the Software
            Supplier shall deposit the source code within thirty (30) days after signature and again within ten (10) days after each update. | within 30 days of signature | within 10 days of each update
            Supplier shall send the certificate no later than 14 days after the Start Date and thereafter within 7 days of each renewal of the policy. | within 14 days of the Start Date | within 7 days of each renewal of the policy
            Within 10 days of signature and of each extension, Supplier shall hand over the list of staff. | within 10 days of signature | within 10 days of each extension
            Supplier shall file the plan within 20 days after the Start Date and after every change of site. | within 20 days of the Start Date | within 20 days of every change of site
            Supplier shall renew the bond within 10 days of the Start Date and each anniversary thereof. | within 10 days of the Start Date | within 10 days of each anniversary thereof
            Supplier shall report within 5 days after commissioning and, thereafter, within 5 days after the end of each month. | within 5 days of commissioning | within 5 days of the end of every 1 month
            """)
    void readsADutyOnceForEachTimeThatItNames(String wording, String first, String second) {
        assertThat(obligationsIn(wording))
                .extracting(obligation -> String.valueOf(
                        obligation.deadline() == null
                                ? ""
                                : obligation.deadline().display()))
                .containsExactly(first, second);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Supplier shall reply within 5 days after receipt of the complaint and the samples.",
                "Supplier shall refund the price within 10 days after return of the goods and of the papers.",
                "Within 5 days after delivery and inspection Customer shall sign the note.",
                "Supplier shall bill within 5 days after the end of each month and each quarter's list.",
            })
    void readsADutyOnceWhereOneTimeHasTwoParts(String wording) {
        assertThat(obligationsIn(wording)).hasSize(1);
    }

    /** Wording, deadline. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Supplier shall prune and water the trees within 3 days after each storm. | within 3 days of each storm
            Within 10 days after the end of each quarter Supplier shall send a list of the plants sold in each month. | within 10 days of the end of every 1 quarter
            Supplier shall invoice the deliveries within 5 days after the end of the month. | within 5 days of the end of every 1 month
            If a plant dies, Supplier shall replace it within 5 days. | within 5 days of a plant dies
            Supplier shall send the plan, which shall be approved within 9 days after receipt. | —
            Once in every period of 24 months Customer may compare the prices. | every 24 months
            """)
    void readsTheDeadlineOfThePromiseItself(String wording, String deadline) {
        assertThat(obligationsIn(wording))
                .isNotEmpty()
                .first()
                .satisfies(obligation -> assertThat(
                                obligation.deadline() == null
                                        ? "—"
                                        : obligation.deadline().display())
                        .isEqualTo(deadline));
    }

    /** Wording, the actions of its duties. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Supplier shall assess the risks of each site once a year and let Customer have it by 31 October. | assess the risks of each site once a year and let Customer have it by 31 October
            Supplier shall write a plan and send it to Customer within 5 days.   | write a plan and send it to Customer within 5 days
            Supplier shall keep a log, test the alarms and send the results.      | keep a log; test the alarms; send the results
            Supplier maintains fire insurance and proves this by 31 January.      | maintain fire insurance; prove this by 31 January
            Supplier delivers the meals and also provides the trays.              | deliver the meals; provide the trays
            Supplier keeps the records and reports of each batch.                 | keep the records and reports of each batch
            """)
    void partsWhatIsToBeDoneWhereSomethingNewBegins(String wording, String actions) {
        assertThat(obligationsIn(wording)).extracting(Obligation::action).containsExactly(actions.split("; "));
    }

    private void assertOnly(String wording, String modality, String obligor, String action) {
        assertThat(obligationsIn(wording)).singleElement().satisfies(obligation -> {
            assertThat(obligation.modality()).hasToString(modality);
            assertThat(obligation.obligor().asWritten()).isEqualTo(obligor);
            assertThat(obligation.action()).isEqualTo(action);
        });
    }

    private List<Obligation> obligationsIn(String wording) {
        ContractReading contract =
                ContractText.betweenSupplierAndCustomer().clause("1", wording).reading();
        List<Obligation> obligations = new ArrayList<>();
        if (extractor.extract(contract, contract.clauses().get(0), FindingKind.OBLIGATION)
                instanceof Extraction.Found found) {
            found.candidates().forEach(candidate -> obligations.add((Obligation) candidate.content()));
        }
        return obligations;
    }
}
