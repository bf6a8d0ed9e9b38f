package io.recital.models.governance.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.Period;
import io.recital.models.family.FamilyInWords;
import io.recital.models.finding.Deadline;
import io.recital.models.finding.Finding;
import io.recital.models.finding.Modality;
import io.recital.models.finding.Obligation;
import io.recital.models.finding.PartyReference;
import io.recital.models.finding.TimeSpan;
import io.recital.models.governance.GovernanceRecord;
import io.recital.models.governance.Meeting;
import io.recital.models.governance.Risk;
import io.recital.models.governance.report.MeetingDuty.State;
import io.recital.models.report.Report;
import io.recital.models.report.ReportCell;
import io.recital.models.report.ReportQuestion;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GovernanceReporterTest {
    private static Finding quarterly(String action) {
        return FamilyInWords.finding(
                Governed.CONTRACT,
                new Obligation(
                        Modality.DUTY,
                        new PartyReference("The parties", null),
                        null,
                        action,
                        null,
                        new Deadline.Recurring(new TimeSpan(1, TimeSpan.Unit.QUARTERS), null),
                        null));
    }

    private static Meeting meeting(String day, @Nullable String heldOn) {
        return new Meeting(
                Governed.counterparty(),
                Meeting.Kind.BUSINESS_REVIEW,
                "Review",
                LocalDate.parse(day),
                heldOn == null ? null : LocalDate.parse(heldOn),
                List.of("M. Sand"),
                List.of(new Meeting.DueReport("Figures", LocalDate.parse("2026-05-01"), null)),
                List.of());
    }

    @Test
    void holdsMeetingsThatAClauseCallsForAgainstThoseThatWereHeld() {
        Governed governed = new Governed(TenantRole.BUYER).finding(quarterly("hold a business review each quarter"));

        assertThat(MeetingDuty.of(
                        governed.dossier(), List.of(meeting("2025-11-03", "2025-11-04"), meeting("2026-08-01", null))))
                .extracting(MeetingDuty::state)
                .containsExactly(
                        State.NOT_RECORDED, State.HELD, State.NOT_RECORDED, State.TO_BE_PLANNED, State.PLANNED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "meet at least once in each calendar quarter",
                "attend a service review meeting",
                "convene the steering committee"
            })
    void knowsAMeetingByItsWords(String action) {
        Governed governed = new Governed(TenantRole.BUYER).finding(quarterly(action));

        assertThat(MeetingDuty.of(governed.dossier(), List.of())).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "review each invoice within the month",
                "deliver a statement of account",
                "meet the service levels of the previous quarter's plan report"
            })
    void otherDutiesAreNoMeetings(String action) {
        Governed governed = new Governed(TenantRole.BUYER).finding(quarterly(action));

        assertThat(MeetingDuty.of(governed.dossier(), List.of())).isEmpty();
    }

    @Test
    void saysWhatIsOverdue() {
        Risk late = new Risk(
                Governed.counterparty(),
                "One yard only",
                3,
                5,
                "M. Sand",
                "A second yard",
                LocalDate.parse("2026-01-01"),
                LocalDate.parse("2026-06-29"),
                null);
        Risk elsewhere =
                new Risk(UUID.randomUUID(), "Of somebody else", 5, 5, "X", "Y", late.raisedOn(), late.reviewOn(), null);

        Report report = report(meeting("2026-06-01", null), late, elsewhere);

        assertThat(column(report, "Meetings", 5)).containsExactly("not held");
        assertThat(column(report, "Reports due before meetings", 5)).containsExactly("missing");
        assertThat(column(report, "Risks, the highest first", 1)).containsExactly("One yard only");
        assertThat(column(report, "Risks, the highest first", 7)).containsExactly("review overdue");
    }

    private static Report report(GovernanceRecord... records) {
        return new GovernanceReporter()
                .report(new ReportQuestion(
                                List.of(new Governed(TenantRole.BUYER).standing()),
                                List::of,
                                Period.ofDay(Governed.TODAY),
                                Governed.TODAY)
                        .with(Governed.kept(records)));
    }

    private static List<String> column(Report report, String title, int column) {
        return report.sections().stream()
                .filter(section -> section.title().equals(title))
                .flatMap(section -> section.rows().stream())
                .map(row -> row.get(column))
                .map(ReportCell::display)
                .toList();
    }
}
