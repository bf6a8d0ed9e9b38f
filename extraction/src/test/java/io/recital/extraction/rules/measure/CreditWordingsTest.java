package io.recital.extraction.rules.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.extraction.rules.statement.ContractText;
import io.recital.models.contract.ContractReading;
import io.recital.models.finding.CreditStep;
import io.recital.models.finding.Extraction;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.PerformanceMeasure;
import io.recital.models.finding.TypedValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Credits that are parts of an amount at risk, grow by the hour or per million, or follow from points. */
class CreditWordingsTest {
    private static List<PerformanceMeasure> read(ContractReading contract) {
        return new MeasureExtractor()
                .extractAll(contract, FindingKind.MEASURE).values().stream()
                        .filter(Extraction.Found.class::isInstance)
                        .flatMap(answer -> ((Extraction.Found) answer).candidates().stream())
                        .map(candidate -> (PerformanceMeasure) candidate.content())
                        .toList();
    }

    private static ContractText weights(String... header) {
        return ContractText.betweenSupplierAndCustomer()
                .table("1", "Service levels", "Results are taken for each calendar month.", header, new String[] {
                    "SL1", "Tills in service", "98.0%", "60%", "90.0%"
                });
    }

    @Test
    void readsAMeasuresPartOfWhatIsAtRisk() {
        ContractReading contract = weights("Ref", "Service level", "Target", "Weighting", "Remarks")
                .clause("2", "The amount at risk is 8% of the Store Fee.")
                .clause(
                        "3",
                        "For each level that is missed the credit is its weighting multiplied by the amount at risk.")
                .reading();

        assertThat(read(contract)).singleElement().satisfies(measure -> {
            assertThat(measure.allocation()).isEqualByComparingTo("60");
            assertThat(new TypedValue.Tiers(measure.credits()).display())
                    .isEqualTo("< 98.0 %: its weighting multiplied by the amount at risk");
        });
    }

    @Test
    void readsTwoLevelsWithHalfAPartForTheLighter() {
        ContractReading contract = weights("Ref", "Service level", "Expected level", "Allocation", "Minimum level")
                .clause("2", "The Pool means 8% of the Store Fee.")
                .clause("3", "Below the minimum level the credit is the Allocation multiplied by the Pool.")
                .clause(
                        "4",
                        "Below the expected level but not below the minimum level the credit is half of that amount.")
                .clause("5", "The credits of a month never exceed the Pool.")
                .reading();

        assertThat(read(contract)).singleElement().satisfies(measure -> {
            assertThat(new TypedValue.Tiers(measure.credits()).display())
                    .isEqualTo("≥ 90.0 and < 98.0 %: half of the Allocation multiplied by the Pool;"
                            + " < 90.0 %: the Allocation multiplied by the Pool");
            assertThat(measure.cap()).hasToString("Percent[value=8]");
        });
    }

    @Test
    void gradesNothingByTwoLevelsWhereOnlyOneIsPriced() {
        ContractReading contract = weights("Ref", "Service level", "Expected level", "Allocation", "Minimum level")
                .clause("2", "The Pool means 8% of the Store Fee.")
                .clause("3", "Below the minimum level the credit is the Allocation multiplied by the Pool.")
                .reading();

        assertThat(read(contract))
                .singleElement()
                .satisfies(measure -> assertThat(measure.credits()).isEmpty());
    }

