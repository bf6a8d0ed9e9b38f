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

/** One measure in the words of many drafters: standards in tables, levels, steps and points in a cell, target and miss in a sentence. */
class MeasureFamiliesTest {
    private static List<PerformanceMeasure> read(ContractReading contract) {
        return new MeasureExtractor()
                .extractAll(contract, FindingKind.MEASURE).values().stream()
                        .filter(Extraction.Found.class::isInstance)
                        .flatMap(answer -> ((Extraction.Found) answer).candidates().stream())
                        .map(candidate -> (PerformanceMeasure) candidate.content())
                        .toList();
    }

    private static List<PerformanceMeasure> read(String clause) {
        return read(
                ContractText.betweenSupplierAndCustomer().clause("1", clause).reading());
    }

    /** What a miss earns, for a reader. */
    private static String earns(PerformanceMeasure measure) {
        CreditStep step = measure.step();
        return step == null
                ? new TypedValue.Tiers(measure.credits()).display()
                : step.credit().display() + " each " + step.every().toPlainString();
    }

    private static ContractReading table(String header, String standard, String cell) {
        return ContractText.betweenSupplierAndCustomer()
                .table(
                        "1",
                        "Performance indicators",
                        "Results are taken for each calendar month.",
                        new String[] {"Ref", "Performance indicator", "Standard", header},
                        new String[] {"PI1", "Sites cleaned on the day planned, out of all sites", standard, cell})
                .reading();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Deduction # 95.0% or better # 0.5% of the Fee for each full 0.25 percentage point below the standard # ≥ 95.0 % # 0.5 % each 0.25",
                "Deduction # at least 95% # 1% of the Fee if below 95% but not below 90%; 2.5% of the Fee if below 90% # ≥ 95 % # ≥ 90 and < 95 %: 1 %; < 90 %: 2.5 %",
                "Deduction # not below 95.0% # £750 # ≥ 95.0 % # < 95.0 %: GBP 750",
                "Abatement # 95% or more # none # ≥ 95 % # ''",
                "Points # not below 95.0% # 4 if below 95.0%; 9 if below 90.0% # ≥ 95.0 % # ≥ 90.0 and < 95.0 %: 4 points; < 90.0 %: 9 points",
                "Points # no more than 3 # 2 for each above 3 # ≤ 3 # 2 points each 1",
                "Points # 95% or better # 5 # ≥ 95 % # < 95 %: 5 points",
                "Fee reduction # minimum 95% # as the parties agree # ≥ 95 % # ''",
            })
    void readsAStandardAndWhatMissingItBrings(
            String header, String standard, String cell, String target, String credit) {
        assertThat(read(table(header, standard, cell))).singleElement().satisfies(measure -> {
            assertThat(measure.name()).isEqualTo("Sites cleaned on the day planned");
            assertThat(measure.summary()).contains(target).endsWith("per 1 month");
            assertThat(earns(measure)).isEqualTo(credit);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Supplier is in each month to answer not fewer than 85% of the calls offered to it within thirty seconds, and should it in any month answer fewer the Charge for that month is to abate by 2% for each full percentage point of the shortfall. # calls answered within thirty seconds ≥ 85 % per 1 month # 2 % each 1",
                "The share of the parcels of a month that arrive damaged is not to be higher than 2%, and where it is, there is to be a rebate of 1% of the Charge for that month if the share is above 2% but not above 4%, and of 3% of it if the share is above 4%. # share of the parcels of a month that arrive damaged ≤ 2 % per 1 month # > 2 and ≤ 4 %: 1 %; > 4 %: 3 %",
                "The average mark that guests give in a calendar quarter is to be no less than 8.5, failing which Supplier is to allow Customer a fixed sum of €900 for that quarter. # average mark ≥ 8.5 points per 1 quarter # < 8.5 points: EUR 900",
                "Supplier undertakes that in each month at least 97% of the orders due are dispatched complete on the day promised. If it does not, Customer is entitled to a credit of $400. # orders due dispatched complete on the day promised ≥ 97 % per 1 month # < 97 %: USD 400",
                "Orders received by ten must leave the depot the same day. Supplier shall ship at least 98% of them so in each month. If in any month it ships less, the Depot Fee abates by 2%; if less than 95%, by 6%. # Orders received by ten shipped the same day ≥ 98 % per 1 month # ≥ 95 and < 98 %: 2 %; < 95 %: 6 %",
                "In no month may more than 0.5% of the samples be lost in transit. # samples lost in transit ≤ 0.5 % per 1 month # ''",
            })
    void readsATargetAndItsMissInProse(String clause, String summary, String credit) {
        assertThat(read(clause)).singleElement().satisfies(measure -> {
            assertThat(measure.summary()).isEqualTo(summary);
            assertThat(earns(measure)).isEqualTo(credit);
        });
    }

    @Test
    void givesEachOfTwoMeasuresOfAClauseItsOwnCreditAndLimit() {
        List<PerformanceMeasure> measures = read("Supplier commits to a Monthly Uptime of at least 99.5% in each month."
                + " If Monthly Uptime is below 99.5%, Customer is entitled to a credit of 1% of the Fee for each full 0.1%"
                + " by which it is below, up to a maximum of 15% of the Fee."
                + " Supplier will acknowledge at least 90% of the tickets opened in a calendar month within twenty minutes."
                + " For any month in which it does not, Customer is entitled to a credit of $300.");
        assertThat(measures).hasSize(2);
        assertThat(earns(measures.get(0))).isEqualTo("1 % each 0.1");
        assertThat(measures.get(0).cap()).isNotNull();
        assertThat(earns(measures.get(1))).isEqualTo("< 90 %: USD 300");
        assertThat(measures.get(1).cap()).isNull();
    }

    @Test
    void readsTheItemsOfAListAsStepAndLimit() {
        ContractReading contract = ContractText.betweenSupplierAndCustomer()
                .clause("3(a)", "Supplier shall keep the On-Time Percentage at 96% or better in each month.")
                .clause(
                        "3(b)",
                        "Whenever the On-Time Percentage of a month is lower, the charges are reduced by way of a performance adjustment as follows:")
                .child(
                        "3(b)",
                        "3(b)(i)",
                        "(i) one percent (1%) of the charges for each full one-half (0.5) of a percentage point below 96%;")
                .child("3(b)", "3(b)(ii)", "(ii) but never by more than five percent (5%) of the charges.")
                .reading();
        assertThat(read(contract)).singleElement().satisfies(measure -> {
            assertThat(earns(measure)).isEqualTo("1 % each 0.5");
            assertThat(measure.cap()).isNotNull();
        });
    }
}
