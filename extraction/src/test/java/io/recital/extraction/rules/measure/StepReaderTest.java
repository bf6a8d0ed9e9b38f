package io.recital.extraction.rules.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.extraction.rules.statement.ContractText;
import io.recital.models.contract.ContractReading;
import io.recital.models.finding.CreditStep;
import io.recital.models.finding.Extraction;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.PerformanceMeasure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepReaderTest {
    private final StepReader reader = new StepReader();

    /** Wording, credit for one step, how far it is, whether a step that has begun counts. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The Fee abates by two per cent (2%) for each full percentage point of the shortfall. | 2 % | 1 | false
            Customer deducts 0.4% of the monthly rent for each full 0.2 percentage point below the target. | 0.4 % | 0.2 | false
            A credit of 3% of the Charges is due for every commenced 0.5% by which the result falls short. | 3 % | 0.5 | true
            For each full half of a percentage point below 98%, the Carrier credits 1.5% of the freight. | 1.5 % | 0.5 | false
            Supplier credits USD 250.00 for each one-tenth (0.1) of a percentage point below the level. | USD 250.00 | 0.1 | false
            A penalty of EUR 90.00 per started percentage point below 95 % is deducted. | EUR 90.00 | 1 | true
            """)
    void readsWhatOneStepIsWorthAndHowFarItGoes(String wording, String credit, String every, boolean commenced) {
        assertThat(reader.find(wording, null)).hasValueSatisfying(step -> {
            assertThat(step.credit().display()).isEqualTo(credit);
            assertThat(step.every()).isEqualByComparingTo(every);
            assertThat(step.commenced()).isEqualTo(commenced);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The Supplier shall pay 5% of the Charges if the target is missed.",
                "Interest is 1% per month on sums that fall due.",
                "A rebate of 2% is granted for each full pallet.",
                "The price rises by 1% per percentage point of the index."
            })
    void leavesAsideWhatGrowsWithNoShortfall(String wording) {
        assertThat(reader.find(wording, null)).isEmpty();
    }

    @Test
    void joinsAStepOfItsOwnClauseWithItsLimit() {
        PerformanceMeasure measure = measure(ContractText.betweenSupplierAndCustomer()
                .clause(
                        "4.1",
                        "Availability of the Portal shall be at least 99.5% in each month. If it is lower, the monthly Fee abates by 2% for each full 0.25 percentage point of the shortfall, at most 12% of that Fee.")
                .reading());
        CreditStep step = measure.step();
        assertThat(step).isNotNull();
        assertThat(step.every()).isEqualByComparingTo("0.25");
        assertThat(measure.cap()).isNotNull();
        assertThat(measure.cap().display()).isEqualTo("12 %");
    }

    private static PerformanceMeasure measure(ContractReading contract) {
        Extraction found =
                new MeasureExtractor().extract(contract, contract.clauses().get(0), FindingKind.MEASURE);
        assertThat(found).isInstanceOf(Extraction.Found.class);
        List<Extraction.Candidate> candidates = ((Extraction.Found) found).candidates();
        return (PerformanceMeasure) candidates.get(0).content();
    }
}
