package io.recital.models.ledger.duty;

import static io.recital.models.family.FamilyInWords.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.Facts;
import io.recital.models.fact.VendorReference;
import io.recital.models.family.FamilyInWords;
import io.recital.models.finding.Modality;
import io.recital.models.finding.Obligation;
import io.recital.models.finding.PartyReference;
import io.recital.models.ledger.Dossier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EscalationCoursesTest {
    private static final String CLAUSE =
            "Any dispute shall first be referred to the project managers, who shall try to settle it within 5 Business Days."
                    + " # If they do not settle it in that time, it shall be referred to the regional directors, who shall meet within ten (10) Business Days."
                    + " # If the dispute is then not settled, either party may refer it to mediation.";

    private final List<ContractEvent> events = new ArrayList<>();

    private EscalationCoursesTest event(String name, String subject, String date, String reference) {
        events.add(new ContractEvent(
                "E" + events.size(),
                new VendorReference("7", "OTHER SIDE"),
                "DP-9",
                name,
                subject,
                LocalDate.parse(date),
                null,
                reference,
                ""));
        return this;
    }

    /** Each sentence is a finding of its own; what stands before {@code >>} is the stem of a list. */
    private Dossier dossier(String clause, String asOf) {
        Obligation duty = new Obligation(
                Modality.DUTY, new PartyReference("parties", null), null, "settle the dispute", null, null, null);
        var findings = Arrays.stream(clause.split(" # "))
                .map(sentence -> finding("DP-9", duty, sentence.split(" >> ")))
                .toArray(io.recital.models.finding.Finding[]::new);
        var family = new FamilyInWords(TenantRole.BUYER)
                .with("DP-9", "supply agreement", "2025-07-01", findings)
                .build();
        return new Dossier(family, Facts.of(events), LocalDate.parse(asOf));
    }

    /** Who has how long, and where it goes in the end. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
            Any dispute shall first be referred to the project managers, who shall try to settle it within 5 Business Days. # If they do not settle it in that time, it shall be referred to the regional directors, who shall meet within a further ten (10) Business Days. # If the dispute is not settled then, either party may start mediation. | the project managers 5 business days; the regional directors 10 business days | mediation
            A dispute that the buyers' supply managers have not resolved within fifteen (15) Business Days after written notice is referred to a vice president of each Party, who shall meet within ten (10) Business Days after the referral. | the buyers' supply managers 15 business days; a vice president of each Party 10 business days | nothing
            If the contract managers cannot settle a disagreement within 10 days of the notice, the matter shall be escalated to the chief operating officers. | the contract managers 10 days; the chief operating officers no time | nothing
            The parties shall attempt to resolve any dispute by negotiation between senior executives within thirty (30) days after written notice. # Failing that, a dispute that is not settled may be submitted to arbitration. | senior executives 30 days | arbitration
            Should a disagreement arise, the site leads shall meet within one week. # Failing agreement it passes to the steering committee, which shall decide within two weeks. | the site leads 1 week; the steering committee 2 weeks | nothing
            """)
    void readsLevelsInOrderWhoeverWroteThem(String clause, String levels, String after) {
        List<EscalationLadder> ladders = EscalationLadder.of(dossier(clause, "2026-06-30"));

        assertThat(ladders).singleElement().satisfies(ladder -> {
            assertThat(ladder.levels().stream()
                            .map(level -> level.who() + " "
                                    + (level.within() == null
                                            ? "no time"
                                            : level.within().display())))
                    .containsExactly(levels.split("; "));
            assertThat(ladder.after()).isEqualTo(after == null ? "" : after);
        });
    }

    @Test
    void readsTheItemsOfAList() {
        String stem = "Disputes are escalated through these levels, each within the time stated:";
        List<EscalationLadder> ladders = EscalationLadder.of(dossier(
                stem + " >> Level 1: contract managers, 5 Business Days # " + stem
                        + " >> (b) Level 2: managing directors (15 Business Days)",
                "2026-06-30"));

        assertThat(ladders)
                .singleElement()
                .satisfies(ladder -> assertThat(ladder.levels())
                        .extracting(level -> level.who() + " " + level.within().display())
                        .containsExactly("contract managers 5 business days", "managing directors 15 business days"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The Supplier shall appoint an account manager within 10 days.",
                "The project managers shall meet within 5 days of the end of each month.",
                "Questions on invoices are answered within 5 days.",
                "Any dispute shall be settled by the courts of Leeds.",
                "The Supplier shall not escalate a price by more than two percent within 12 months."
            })
    void makesNoLevelsOfOtherClauses(String clause) {
        assertThat(EscalationLadder.of(dossier(clause, "2026-06-30"))).isEmpty();
    }

    /** A dispute of Monday 1 June 2026: five business days, then ten. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-06-01 | RUNS
            2026-06-08 | RUNS
            2026-06-09 | PASSED_ON,RUNS
            2026-06-22 | PASSED_ON,RUNS
            2026-06-23 | PASSED_ON,OPEN
            """)
    void goesFromLevelToLevelAsTimePasses(String asOf, String states) {
        event("dispute-notice-sent", "Pallet count at Hull", "2026-06-01", "D-700");

        List<RemedyCourse> courses = EscalationCourses.of(dossier(CLAUSE, asOf));

        assertThat(courses).extracting(course -> course.state().name()).containsExactly(states.split(","));
    }

    @Test
    void isClosedAtTheLevelAtWhichItWasSettled() {
        event("dispute-notice-sent", "Pallet count at Hull", "2026-06-01", "D-700")
                .event("dispute-settled", "Pallet count at Hull", "2026-06-12", "D-700");

        List<RemedyCourse> courses = EscalationCourses.of(dossier(CLAUSE, "2026-06-30"));

        assertThat(courses).extracting(course -> course.state().name()).containsExactly("PASSED_ON", "CLOSED");
        assertThat(courses.get(1).reservation()).contains("no referral is recorded");
    }

    @Test
    void aRecordedReferralBeginsTheNextLevelBeforeTheFirstIsOver() {
        event("dispute-notice-sent", "Pallet count at Hull", "2026-06-01", "D-700")
                .event("dispute-escalated", "Pallet count at Hull", "2026-06-03", "D-700");

        List<RemedyCourse> courses = EscalationCourses.of(dossier(CLAUSE, "2026-06-10"));

        assertThat(courses).extracting(course -> course.state().name()).containsExactly("PASSED_ON", "RUNS");
        assertThat(courses.get(1).until()).isEqualTo(LocalDate.of(2026, 6, 17));
        assertThat(courses.get(1).next()).isEqualTo("mediation");
    }

    @Test
    void whatSomebodyMayTakeOnDoesNotGoThereByItself() {
        event("dispute-notice-sent", "Pallet count at Hull", "2026-06-01", "D-700");
        String clause = "A dispute goes first to the site managers, who have 5 days to settle it."
                + " # If it is not settled, either party may refer it to the directors, who shall meet within 5 days.";

        assertThat(EscalationCourses.of(dossier(clause, "2026-06-30")))
                .singleElement()
                .satisfies(course -> {
                    assertThat(course.state()).isEqualTo(RemedyCourse.State.OPEN);
                    assertThat(course.next()).isEqualTo("it goes to the directors");
                });
    }
}
