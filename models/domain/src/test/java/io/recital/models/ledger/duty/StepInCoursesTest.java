package io.recital.models.ledger.duty;

import static io.recital.models.family.FamilyInWords.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.Facts;
import io.recital.models.fact.VendorReference;
import io.recital.models.family.FamilyInWords;
import io.recital.models.finding.Finding;
import io.recital.models.finding.Modality;
import io.recital.models.finding.Obligation;
import io.recital.models.finding.PartyReference;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.duty.RemedyCourse.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepInCoursesTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    private static final String STEM = "The Customer may step in and perform a Service itself, if:";
    private static final String LIMIT =
            "The Customer shall give notice of step-in, which shall not exceed 60 days for any one event.";

    private final List<ContractEvent> events = new ArrayList<>();

    private StepInCoursesTest event(String name, String date) {
        events.add(new ContractEvent(
                "E" + events.size(),
                new VendorReference("7", "OTHER SIDE"),
                "DP-9",
                name,
                "Order desk",
                LocalDate.parse(date),
                null,
                "",
                ""));
        return this;
    }

    private static Finding right(String... quotes) {
        return finding(
                "DP-9",
                new Obligation(Modality.RIGHT, new PartyReference("Customer", null), null, "step in", null, null, null),
                quotes);
    }

    private List<RemedyCourse> courses(Finding... findings) {
        var family = new FamilyInWords(TenantRole.BUYER)
                .with("DP-9", "services agreement", "2025-07-01", findings)
                .build();
        return RemedyCourse.of(new Dossier(family, Facts.of(events), AS_OF));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
            The Customer may step in if a regulator requires it. | a regulator requires it
            If the Supplier is insolvent, the Customer may step in and perform the Services itself. | the Supplier is insolvent
            Where an emergency arises the Client is entitled to take over the operation of the plant. | an emergency arises
            The Buyer has the right to have the works carried out by a third party, in the event of a strike at the Contractor. | a strike at the Contractor
            We may step in whenever you cannot staff the reception. | you cannot staff the reception
            The Customer may step in, if it is entitled to terminate this Agreement under clause 20.2. | it is entitled to terminate this Agreement under clause 20.2
            Neither party may step in to the contracts of the other. | nothing
            The Supplier shall give access during step-in. | nothing
            The Customer may terminate this Agreement and step in afterwards. | nothing
            The Supplier may not step in. | nothing
            """)
    void aRightToStepInIsTold(String clause, @Nullable String condition) {
        List<RemedyCourse> courses = courses(right(clause));

        if (condition == null) {
            assertThat(courses).isEmpty();
        } else {
            assertThat(courses).singleElement().satisfies(course -> {
                assertThat(course.stage()).isEqualTo("step-in");
                assertThat(course.from()).isEqualTo(condition);
                assertThat(course.state()).isEqualTo(State.WAITS);
            });
        }
    }

    @Test
    void eachConditionOfAListIsOneAndTheLongestTimeStandsBeside() {
        assertThat(courses(
                        right(STEM, "(a) the Order Platform has not been available for more than eight hours;"),
                        right(STEM, "(b) a regulator requires it; or"),
                        right(LIMIT)))
                .extracting(RemedyCourse::from, RemedyCourse::within)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "the Order Platform has not been available for more than eight hours", "60 days"),
                        org.assertj.core.groups.Tuple.tuple("a regulator requires it", "60 days"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
            2026-06-01 | nothing       | nothing    | RUNS
            2026-04-01 | nothing       | nothing    | PASSED_ON
            2026-04-01 | step-in-ended | 2026-05-31 | CLOSED
            2026-04-01 | step-in-ended | 2026-06-01 | CLOSED_LATE
            2026-04-01 | meeting-held  | 2026-05-01 | PASSED_ON
            """)
    void itRunsFromTheNoticeToItsEnd(String noticed, @Nullable String then, @Nullable String on, State state) {
        event("step-in-notice-sent", noticed);
        if (then != null && on != null) {
            event(then, on);
        }

        assertThat(courses(right(STEM, "(b) a regulator requires it; or"), right(LIMIT)))
                .singleElement()
                .satisfies(course -> assertThat(course.state()).isEqualTo(state));
    }

    @Test
    void whatTheEndOfATimeToPutRightGivesIsToldOnce() {
        assertThat(
                        courses(
                                right(
                                        "The Customer may step in where a failure is not rectified within two weeks of a written request.")))
                .singleElement()
                .satisfies(course -> assertThat(course.stage()).isEqualTo("time to put right"));
    }

    @Test
    void aTimeToPutRightIsToldOnceHoweverManyFindingsRestOnItsSentence() {
        String sentence =
                "If a breach is not cured within 45 days of a written reminder, the Supplier may terminate this Agreement.";

        assertThat(courses(right(sentence), right(sentence, "The reminder refers to this clause.")))
                .hasSize(1);
    }
}
