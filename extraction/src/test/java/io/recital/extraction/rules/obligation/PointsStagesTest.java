package io.recital.extraction.rules.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.extraction.rules.CutText;
import io.recital.models.evidence.Citation;
import io.recital.models.finding.Extraction;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.Modality;
import io.recital.models.finding.Obligation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PointsStagesTest {
    private static List<Extraction.Candidate> stages(String text) {
        var reading = CutText.reading(text);
        return reading.clauses().stream()
                .flatMap(clause ->
                        CutText.candidates(new ObligationExtractor().extract(reading, clause, FindingKind.OBLIGATION))
                                .stream())
                .filter(candidate -> ((Obligation) candidate.content()).trigger() != null)
                .toList();
    }

    private static Obligation duty(Extraction.Candidate stage) {
        return (Obligation) stage.content();
    }

    @Test
    void readsByHowMuchThePointsOfAMonthLessenItsFee() {
        List<Extraction.Candidate> stages = stages("""
                Points in the month | Reduction of the Monthly Fee
                0 to 9 | 0%
                10 to 24 | 2%
                25 or more | 5%
                """);

        assertThat(stages)
                .extracting(stage -> duty(stage).trigger() + ": " + duty(stage).action())
                .containsExactly(
                        "10 to 24 points in the month: Reduction of the Monthly Fee: 2%",
                        "25 or more points in the month: Reduction of the Monthly Fee: 5%");
        assertThat(stages).allMatch(stage -> duty(stage).modality() == Modality.DUTY);
    }

    /** How a band of points and what follows from it are written, and what is read. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            8 or more          | Deduction of 4% of the Charges   | 8 or more valid points: Deduction of 4% of the Charges
            at least 8         | Credit of 4% of the Charges      | at least 8 valid points: Credit of 4% of the Charges
            more than 8 points | the Charges are reduced by 4%    | more than 8 points: the Charges are reduced by 4%
            12 - 20            | Written warning                  | 12 - 20 valid points: Written warning
            20+                | Termination for cause            | 20+ valid points: Termination for cause
            """)
    void readsWhatFollowsFromEnoughPoints(String band, String follows, String read) {
        List<Extraction.Candidate> stages = stages("Stage | Valid points | Consequence\n1 | " + band + " | " + follows
                + "\n2 | 90 or more | Termination for cause\n");

        assertThat(duty(stages.get(0)).trigger() + ": " + duty(stages.get(0)).action())
                .isEqualTo(read);
    }

    @Test
    void citesHowManyPointsAMissBringsAndHowLongTheyCount() {
        List<Extraction.Candidate> stages = stages("""
                Result of the month | Points
                Target missed | 1
                Target missed, critical level passed | 3

                Points expire at the end of the fifth month that follows, so that those of six successive months are added up.

                Valid points | Consequence
                8 or more | Deduction of 4% of the Charges
                14 or more | Termination for cause
                """);

        assertThat(stages).hasSize(2);
        assertThat(stages.get(0).citations())
                .extracting(Citation::quote)
                .contains("Target missed", "1", "3")
                .anyMatch(quote -> quote.contains("six successive months"));
    }

    /** Points of another kind, or no bands of them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Measure | Points\nUptime | 10 if below 99%\nAnswers | 5 if below 95%\n",
                "Failure | Points\nLate visit | 2\nMissed visit | 5\n",
                "Percentage | Reduction\n90 to 95 | 2%\n80 to 89 | 5%\n",
                "Loyalty points | Gift\n100 to 200 | Mug\n201 to 300 | Lamp\n",
                "Points\n10 to 24\n25 or more\n"
            })
    void takesNothingElseForStages(String table) {
        assertThat(stages(table)).isEmpty();
    }
}
