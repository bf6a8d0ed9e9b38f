package io.recital.models.ledger.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.finding.CreditStep;
import io.recital.models.finding.Finding;
import io.recital.models.finding.TypedValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatedStepTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        1.5% of the Line Fee for each full 0.5 percentage point below the target             | 1.5 | 0.5 | full
        two percent (2%) of the Fee for every commenced one percent (1%) below the level     | 2   | 1   | commenced
        3% of the monthly charge for each percentage point by which the target is missed     | 3   | 1   | full
        4 per cent of the Rent for each complete 0.25% of the shortfall                      | 4   | 0.25| full
        2% of the Fee for each delivery that is late                                         | -   | -   | -
        2% of the Fee for each month in which the level is missed                            | -   | -   | -
        1% of the Fee for each point below 95 %, and 2% of the Fee for each point below 90 % | -   | -   | -
        """)
    void readsStepsThatTheFindingDoesNotHold(String words, String rate, String every, String how) {
        Finding finding =
                new MeasureInWords("Trains on time", "97").words(words).in("T-1");

        assertThat(StatedStep.of(finding.citations(), "%")
                        .map(StatedStepTest::display)
                        .orElse("none"))
                .isEqualTo(rate == null ? "none" : rate + " " + every + " " + how);
    }

    private static String display(CreditStep step) {
        return ((TypedValue.Percent) step.credit()).value() + " " + step.every() + " "
                + (step.commenced() ? "commenced" : "full");
    }
}
