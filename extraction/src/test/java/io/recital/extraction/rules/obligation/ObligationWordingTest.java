package io.recital.extraction.rules.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.extraction.rules.statement.ContractText;
import io.recital.models.contract.ContractReading;
import io.recital.models.finding.Extraction;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.Obligation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Classes of wording in which contracts hide who owes what and by when. */
class ObligationWordingTest {
    private final ObligationExtractor extractor = new ObligationExtractor();

    /** Wording, modality, obligor, action. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Invoices are payable 45 days from receipt. | DUTY | Customer | pay Invoices 45 days from receipt
            The spare parts shall be delivered to the depot on pallets. | DUTY | Supplier | deliver The spare parts to the depot on pallets
            Empty crates are stored in the yard. | DUTY | Supplier | store Empty crates in the yard
            Waiting time is not charged. | PROHIBITION | Supplier | charge Waiting time
            No surcharge may be added to the freight rate. | PROHIBITION | Supplier | add any surcharge to the freight rate
            This Agreement may be amended only by a deed signed by both sides. | PROHIBITION | the parties | amend This Agreement except by a deed signed by both sides
            Each delivery note shall state the batch number. | DUTY | Supplier | state the batch number (Each delivery note)
            Notices shall be in writing. | DUTY | each party | be in writing (Notices)
            """)
    void tellsWhoActsWhereNobodyIsNamed(String wording, String modality, String obligor, String action) {
        assertThat(obligationsIn(wording)).singleElement().satisfies(obligation -> {
            assertThat(obligation.modality()).hasToString(modality);
            assertThat(obligation.obligor().asWritten()).isEqualTo(obligor);
            assertThat(obligation.action()).isEqualTo(action);
        });
    }

    /** Wording, modality, obligor, action. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            We will repair the lift at our own cost. | DUTY | We | repair the lift at our own cost
            You may end the lease early. | RIGHT | You | end the lease early
            We do not charge for parking. | PROHIBITION | We | charge for parking
            You need not pay for the rest. | RIGHT | You | pay for the rest
            We keep the receipts for six years. | DUTY | We | keep the receipts for six years
            If the alarm is false, we pay for the call. | DUTY | we | pay for the call
            Neither of us may publish the report. | PROHIBITION | each of us | publish the report
            Customer insures the stock against theft. | DUTY | Customer | insure the stock against theft
            Supplier waives its lien on the moulds. | PROHIBITION | Supplier | waive its lien on the moulds
            Our night team shall lock the gates. | DUTY | Our night team | lock the gates
            By 27 May 2027 Supplier shall vacate the hall. | DUTY | Supplier | vacate the hall
            An officer of Supplier shall certify the accounts. | DUTY | An officer of Supplier | certify the accounts
            A party that learns of a leak shall warn the neighbours. | DUTY | A party that learns of a leak | warn the neighbours
            """)
    void readsPlainEnglishAndThePresentTense(String wording, String modality, String obligor, String action) {
        assertThat(obligationsIn(wording)).singleElement().satisfies(obligation -> {
            assertThat(obligation.modality()).hasToString(modality);
            assertThat(obligation.obligor().asWritten()).isEqualTo(obligor);
            assertThat(obligation.action()).isEqualTo(action);
        });
    }

    /** Wording, modality, obligor, start of the action. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            This Agreement is renewed for one year unless either party gives notice of non-renewal 60 days before its end. | RIGHT | either party | give notice of non-renewal
            Supplier hereby grants to Customer a non-exclusive licence to copy the manuals. | RIGHT | Customer | copy the manuals
            The credit is Customer's sole remedy for the delay. | RIGHT | Customer | have as sole remedy for the delay
            Supplier may use the drawings only for this order. | PROHIBITION | Supplier | use the drawings except for this order
            Supplier shall employ no minors. | PROHIBITION | Supplier | employ any minors
            Supplier shall neither copy nor sell the drawings. | PROHIBITION | Supplier | copy or sell the drawings
            """)
    void readsRightsAndProhibitionsThatStandBehindOtherWords(
            String wording, String modality, String obligor, String action) {
        assertThat(obligationsIn(wording)).anySatisfy(obligation -> {
            assertThat(obligation.modality()).hasToString(modality);
            assertThat(obligation.obligor().asWritten()).isEqualTo(obligor);
            assertThat(obligation.action()).startsWith(action);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Supplier shall keep a fire plan, test it once a year and send the result to Customer. | 3
            Supplier shall receive, sort and store the parcels. | 1
            Supplier shall maintain the plant and the tools. | 1
            Supplier shall clean the hall every day and give Customer a log within 2 days of its request. | 2
            """)
    void takesSeveralDutiesOfOneSentenceApart(String wording, int duties) {
        assertThat(obligationsIn(wording)).hasSize(duties);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The Supplier shall load the lorries. It shall seal the doors. | Supplier
            Customer may inspect the hall. It must wear badges there. | Customer
            """)
    void carriesAPronounOverFromTheSentenceBefore(String wording, String obligor) {
        assertThat(obligationsIn(wording))
                .hasSize(2)
                .allSatisfy(obligation ->
                        assertThat(obligation.obligor().asWritten()).isEqualTo(obligor));
    }

    /** Wording, deadline as displayed. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Customer may terminate this Agreement on 90 days' written notice. | at least 90 days before termination
            Customer may inspect the hall upon five Business Days' notice. | at least 5 business days before inspection
            Supplier shall give Customer six weeks' notice of the move. | at least 6 weeks before the move
            Supplier shall return the keys three days before the end of the lease. | at least 3 days before the end of the lease
            Supplier shall prove its cover by 15 March of each year. | by 15 March of each year
            Supplier shall audit the scales once in each Contract Year. | every 1 year
            Customer may audit the books not more than once in any calendar year. | not more than once in any calendar year
            Supplier shall hold the permit throughout the Term. | throughout the Term
            Supplier shall retain the samples for eighteen (18) months. | for eighteen (18) months
            Supplier shall keep the gate closed at all times. | at all times
            Supplier shall at all times keep the gate closed. | at all times
            Customer shall pay the deposit upon delivery. | upon delivery
            During the Term, Supplier shall keep an office in Leeds. | During the Term
            Supplier shall clear the hall every Friday. | every 1 week
            Customer shall pay a fee of €900 per month. | every 1 month
            Supplier shall tell Customer of any accident within two days. | within 2 days of any accident
            Supplier shall call within 4 hours if the pump stops. | within 4 hours of the pump stops
            Supplier shall send the log by the last day of each week. | every 1 week
            Supplier shall test the alarms once a year by 31 October. | by 31 October
            Supplier shall file the return annually no later than March 15. | no later than March 15
            Supplier shall show Customer the certificates every April. | every April
            Supplier shall renew the licence by the end of March of each year. | by the end of March of each year
            Supplier shall hand in the accounts by 30 June each year. | by 30 June each year
            """)
    void readsTheDeadline(String wording, String deadline) {
        assertThat(obligationsIn(wording))
                .singleElement()
                .satisfies(obligation -> assertThat(obligation.deadline())
                        .isNotNull()
                        .satisfies(read -> assertThat(read.display()).isEqualTo(deadline)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Supplier shall pay the fee to Customer. | Customer
            Supplier shall enter Customer's premises by the south gate only. | Customer
            Customer shall compensate Supplier for the delay. | Supplier
            """)
    void namesWhoIsOwed(String wording, String obligee) {
        assertThat(obligationsIn(wording)).first().satisfies(obligation -> {
            assertThat(obligation.obligee()).isNotNull();
            assertThat(obligation.obligee().asWritten()).isEqualTo(obligee);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Customer shall claim the credit in 30 days; later claims are excluded.",
                "Customer shall claim the credit in 30 days. A credit that is not claimed in time is lost.",
                "We will send you the note in May. If we do not, you may deduct the sum.",
                "Supplier shall give notice of the rise. Without such notice the rise lapses.",
            })
    void readsTheConsequence(String wording) {
        assertThat(obligationsIn(wording).get(0).consequence()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Terms in capitals are defined in Schedule 1.",
                "Each result is rounded to the nearest cent.",
                "The rights of the parties are set out in Annex 2.",
                "The law of Norway is excluded.",
                "Supplier sells pumps to the mining industry.",
                "If Customer pays late, the price list no longer applies.",
                "A fee that Customer pays late bears no discount.",
                "You want one contract for all sites.",
                "This clause does not limit what the law permits.",
            })
    void findsNothingInWhatOnlyDescribes(String wording) {
        assertThat(obligationsIn(wording)).isEmpty();
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
