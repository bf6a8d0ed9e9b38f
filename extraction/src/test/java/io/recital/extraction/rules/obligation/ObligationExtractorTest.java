package io.recital.extraction.rules.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recital.extraction.rules.statement.ContractText;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.CitationRole;
import io.recital.models.finding.Extraction;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.Obligation;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObligationExtractorTest {
    private final ObligationExtractor extractor = new ObligationExtractor();

    /** Wording, modality, obligor, action. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Supplier shall deliver the Goods to the Depot. | DUTY | Supplier | deliver the Goods to the Depot
            The Supplier must keep the records for six years. | DUTY | Supplier | keep the records for six years
            Customer will pay each undisputed invoice within 30 days of receipt. | DUTY | Customer | pay each undisputed invoice within 30 days of receipt
            Supplier agrees to keep the prices firm until 31 December 2027. | DUTY | Supplier | keep the prices firm until 31 December 2027
            The Supplier undertakes to appoint a contract manager. | DUTY | Supplier | appoint a contract manager
            Customer is obliged to inspect the Goods on arrival. | DUTY | Customer | inspect the Goods on arrival
            Customer is required to return the pallets. | DUTY | Customer | return the pallets
            Supplier is responsible for the disposal of packaging waste. | DUTY | Supplier | responsible for the disposal of packaging waste
            Supplier shall be responsible for all customs formalities. | DUTY | Supplier | be responsible for all customs formalities
            Each party shall keep the other party's information confidential. | DUTY | Each party | keep the other party's information confidential
            The parties shall meet to review the forecasts. | DUTY | parties | meet to review the forecasts
            Supplier, at its own expense, shall insure the tooling. | DUTY | Supplier | insure the tooling
            Supplier (and any approved subcontractor) shall wear site passes. | DUTY | Supplier | wear site passes
            Upon termination Supplier shall hand over the documentation. | DUTY | Supplier | hand over the documentation
            The parties agree that Supplier shall store the moulds free of charge. | DUTY | Supplier | store the moulds free of charge
            The vendor shall use open formats for all exports. | DUTY | vendor | use open formats for all exports
            All freight charges shall be paid by Customer. | DUTY | Customer | pay All freight charges
            A weekly stock report shall be provided by the Supplier to Customer. | DUTY | Supplier | provide A weekly stock report to Customer
            Supplier shall not subcontract the Services without consent. | PROHIBITION | Supplier | subcontract the Services without consent
            Customer may not resell the Software. | PROHIBITION | Customer | resell the Software
            The Supplier must not alter the specification. | PROHIBITION | Supplier | alter the specification
            Supplier will not use the Customer Data for marketing. | PROHIBITION | Supplier | use the Customer Data for marketing
            Customer agrees not to solicit the Supplier's staff. | PROHIBITION | Customer | solicit the Supplier's staff
            Neither party shall assign this Agreement. | PROHIBITION | each party | assign this Agreement
            No party may disclose the terms of this Agreement. | PROHIBITION | each party | disclose the terms of this Agreement
            Supplier is not permitted to store data outside the Territory. | PROHIBITION | Supplier | store data outside the Territory
            Customer shall not be entitled to withhold payment. | PROHIBITION | Customer | withhold payment
            Customer may audit the Supplier's books. | RIGHT | Customer | audit the Supplier's books
            Customer is entitled to reject late deliveries. | RIGHT | Customer | reject late deliveries
            Customer has the right to inspect the plant. | RIGHT | Customer | inspect the plant
            Supplier reserves the right to suspend access. | RIGHT | Supplier | suspend access
            Customer may, at its option, extend the Term. | RIGHT | Customer | at its option, extend the Term
            Supplier shall have the right to invoice storage costs. | RIGHT | Supplier | invoice storage costs
            This Agreement may be terminated by either party on notice. | RIGHT | either party | terminate This Agreement on notice
            """)
    void readsModalityObligorAndAction(String wording, String modality, String obligor, String action) {
        assertThat(obligationsIn(wording)).singleElement().satisfies(obligation -> {
            assertThat(obligation.modality()).hasToString(modality);
            assertThat(obligation.obligor().asWritten()).isEqualTo(obligor);
            assertThat(obligation.action()).isEqualTo(action);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This Agreement shall be governed by the laws of Ireland.",
                "“Goods” shall mean the items listed in Schedule 1.",
                "Clauses 9 and 12 shall survive termination.",
                "The Term shall commence on the Effective Date.",
                "Notices shall be deemed received on the second day after posting.",
                "The Services shall include the tasks set out in Annex 2.",
                "Supplier shall not be liable for loss of profit.",
                "Customer shall have no obligation to purchase any minimum quantity.",
                "Supplier is not required to keep stock.",
                "Supplier shall own all right, title and interest in the Software.",
                "Customer shall be deemed to have accepted the Deliverables.",
                "The obligations of Supplier shall continue after expiry.",
                "Nothing in this Agreement shall create a partnership.",
                "No failure by either party to exercise a right shall operate as a waiver.",
                "Supplier represents and warrants that it is duly incorporated.",
                "Customer acknowledges that the Software may contain errors.",
                "The headings shall not affect the interpretation of this Agreement.",
                "Such amounts as Customer may from time to time approve.",
                "If Supplier shall fail to agree, the matter goes to the Experts.",
                "Prices are stated in euro and may vary in May 2027.",
                "The Agreement will remain in force for three years.",
                "The parties agree to the terms set out in Annex 3.",
                "No hardware will be provided by Customer.",
                "They are responsible for the outcome.",
                "The parties may agree on a longer period."
            })
    void leavesAsideWhatOnlyStatesAnEffect(String wording) {
        assertThat(obligationsIn(wording)).isEmpty();
    }

    /** Wording, deadline as displayed. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Customer shall pay each invoice within thirty (30) days of receipt of a valid invoice. | within 30 days of receipt of a valid invoice
            Supplier shall deliver the Report by 31 March 2027. | on 2027-03-31
            Supplier shall submit a plan no later than 15 January 2027. | on 2027-01-15
            Supplier shall give a forecast at least ten (10) Business Days before the start of each quarter. | at least 10 business days before the start of each quarter
            Supplier shall send a report within 10 Business Days after the end of each month. | within 10 business days of the end of every 1 month
            Supplier shall submit its accounts within 90 days after the end of each calendar year. | within 90 days of the end of every 1 year
            Customer shall pay rent on or before the fifth (5th) Business Day of each month. | within 5 business days of the end of every 1 month
            Supplier shall report its stock monthly. | every 1 month
            Supplier shall submit a quarterly report to Customer. | every 1 quarter
            Supplier shall test the plan at least twice a year. | every 6 months
            Supplier shall review the prices annually. | every 1 year
            Supplier shall promptly notify Customer of any delay. | promptly
            Upon termination of this Agreement, Supplier shall return the tools within 14 days. | within 14 days of termination of this Agreement
            Supplier shall pay the sum within thirty (45) days of demand. | within thirty (45) days of demand
            Supplier shall pay the sum within [***] days of demand. | within [***] days of demand
            Supplier shall obtain approval prior to any change of site. | prior to any change of site
            """)
    void readsTheDeadline(String wording, String deadline) {
        assertThat(obligationsIn(wording))
                .singleElement()
                .satisfies(obligation -> assertThat(obligation.deadline())
                        .isNotNull()
                        .satisfies(read -> assertThat(read.display()).isEqualTo(deadline)));
    }

    @Test
    void readsNoDeadlineWhereTheWordsNameNone() {
        assertThat(obligationsIn("Customer shall pay the Monthly Charge for each month used."))
                .singleElement()
                .extracting(Obligation::deadline)
                .isNull();
    }

    /** Wording, trigger. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            If the Goods are rejected, Supplier shall replace them. | If the Goods are rejected
            Upon expiry of the Term, Supplier shall vacate the site. | Upon expiry of the Term
            In the event that a recall is ordered, Supplier shall bear its cost. | In the event that a recall is ordered
            Supplier shall repair the equipment upon written request by Customer. | upon written request by Customer
            Customer may terminate this Agreement if Supplier becomes insolvent. | if Supplier becomes insolvent
            Following receipt of the samples, Customer shall test them. | Following receipt of the samples
            """)
    void readsTheTrigger(String wording, String trigger) {
        assertThat(obligationsIn(wording))
                .singleElement()
                .extracting(Obligation::trigger)
                .isEqualTo(trigger);
    }

    /** Wording, consequence. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Supplier shall cure the breach in 10 days, failing which Customer may terminate. | failing which Customer may terminate
            Customer shall raise a dispute in 7 days; otherwise the invoice is accepted. | otherwise the invoice is accepted
            Supplier shall deliver the plan. If Supplier fails to do so, the fee is reduced by 5%. | If Supplier fails to do so, the fee is reduced by 5%
            """)
    void readsTheConsequence(String wording, String consequence) {
        assertThat(obligationsIn(wording).get(0).consequence()).isEqualTo(consequence);
    }

    @Test
    void namesWhoIsOwed() {
        Obligation obligation = obligationsIn("Supplier shall provide Customer with a list of spare parts.")
                .get(0);
        assertThat(obligation.obligee()).isNotNull();
        assertThat(obligation.obligee().display()).isEqualTo("Customer (Harbour Foods plc)");
        assertThat(obligation.obligor().display()).isEqualTo("Supplier (Meridian Works Ltd)");
    }

    @Test
    void takesTheSubjectAlongToASecondVerb() {
        assertThat(obligationsIn("Supplier shall label every crate and shall not stack them."))
                .satisfiesExactly(
                        first -> assertThat(first.summary()).isEqualTo("Supplier must label every crate"),
                        second -> assertThat(second.summary()).isEqualTo("Supplier must not stack them"));
    }

    @Test
    void keepsTwoPartiesApartInOneSentence() {
        assertThat(obligationsIn(
                        "Supplier shall issue the invoice, and Customer shall pay it within 20 days of its date."))
                .extracting(Obligation::summary)
                .containsExactly(
                        "Supplier must issue the invoice",
                        "Customer must pay it within 20 days of its date — within 20 days of its date");
    }

    @Test
    void makesOneObligationOfEachInlineListItemAndCitesStemAndItem() {
        ContractReading contract = ContractText.betweenSupplierAndCustomer()
                .clause(
                        "4.1",
                        "Supplier shall: (a) keep the Site clean; (b) report accidents within 24 hours of their occurrence; and (c) pay the levy.")
                .reading();
        List<Extraction.Candidate> candidates = candidatesIn(contract, 0);
        assertThat(candidates)
                .extracting(candidate -> ((Obligation) candidate.content()).action())
                .containsExactly(
                        "keep the Site clean", "report accidents within 24 hours of their occurrence", "pay the levy");
        assertThat(candidates).allSatisfy(candidate -> {
            assertThat(candidate.citations())
                    .extracting(citation -> citation.role())
                    .containsExactly(CitationRole.ITEM, CitationRole.LIST_STEM);
            assertThat(candidate.citations()).allMatch(citation -> citation.standsIn(contract.text()));
        });
        assertThat(candidates.get(1).citations().get(0).quote())
                .startsWith("report accidents within 24 hours of their occurrence");
        assertThat(candidates.get(1).citations().get(1).quote()).isEqualTo("Supplier shall:");
    }

    @Test
    void completesASubClauseWithTheStemOfItsParents() {
        ContractReading contract = ContractText.betweenSupplierAndCustomer()
                .clause("6.2", "6.2 The Supplier shall:")
                .child("6.2", "6.2(a)", "(a) ensure that:")
                .child("6.2(a)", "6.2(a)(i)", "(i) all drivers hold a licence;")
                .child("6.2", "6.2(b)", "(b) not use the yard at night.")
                .reading();
        assertThat(candidatesIn(contract, 0)).isEmpty();
        assertThat(candidatesIn(contract, 1)).isEmpty();
        assertThat(candidatesIn(contract, 2)).singleElement().satisfies(candidate -> {
            assertThat(((Obligation) candidate.content()).action()).isEqualTo("ensure that all drivers hold a licence");
            assertThat(candidate.citations())
                    .extracting(citation -> citation.path())
                    .containsExactly("6.2(a)(i)", "6.2", "6.2(a)");
        });
        assertThat(candidatesIn(contract, 3)).singleElement().satisfies(candidate -> {
            assertThat(((Obligation) candidate.content()).modality()).hasToString("PROHIBITION");
            assertThat(((Obligation) candidate.content()).action()).isEqualTo("use the yard at night");
        });
    }

    @Test
    void citesAroundAPageFooterThatStandsInTheSentence() {
        ContractReading contract = ContractText.betweenSupplierAndCustomer()
                .acrossPages("3", "Supplier shall deliver the", "Page 3 of 12", "spare parts to Customer.")
                .reading();
        assertThat(candidatesIn(contract, 0)).singleElement().satisfies(candidate -> {
            assertThat(((Obligation) candidate.content()).action()).isEqualTo("deliver the spare parts to Customer");
            assertThat(candidate.citations())
                    .extracting(citation -> citation.quote())
                    .containsExactly("Supplier shall deliver the", "spare parts to Customer.");
        });
    }

    @Test
    void countsSpansInCodePoints() {
        ContractReading contract = ContractText.betweenSupplierAndCustomer()
                .clause("1", "Symbols such as 𝔘𝔙𝔚 are explained in Annex 4. Supplier shall print them.")
                .reading();
        assertThat(candidatesIn(contract, 0)).singleElement().satisfies(candidate -> {
            assertThat(candidate.citations().get(0).quote()).isEqualTo("Supplier shall print them.");
            assertThat(candidate.citations().get(0).standsIn(contract.text())).isTrue();
        });
    }

    @Test
    void isUnsureWhereNobodyIsSaidToActAndNeitherPartyIsKnownToPerform() {
        ContractReading contract = new ContractText()
                .party("Alpha", "Alpha Holding BV")
                .party("Beta", "Beta Works Ltd")
                .clause("1", "A monthly statement shall be delivered within 10 days.")
                .reading();
        assertThat(extract(contract, 0)).isInstanceOf(Extraction.Unsure.class);
    }

    @Test
    void doesNotJudgeAnotherLanguage() {
        ContractReading contract = ContractText.betweenSupplierAndCustomer()
                .inLanguage("de", "1", "Der Lieferant hat die Ware bis zum 1. März zu liefern.")
                .reading();
        assertThat(extract(contract, 0)).isInstanceOfSatisfying(Extraction.Failed.class, failed -> {
            assertThat(failed.category()).isEqualTo(Extraction.FailureCategory.LANGUAGE);
            assertThat(failed.retriable()).isFalse();
        });
    }

    @Test
    void refusesToBeAskedForAnotherKind() {
        ContractReading contract = contract("Supplier shall act.");
        assertThatThrownBy(() -> extractor.extract(contract, contract.clauses().get(0), FindingKind.LEVER))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isLessSureOfAPronounThanOfADefinedParty() {
        double named = candidatesIn(contract("Supplier shall wash the crates."), 0)
                .get(0)
                .confidence();
        double pronoun = candidatesIn(contract("Where Supplier stores the crates, it shall wash them."), 0)
                .get(0)
                .confidence();
        assertThat(pronoun).isLessThan(named);
    }

    @Test
    void readsAHundredPagesInWellUnderASecond() {
        ContractText text = ContractText.betweenSupplierAndCustomer();
        for (int i = 0; i < 600; i++) {
            text.clause(
                    i + ".1",
                    "If the Goods are late, Supplier, at its own expense, shall notify Customer within " + (i % 30 + 2)
                            + " days of the date on which it becomes aware of the delay, and Customer may, in its discretion, reject them; "
                            + "the fees that would have been due for such Goods shall not be payable, whatever the cause of the delay. "
                            + "Neither party shall make any statement about this Agreement without the consent of the other party.");
        }
        ContractReading contract = text.reading();
        candidatesIn(contract, 0);
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        int found = 0;
        for (int i = 0; i < contract.clauses().size(); i++) {
            found += candidatesIn(contract, i).size();
        }
        assertThat(found).isEqualTo(1800);
        assertThat(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start)
                .isLessThan(2_000_000_000L);
    }

    private ContractReading contract(String wording) {
        return ContractText.betweenSupplierAndCustomer().clause("1", wording).reading();
    }

    private Extraction extract(ContractReading contract, int clause) {
        return extractor.extract(contract, contract.clauses().get(clause), FindingKind.OBLIGATION);
    }

    private List<Extraction.Candidate> candidatesIn(ContractReading contract, int clause) {
        return extract(contract, clause) instanceof Extraction.Found found ? found.candidates() : List.of();
    }

    private List<Obligation> obligationsIn(String wording) {
        List<Obligation> obligations = new ArrayList<>();
        candidatesIn(contract(wording), 0).forEach(candidate -> obligations.add((Obligation) candidate.content()));
        return obligations;
    }
}
