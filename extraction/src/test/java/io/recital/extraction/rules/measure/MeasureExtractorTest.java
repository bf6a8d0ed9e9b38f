package io.recital.extraction.rules.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.extraction.rules.statement.ContractText;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.finding.Extraction;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.PerformanceMeasure;
import io.recital.models.finding.PerformanceMeasure.Comparison;
import io.recital.models.finding.PerformanceMeasure.Term;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasureExtractorTest {
    private final MeasureExtractor extractor = new MeasureExtractor();

    /** Wording, summary of the measure. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Supplier shall ensure that Availability of the Portal is at least 99.9% in each calendar month. | Availability of the Portal ≥ 99.9 % per 1 month
            The Uptime shall not be less than 99.5% per quarter. | Uptime ≥ 99.5 % per 1 quarter
            Monthly Availability must exceed 98%. | Monthly Availability > 98 % per 1 month
            On-time delivery shall be no less than ninety-five percent (95%) each month. | On-time delivery ≥ 95 % per 1 month
            The defect rate shall not exceed 0.5% per quarter. | defect rate ≤ 0.5 % per 1 quarter
            Supplier shall respond to Priority 1 incidents within fifteen (15) minutes. | respond to Priority 1 incidents ≤ 15 minutes
            Supplier shall respond to Priority 1 incidents within fifteen (15) minutes in 95% of cases. | respond to Priority 1 incidents ≥ 95 %
            Supplier shall resolve Severity 2 faults within 8 business hours. | resolve Severity 2 faults ≤ 8 business hours
            Provider shall respond promptly and shall resolve Priority 3 tickets within 5 days. | resolve Priority 3 tickets ≤ 5 days
            If no other level is agreed, Supplier will make the Cloud Portal available 99.9% of the time in each month. | Cloud Portal available ≥ 99.9 % per 1 month
            Order accuracy shall be 99.2% or higher, measured monthly. | Order accuracy ≥ 99.2 % per 1 month
            Carrier shall deliver no less than 97% of all pallets undamaged in each quarter (the “Intact Rate”). | Intact Rate ≥ 97 % per 1 quarter
            The number of faulty labels shall not exceed 250 per million labels supplied in any month. | faulty labels ≤ 250 per million labels per 1 month
            The target for Service Level SL7 (Mailbox uptime) in paragraph 3.2 of Annex B is increased from 99.0% to 99.4%. | Mailbox uptime ≥ 99.4 %
            In Annex B, the availability is hereby amended by deleting “98%” and substituting “98.75%”. | availability ≥ 98.75 %
            The response time for Severity 2 faults in clause 9.1 is reduced from 6 hours to 2 hours. | response time for Severity 2 faults ≤ 2 hours
            The time to resolve a Major fault in Annex 3 is changed from 12 hours to 10 hours. | time to resolve a Major fault ≤ 10 hours
            Carrier shall deliver not less than ninety-seven percent (97%) of all parcels in each week. | parcels delivered ≥ 97 % per 1 week
            Provider shall respond to at least 95% of service requests within one hour, in any month. | Response to service requests within one hour ≥ 95 % per 1 month
            At least seventy percent (70%) by volume of the resin in each year shall come from recycled sources. | resin ≥ 70 % per 1 year
            The average visitor rating for each quarter must be at least 4.2. | average visitor rating ≥ 4.2 points per 1 quarter
            The overall satisfaction score shall not be lower than 8 in any calendar year. | overall satisfaction score ≥ 8 points per 1 year
            The site manager must spend at least three days a week at the plant. | Presence in days of site manager ≥ 3 days per 1 week
            Vendor shall keep spare parts of at least two (2) months of usual demand at the Depot. | spare parts ≥ 2 months of usual demand
            Seller will maintain a safety stock of no less than 5,000 units at its plant. | safety stock ≥ 5000 units
            """)
    void readsNameTargetAndWindow(String wording, String summary) {
        assertThat(measuresIn(wording))
                .singleElement()
                .extracting(PerformanceMeasure::summary)
                .isEqualTo(summary);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Customer shall pay 50% of the fees on signature.",
                "Subject to availability, Supplier shall deliver the Goods within 10 days.",
                "If Availability falls below 99.9%, Customer receives a service credit of 5%.",
                "The parties hold 40% and 60% of the shares.",
                "Supplier shall provide the Services with reasonable skill and care.",
                "A pallet is on time and in full if its weight is within three percent (3%) of the weight ordered.",
                "Interest accrues at 4% per year on late payments.",
                "Supplier shall deliver the report within 30 days.",
                "Licensor shall receive a royalty of 6% of Net Sales.",
                "At least 60% of the shareholders in each year shall be residents of the State.",
                "Buyer shall purchase at least 80% of its requirements in each Contract Year from Seller.",
                "At least 30% of the Fees in each year shall be paid in advance.",
                "The parties shall meet at least four times a year.",
                "Supplier shall maintain insurance of at least $2,000,000 per occurrence.",
                "Supplier shall keep records for at least 6 years.",
                "The credit rating of the Guarantor is A.",
                "For any month, if the Plant fails to reach an on time delivery of at least 97%, the parties shall confer.",
                "This charge does not apply if forecast accuracy exceeds 90%.",
                "The time to pay an invoice is changed from 30 days to 45 days."
            })
    void leavesAsideNumbersThatMeasureNothing(String wording) {
        assertThat(measuresIn(wording)).isEmpty();
    }

    @Test
    void reportsARedactedTargetAsRedacted() {
        assertThat(measuresIn("Availability shall be at least [***]% in each month."))
                .singleElement()
                .satisfies(measure -> {
                    assertThat(measure.target()).isNull();
                    assertThat(measure.stated()).isInstanceOf(TypedValue.Redacted.class);
                });
    }

    @Test
    void reportsAnInconsistentTargetAsInconsistent() {
        assertThat(measuresIn("Availability shall be at least ninety-nine percent (98%) in each month."))
                .singleElement()
                .extracting(PerformanceMeasure::stated)
                .isInstanceOf(TypedValue.Inconsistent.class);
    }

    @Test
    void tellsAKpiFromAServiceLevelByTheContractsOwnWord() {
        assertThat(measuresIn("KPI 3: the fill rate shall be at least 97% per month."))
                .singleElement()
                .extracting(PerformanceMeasure::term)
                .isEqualTo(Term.KPI);
        assertThat(measuresIn("Service Level 3: the fill rate shall be at least 97% per month."))
                .singleElement()
                .extracting(PerformanceMeasure::term)
                .isEqualTo(Term.SERVICE_LEVEL);
    }

    @Test
    void readsATargetThatAnAmendmentReplaces() {
        assertThat(measuresIn("The availability target in paragraph 2.1 of Schedule 2 is replaced by 99.95 %."))
                .singleElement()
                .satisfies(measure -> {
                    assertThat(measure.target()).isEqualByComparingTo("99.95");
                    assertThat(measure.name()).contains("availability target");
                });
    }

    @Test
    void readsATableOfServiceLevelsAndCitesHeadersAndCells() {
        ContractReading contract = ContractText.betweenSupplierAndCustomer()
                .table(
                        "S2.1",
                        "Service Levels",
                        "The Supplier shall meet these levels.",
                        new String[] {"Service Level", "Target", "Measurement window", "Service credit"},
                        new String[] {"Portal availability", "≥ 99.8%", "Calendar month", "4% of the monthly charges"},
                        new String[] {"Order confirmation", "within 2 hours", "Quarterly", "EUR 500"})
                .reading();
        List<Extraction.Candidate> candidates = candidatesIn(contract, 0);
        assertThat(candidates)
                .extracting(candidate -> candidate.content().summary())
                .containsExactly(
                        "Portal availability ≥ 99.8 % per 1 month", "Order confirmation ≤ 2 hours per 1 quarter");
        PerformanceMeasure portal = (PerformanceMeasure) candidates.get(0).content();
        assertThat(portal.creditFor(new BigDecimal("99.7"))).contains(new TypedValue.Percent(new BigDecimal("4")));
        assertThat(portal.creditFor(new BigDecimal("99.8"))).isEmpty();
        assertThat(quotes(candidates.get(0), CitationRole.CELL))
                .contains("Portal availability", "≥ 99.8%", "Calendar month");
        assertThat(quotes(candidates.get(0), CitationRole.TABLE_HEADER)).contains("Service Level", "Target");
        assertThat(candidates.get(0).citations()).allMatch(citation -> citation.standsIn(contract.text()));
    }

    @Test
    void readsTimesFromASeverityMatrix() {
        ContractReading contract = ContractText.betweenSupplierAndCustomer()
                .table(
                        "3",
                        "Support",
                        "Supplier shall answer each call within the following times.",
                        new String[] {"Severity", "Response time", "Resolution time"},
                        new String[] {"Severity 1", "15 minutes", "4 hours"},
                        new String[] {"Severity 2", "1 hour", "2 Business Days"})
                .reading();
        assertThat(candidatesIn(contract, 0))
                .extracting(candidate -> candidate.content().summary())
                .containsExactly(
                        "Response time, Severity 1 ≤ 15 minutes",
                        "Resolution time, Severity 1 ≤ 4 hours",
                        "Response time, Severity 2 ≤ 1 hours",
                        "Resolution time, Severity 2 ≤ 2 business days");
        assertThat(candidatesIn(contract, 0))
                .allSatisfy(candidate -> assertThat(quotes(candidate, CitationRole.LIST_STEM))
                        .containsExactly("Supplier shall answer each call within the following times."));
    }

    @Test
    void readsTheRowsOfAQualityTableThatHaveANumber() {
        ContractReading contract = ContractText.betweenSupplierAndCustomer()
                .table(
                        "4",
                        "Performance matrix",
                        "",
                        new String[] {"Performance objective", "Acceptable quality level"},
                        new String[] {"Tested builds", "Minimum of 85% branch coverage"},
                        new String[] {"Accessible pages", "0 errors in the automated scan"},
                        new String[] {"Deployable", "Builds with one command"})
                .reading();
        List<PerformanceMeasure> measures = measures(contract, 0);
        assertThat(measures).hasSize(2).extracting(PerformanceMeasure::term).containsOnly(Term.KPI);
        assertThat(measures.get(0).comparison()).isEqualTo(Comparison.AT_LEAST);
        assertThat(measures.get(1).comparison()).isEqualTo(Comparison.AT_MOST);
    }

    @Test
    void joinsEachMeasureToTheCreditsOfItsOwnCode() {
        ContractReading contract = ContractText.betweenSupplierAndCustomer()
                .table(
                        "2.1",
                        "Service Levels",
                        "The Supplier shall meet these levels, measured over each quarter.",
                        new String[] {"Ref", "Service Level", "Target", "Service credit"},
                        new String[] {"SL1", "Uptime of the Shop", "99.8%", "Clause 4.1"},
                        new String[] {"SL2", "Uptime of the Till", "99.0%", "Clause 4.2"},
                        new String[] {"SL3", "Incidents closed in time", "90%", "None"})
                .table(
                        "4.1",
                        "Credits",
                        "Credits for SL1:",
                        new String[] {"Uptime of the Shop", "Service credit"},
                        new String[] {"99.0% or more but less than 99.8%", "3%"},
                        new String[] {"less than 99.0%", "6%"})
                .clause("4.2", "Whenever the Supplier misses SL2, the service credit is 1% of the quarterly charges.")
                .reading();
        List<PerformanceMeasure> measures = candidatesIn(contract, 0).stream()
                .map(candidate -> (PerformanceMeasure) candidate.content())
                .toList();
        assertThat(measures)
                .extracting(PerformanceMeasure::summary)
                .containsExactly(
                        "Uptime of the Shop ≥ 99.8 % per 1 quarter",
                        "Uptime of the Till ≥ 99.0 % per 1 quarter", "Incidents closed in time ≥ 90 % per 1 quarter");
        assertThat(measures).extracting(measure -> measure.credits().size()).containsExactly(2, 1, 0);
        assertThat(measures.get(1).creditFor(new BigDecimal("98.9")))
                .contains(new TypedValue.Percent(new BigDecimal("1")));
    }

    @Test
    void joinsTheCreditTableTheCapAndTheClaimWindowToTheMeasure() {
        ContractReading contract = ContractText.betweenSupplierAndCustomer()
                .clause(
                        "2.1",
                        "The Supplier shall ensure that Availability of the Platform is at least 99.9% in each calendar month.")
                .table(
                        "2.2",
                        "Service credits",
                        "If Availability is lower, these credits apply.",
                        new String[] {"Availability in the month", "Service credit (% of monthly charges)"},
                        new String[] {"≥ 99.0% and < 99.9%", "5%"},
                        new String[] {"≥ 97.0% and < 99.0%", "10%"},
                        new String[] {"below 97.0%", "20%"})
                .clause("2.3", "Service credits in a month shall not exceed 15% of the monthly charges.")
                .clause("2.4", "A service credit must be claimed within 30 days of the end of the month.")
                .reading();
        assertThat(candidatesIn(contract, 0)).singleElement().satisfies(candidate -> {
            PerformanceMeasure measure = (PerformanceMeasure) candidate.content();
            assertThat(measure.credits()).hasSize(3);
            assertThat(measure.creditFor(new BigDecimal("99.0"))).contains(new TypedValue.Percent(new BigDecimal("5")));
            assertThat(measure.creditFor(new BigDecimal("98.99")))
                    .contains(new TypedValue.Percent(new BigDecimal("10")));
            assertThat(measure.creditFor(new BigDecimal("96"))).contains(new TypedValue.Percent(new BigDecimal("20")));
            assertThat(measure.cap()).isEqualTo(new TypedValue.Percent(new BigDecimal("15")));
            assertThat(measure.claimWindow()).isEqualTo(new TimeSpan(30, TimeSpan.Unit.DAYS));
            assertThat(quotes(candidate, CitationRole.CELL)).contains("below 97.0%", "20%");
            assertThat(quotes(candidate, CitationRole.CLAUSE)).hasSize(3);
        });
        assertThat(candidatesIn(contract, 1)).isEmpty();
    }

    @Test
    void readsTimesFromATableOfWhateverTakesTime() {
        ContractReading contract = ContractText.betweenSupplierAndCustomer()
                .table(
                        "3",
                        "Repairs",
                        "",
                        new String[] {"Kind of device", "Normal turnaround", "Urgent turnaround"},
                        new String[] {"Scanners", "6 Business Days", "1 Business Day"})
                .table(
                        "4",
                        "Call-outs",
                        "",
                        new String[] {"Class", "Meaning", "Technician on site within"},
                        new String[] {"Class 1", "Line stands still", "3 hours"})
                .table("5", "Escalation", "", new String[] {"Level", "For Customer", "Time to settle"}, new String[] {
                    "1", "Plant manager", "3 Business Days"
                })
                .reading();
        assertThat(candidatesIn(contract, 0))
                .extracting(candidate -> candidate.content().summary())
                .containsExactly(
                        "Normal turnaround, Scanners ≤ 6 business days",
                        "Urgent turnaround, Scanners ≤ 1 business days");
        assertThat(candidatesIn(contract, 1))
                .extracting(candidate -> candidate.content().summary())
                .containsExactly("Response time, Class 1 ≤ 3 hours");
        assertThat(candidatesIn(contract, 2)).isEmpty();
    }

    @Test
    void splitsATableOfBandsByTheMeasuresItNamesAndLimitsThemAllFromFarAway() {
        ContractText text = ContractText.betweenSupplierAndCustomer()
                .table(
                        "1",
                        "Indicators",
                        "Measured over a calendar month.",
                        new String[] {"No.", "Indicator", "Target", "Critical level"},
                        new String[] {"K1", "Orders on time", "97.0% or more", "below 90%"},
                        new String[] {"K2", "Faulty labels", "not more than 0.30 %", "above 1%"},
                        new String[] {"K3", "Dock time", "at most 24 hours", "above 40 hours"},
                        new String[] {"K4", "Complete orders", "95.0% or more", "below 90%"});
        for (int i = 0; i < 20; i++) {
            text.clause("2." + i, "The Supplier shall keep a log.");
        }
        ContractReading contract = text.table(
                        "3.1",
                        "Credits",
                        "If the Supplier misses K1 or K2, it shall give a credit by these bands:",
                        new String[] {"Indicator", "Result", "Credit"},
                        new String[] {"K1", "93.0% or more but less than 97.0%", "2%"},
                        new String[] {"K1", "less than 93.0%", "5%"},
                        new String[] {"K2", "more than 0.30%", "1%"})
                .clause("3.2", "If the Supplier misses K3, the credit is EUR 60 for each late pallet.")
                .clause("3.3", "The total of all credits for a month shall in no event exceed 8% of the monthly fee.")
                .clause("3.4", "The Customer must claim a credit within 45 days of the end of the month.")
                .clause("3.5", "The Supplier shall issue a credit note within ten days of a valid claim.")
                .reading();
        List<PerformanceMeasure> measures = measures(contract, 0);
        assertThat(measures).extracting(measure -> measure.credits().size()).containsExactly(2, 1, 1, 0);
        assertThat(measures.get(2).creditFor(new BigDecimal("25")))
                .hasValueSatisfying(credit -> assertThat(credit.display()).startsWith("EUR 60"));
        assertThat(measures.subList(0, 3)).allSatisfy(measure -> {
            assertThat(measure.cap()).isEqualTo(new TypedValue.Percent(new BigDecimal("8")));
            assertThat(measure.claimWindow()).isEqualTo(new TimeSpan(45, TimeSpan.Unit.DAYS));
        });
        assertThat(measures.get(3).cap()).isNull();
    }

    /** Wording of the consequence, credit, cap. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            If Availability misses its target, Supplier shall pay liquidated damages of EUR 90 for each hour, but not more than 3% of the fee. | EUR 90 | 3 %
            If the Availability is below 99.9% in a month, Customer is entitled to a credit of 4% of the monthly fee. | 4 % | none
            For each percentage point by which Availability falls below 99.9%, a credit of 1% is due. | none | none
            If invoices are late, a penalty of 2% falls due. | none | none
            """)
    void joinsACreditInASentenceThatNamesTheMeasure(String wording, String credit, String cap) {
        ContractReading contract = ContractText.betweenSupplierAndCustomer()
                .clause("1", "Availability shall be at least 99.9% in each month.")
                .clause("2", wording)
                .reading();
        PerformanceMeasure measure = measures(contract, 0).get(0);
        assertThat(measure.creditFor(new BigDecimal("99"))
                        .map(TypedValue::display)
                        .orElse(null))
                .satisfies(found -> assertThat(found == null ? "none" : found)
                        .startsWith(credit == null ? "none" : credit.replace(" %", "")));
        assertThat(
                        measure.cap() == null
                                ? null
                                : measure.cap().display().replace("%", " %").replace("  ", " "))
                .isEqualTo(cap);
    }

    @Test
    void takesTheTargetFromABandThatEarnsNoCredit() {
        ContractReading contract = ContractText.betweenSupplierAndCustomer()
                .table(
                        "5",
                        "Key terms",
                        "",
                        new String[] {"", "Monthly uptime", "Service Credit"},
                        new String[] {"Target", "99.9% or higher", "None"},
                        new String[] {"Tier 1", "99.0% - 99.89%", "5% of monthly fees"},
                        new String[] {"Tier 2", "< 99.0%", "10% of monthly fees"})
                .reading();
        assertThat(measures(contract, 0)).singleElement().satisfies(measure -> {
            assertThat(measure.name()).isEqualTo("Monthly uptime");
            assertThat(measure.target()).isEqualByComparingTo("99.9");
            assertThat(measure.window()).isEqualTo(new TimeSpan(1, TimeSpan.Unit.MONTHS));
            assertThat(measure.credits()).hasSize(2);
        });
    }

    @Test
    void doesNotGiveAMeasureTheCreditsOfAnother() {
        ContractReading contract = ContractText.betweenSupplierAndCustomer()
                .clause("1", "Order accuracy shall be at least 99% in each month.")
                .table("2", "Credits", "", new String[] {"Availability", "Service credit"}, new String[] {
                    "below 99.9%", "5%"
                })
                .reading();
        assertThat(measures(contract, 0))
                .singleElement()
                .extracting(PerformanceMeasure::credits)
                .isEqualTo(List.of());
    }

    @Test
    void citesHowAMeasureIsCountedAndWhatItsCreditIsTakenOf() {
        ContractReading contract = ContractText.betweenSupplierAndCustomer()
                .defining("Hosting Fee", "1", "“Hosting Fee” means the fee for hosting in a month, without licences.")
                .clause("2", "Prices are rounded to one decimal place.")
                .clause("3", "Availability shall be at least 99.5% in each month.")
                .clause("4", "If Availability falls below 99.5%, the service credit is 5% of the Hosting Fee.")
                .clause("5", "Results are computed to two decimal places. Further digits are cut off.")
                .clause("6", "Where there were fewer than ten visits, punctuality is measured with the month before.")
                .reading();

        assertThat(candidatesIn(contract, 2)).singleElement().satisfies(candidate -> {
            assertThat(quotes(candidate, CitationRole.CLAUSE))
                    .contains("Results are computed to two decimal places.", "Further digits are cut off.")
                    .noneMatch(quote -> quote.contains("Prices") || quote.contains("visits"));
            assertThat(quotes(candidate, CitationRole.DEFINITION))
                    .singleElement()
                    .asString()
                    .contains("without licences");
            assertThat(candidate.citations()).allMatch(citation -> citation.standsIn(contract.text()));
        });
    }

    @Test
    void doesNotJudgeAnotherLanguage() {
        ContractReading contract = ContractText.betweenSupplierAndCustomer()
                .inLanguage("fr", "1", "La disponibilité est de 99,9 % par mois.")
                .reading();
        assertThat(extractor.extract(contract, contract.clauses().get(0), FindingKind.MEASURE))
                .isInstanceOf(Extraction.Failed.class);
    }

    @Test
    void readsAHundredPagesInWellUnderASecond() {
        ContractText text = ContractText.betweenSupplierAndCustomer();
        for (int i = 0; i < 600; i++) {
            text.clause(
                    "1." + i,
                    "Supplier shall pay 5% of the fees within 30 days, and the Goods shall be delivered to the Depot at the latest "
                            + "10 days after the order of the Customer, whose credit limit of 40% applies in each month of the year "
                            + i + ".");
        }
        text.clause("2", "Availability shall be at least 99.9% in each month.");
        ContractReading contract = text.reading();
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        int found = 0;
        for (int i = 0; i < contract.clauses().size(); i++) {
            found += candidatesIn(contract, i).size();
        }
        assertThat(found).isEqualTo(1);
        assertThat(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start)
                .isLessThan(2_000_000_000L);
    }

    private List<String> quotes(Extraction.Candidate candidate, CitationRole role) {
        return candidate.citations().stream()
                .filter(citation -> citation.role() == role)
                .map(Citation::quote)
                .toList();
    }

    private List<Extraction.Candidate> candidatesIn(ContractReading contract, int clause) {
        return extractor.extract(contract, contract.clauses().get(clause), FindingKind.MEASURE)
                        instanceof Extraction.Found found
                ? found.candidates()
                : List.of();
    }

    private List<PerformanceMeasure> measures(ContractReading contract, int clause) {
        return candidatesIn(contract, clause).stream()
                .map(candidate -> (PerformanceMeasure) candidate.content())
                .toList();
    }

    private List<PerformanceMeasure> measuresIn(String wording) {
        return measures(
                ContractText.betweenSupplierAndCustomer().clause("1", wording).reading(), 0);
    }
}