    /** Measure, credit, what it is for each. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "The first three hours of standstill in a calendar month are free. For every further hour the rent of that month is reduced by £80. # standstill ≤ 3 hours per 1 month # GBP 80 # 1 # false",
                "Supplier repairs a fault of a dryer within 12 hours. A penalty of EUR 30 per hour or part thereof beyond 12 hours is deducted. # ≤ 12 hours # EUR 30 # 1 # true",
                "The ppm figure must not exceed 200. For each full 50 ppm above 200 ppm a quality charge of 0.5% of the net price is due. # ppm figure ≤ 200 ppm # 0.5 % # 50 # false",
                "Supplier guarantees an uptime of 99.5% per month. For each full 0.2% by which it remains below 99.5%, Supplier owes a discount of 4% of the fee. # uptime ≥ 99.5 % per 1 month # 4 % # 0.2 # false",
                "Supplier guarantees an availability of 96% per quarter. If it is not reached, the fee is reduced by 2% for each commenced percentage point. # availability ≥ 96 % per 1 quarter # 2 % # 1 # true",
            })
    void readsStepsOfEachUnit(String wording, String summary, String credit, String every, boolean commenced) {
        assertThat(read(ContractText.betweenSupplierAndCustomer()
                        .clause("1", wording)
                        .reading()))
                .filteredOn(measure -> measure.step() != null)
                .singleElement()
                .satisfies(measure -> {
                    CreditStep step = measure.step();
                    assertThat(measure.summary()).contains(summary);
                    assertThat(step).isNotNull();
                    assertThat(step.credit().display()).isEqualTo(credit);
                    assertThat(step.every()).isEqualByComparingTo(every);
                    assertThat(step.commenced()).isEqualTo(commenced);
                });
    }

    @Test
    void readsPointsOfWhichTooManyLessenAFee() {
        ContractReading contract = ContractText.betweenSupplierAndCustomer()
                .clause("1", "Two points each time a round is missed, and four points for each key that is lost.")
                .clause(
                        "2",
                        "If a month has more than 12 points, the Guarding Fee of that month is reduced by 1.5%; if it has more than 30 points, by 4%.")
                .reading();

        assertThat(read(contract)).singleElement().satisfies(measure -> {
            assertThat(measure.summary()).isEqualTo("points ≤ 12 points per 1 month");
            assertThat(new TypedValue.Tiers(measure.credits()).display())
                    .isEqualTo("> 12 and ≤ 30 points: 1.5 %; > 30 points: 4 %");
        });
    }

    @Test
    void readsNoPointsOfWhichNothingSaysWhatCounts() {
        ContractReading contract = ContractText.betweenSupplierAndCustomer()
                .clause("2", "If a month has more than 12 points, the Guarding Fee of that month is reduced by 1.5%.")
                .reading();

        assertThat(read(contract)).isEmpty();
    }

    /** Two sentences of one clause, and the credits of the measure that the first states. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            In each calendar month Supplier shall release at least ninety-six percent (96%) of the crates within six (6) business days. If the percentage is below ninety-six percent (96%) but not below ninety-two percent (92%), Customer is entitled to a credit of two percent (2%) of the fees of that month; if it is below ninety-two percent (92%), to a credit of five percent (5%) thereof. | ≥ 92 and < 96 %: 2 %; < 92 %: 5 %
            The Laboratory reports at least 96% of the samples of a month within three working days. If it does not, the Client may withhold 4% of the charges of that month where the result is at least 92%, and 8% where it is lower. | ≥ 92 %: 4 %; < 92 %: 8 %
            Supplier shall keep the platform available for at least 99.5% of each month. If availability is lower, Customer receives a credit of 5% of the monthly fee, or of 20% if it is below 98%. | ≥ 98 and < 99.5 %: 5 %; < 98 %: 20 %
            Vendor shall answer at least 85% of all calls within 30 seconds in each month. If it answers fewer than 85% but at least 80%, the service charge of the month is reduced by 2%; if fewer than 80%, by 5%. | ≥ 80 and < 85 %: 2 %; < 80 %: 5 %
            The mean time to restore tickets closed in a calendar month shall not exceed 4 hours. If it is more than 4 hours but not more than 8 hours, the credit is 10% of the monthly fee; if it is more than 8 hours, the credit is 15%. | > 4 and ≤ 8 hours: 10 %; > 8 hours: 15 %
            """)
    void readsBandsThatAreToldInASentence(String words, String credits) {
        ContractReading contract =
                ContractText.betweenSupplierAndCustomer().clause("3", words).reading();

        assertThat(read(contract))
                .singleElement()
                .satisfies(measure -> assertThat(new TypedValue.Tiers(measure.credits()).display())
                        .isEqualTo(credits));
    }
}
