package io.recital.models.maturity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recital.models.maturity.Assessment.Standing;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AssessmentTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    private static Standing standing(Assessment assessment, Dimension dimension) {
        return assessment.standings().stream()
                .filter(standing -> standing.dimension() == dimension)
                .findFirst()
                .orElseThrow();
    }

    private static Assessment of(Map<Indicator, Share> shares, Map<Criterion, Boolean> answers) {
        return Assessment.of(new MaturityEvidence(shares, answers), DAY);
    }

    @Test
    void anInstallationWithoutDataEarnsNoStage() {
        Assessment empty = of(Map.of(), Map.of());

        assertThat(empty.overall()).isEmpty();
        assertThat(empty.standings()).hasSize(Dimension.values().length).allMatch(standing -> standing.stage() == null);
    }

    @ParameterizedTest
    @CsvSource({
        "49, 100, AD_HOC",
        "50, 100, FOUNDATIONAL",
        "1, 2, FOUNDATIONAL",
        "899, 1000, FOUNDATIONAL",
        "9, 10, INTEGRATED",
        "100, 100, INTEGRATED"
    })
    void measurementRisesWithTheShareOfMeasuresMeasured(long count, long of, Stage stage) {
        Assessment assessment = of(Map.of(Indicator.MEASURES_MEASURED, new Share(count, of)), Map.of());

        assertThat(standing(assessment, Dimension.MEASUREMENT).stage()).isEqualTo(stage);
    }

    @Test
    void aHigherStageDoesNotMakeUpForALowerOneThatIsUnknown() {
        Assessment assessment = of(Map.of(), Map.of(Criterion.REVIEWS, true, Criterion.DECIDES, true));

        assertThat(standing(assessment, Dimension.GOVERNANCE).stage()).isEqualTo(Stage.AD_HOC);
    }

    @Test
    void theWholeStandsWhereItsWeakestDimensionDoes() {
        Assessment assessment = of(everyShare(100), answers(true, Criterion.OWNERS));

        assertThat(assessment.overall()).contains(Stage.AD_HOC);
        assertThat(standing(assessment, Dimension.VALUE).stage()).isEqualTo(Stage.STRATEGIC);
    }

    @Test
    void allCriteriaMetIsStrategicAndLeavesNothingToDo() {
        Assessment assessment = of(everyShare(100), answers(true, null));

        assertThat(assessment.overall()).contains(Stage.STRATEGIC);
        assertThat(assessment.roadmap((day, days) -> day.plusDays(days))).isEmpty();
    }

    @Test
    void theRoadmapBeginsWithTheCheapestStepAndDatesOneAfterTheOther() {
        List<Assessment.Step> steps = of(Map.of(), Map.of()).roadmap((day, days) -> day.plusDays(days));

        assertThat(steps).hasSize(Dimension.values().length);
        assertThat(steps.get(0).criterion()).isEqualTo(Criterion.OWNERS);
        assertThat(steps).extracting(step -> step.criterion().days()).isSortedAccordingTo(Comparator.naturalOrder());
        assertThat(steps.get(1).due())
                .isEqualTo(steps.get(0).due().plusDays(steps.get(1).criterion().days()));
    }

    @Test
    void whatIsRecordedOfMeetingsWeighsMoreThanAnAnswer() {
        Map<Criterion, Boolean> answers = answers(true, null);

        assertThat(standing(of(Map.of(), answers), Dimension.GOVERNANCE).stage())
                .isEqualTo(Stage.STRATEGIC);
        assertThat(standing(of(Map.of(Indicator.REVIEWS_HELD, new Share(1, 3)), answers), Dimension.GOVERNANCE)
                        .stage())
                .isEqualTo(Stage.FOUNDATIONAL);
    }

    @Test
    void nobodyAnswersWhatLiveDataDecide() {
        assertThatThrownBy(() -> of(Map.of(), Map.of(Criterion.TYPED, true)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Live data");
    }

    @Test
    void nothingOfNothingIsNoShare() {
        assertThatThrownBy(() -> new Share(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Share(2, 3).percent()).isEqualByComparingTo("66.6");
    }

    @ParameterizedTest
    @EnumSource(Dimension.class)
    void eachDimensionHasACriterionForEveryStageAboveTheFirst(Dimension dimension) {
        assertThat(Arrays.stream(Criterion.values())
                        .filter(criterion -> criterion.dimension() == dimension)
                        .map(Criterion::stage))
                .containsExactlyInAnyOrder(Stage.FOUNDATIONAL, Stage.INTEGRATED, Stage.STRATEGIC);
        assertThat(ProcessArea.values()).anyMatch(area -> area.isShownBy(dimension));
    }

    @ParameterizedTest
    @EnumSource(ProcessArea.class)
    void aProcessAreaOfAnotherModelIsShownOrSaysWhyItIsUnknown(ProcessArea area) {
        boolean shown = Arrays.stream(Dimension.values()).anyMatch(area::isShownBy);

        assertThat(area.whyUnknown().isPresent()).isNotEqualTo(shown);
    }

    @Test
    void theLatestAnswerByADayCounts() {
        List<MaturityAnswer> answers = List.of(
                new MaturityAnswer(Criterion.OWNERS, true, DAY.minusDays(1)),
                new MaturityAnswer(Criterion.OWNERS, false, DAY.plusDays(1)));

        assertThat(MaturityAnswer.on(DAY, answers)).isEqualTo(Map.of(Criterion.OWNERS, true));
        assertThat(MaturityAnswer.on(DAY.plusDays(1), answers)).isEqualTo(Map.of(Criterion.OWNERS, false));
        assertThat(MaturityAnswer.on(DAY.minusDays(2), answers)).isEmpty();
    }

    private static Map<Indicator, Share> everyShare(long percent) {
        return Arrays.stream(Indicator.values())
                .collect(Collectors.toMap(indicator -> indicator, indicator -> new Share(percent, 100)));
    }

    private static Map<Criterion, Boolean> answers(boolean answer, @Nullable Criterion without) {
        return Arrays.stream(Criterion.values())
                .filter(criterion -> criterion.isQuestion() && criterion != without)
                .collect(Collectors.toMap(criterion -> criterion, criterion -> answer));
    }
}
