package io.recital.models.governance.report;

import io.recital.models.fact.Period;
import io.recital.models.finding.Deadline;
import io.recital.models.finding.Finding;
import io.recital.models.governance.Meeting;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.duty.DutyState;
import io.recital.models.ledger.duty.DutyStates;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A meeting that a clause calls for again and again, in one of its periods.
 *
 * @param clause the finding that says so
 */
public record MeetingDuty(Finding clause, Period about, State state) {
    /** How it stands. */
    public enum State {
        HELD,
        PLANNED,
        /** The period is not over and no meeting is planned. */
        TO_BE_PLANNED,
        /** The period is over and nothing shows that it was held. */
        NOT_RECORDED
    }

    private static final Pattern MEETING = Pattern.compile(
            "\\b(?:meet(?=\\s*$|\\s+(?:in|on|with|once|twice|every|each\\s+(?:calendar\\s+)?(?:week|month|quarter|year)|weekly|monthly|quarterly|annually|regularly|at\\s+least\\s+(?:once|twice|every|weekly|monthly|quarterly)|to\\s+(?:review|discuss)))"
                    + "|meetings?|steering\\s+(?:committee|group|board)|governance\\s+(?:board|committee|forum)"
                    + "|(?:business|service|performance|operational|executive|contract|account|quarterly|monthly|annual|management)\\s+reviews?"
                    + "|besprechung\\w*|sitzung\\w*|lenkungs(?:ausschuss|kreis)\\w*|jahresgespräch\\w*)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Those of the year up to the day and of the quarter after it, the oldest first. */
    public static List<MeetingDuty> of(Dossier dossier, List<Meeting> meetings) {
        LocalDate asOf = dossier.asOf();
        return DutyStates.of(dossier).stream()
                .filter(MeetingDuty::isMeeting)
                .filter(duty -> duty.occurrence().about().to().isAfter(asOf.minusYears(1)))
                .map(duty ->
                        new MeetingDuty(duty.duty().finding(), duty.occurrence().about(), state(duty, meetings, asOf)))
                .sorted(Comparator.comparing(duty -> duty.about().to()))
                .toList();
    }

    private static boolean isMeeting(DutyState duty) {
        return duty.duty().content().deadline() instanceof Deadline.Recurring
                && MEETING.matcher(duty.duty().content().action()).find();
    }

    private static State state(DutyState duty, List<Meeting> meetings, LocalDate asOf) {
        Period about = duty.occurrence().about();
        boolean held = duty.evidence() != null
                || meetings.stream().anyMatch(meeting -> {
                    LocalDate day = meeting.heldOn();
                    return day != null && about.holds(day) && !day.isAfter(asOf);
                });
        if (held) {
            return State.HELD;
        }
        if (about.to().isBefore(asOf)) {
            return State.NOT_RECORDED;
        }
        return meetings.stream()
                        .anyMatch(meeting ->
                                about.holds(meeting.day()) && !meeting.day().isBefore(asOf))
                ? State.PLANNED
                : State.TO_BE_PLANNED;
    }
}
