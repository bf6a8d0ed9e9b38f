package io.recital.models.ledger.duty;

import io.recital.models.calendar.BusinessCalendar;
import io.recital.models.fact.ContractEvent;
import io.recital.models.finding.TimeSpan;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.duty.EscalationLadder.Level;
import io.recital.models.ledger.duty.RemedyCourse.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How disagreements go through the levels of their contract, each level from its beginning to its end. */
final class EscalationCourses {
    private static final Pattern DISPUTE =
            Pattern.compile("\\b(?:dispute|disagreement|complaint)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern RAISED =
            Pattern.compile("\\b(?:notice|letter|raised|notified|opened|received|sent)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAKEN_ON =
            Pattern.compile("\\b(?:escalat\\w+|referr\\w+|referral)\\b", Pattern.CASE_INSENSITIVE);
    private static final String NO_REFERRAL = "no referral is recorded: counted from the last day of the level before";

    private final Dossier dossier;
    private final BusinessCalendar calendar;
    private final List<ContractEvent> disputes;

    private EscalationCourses(Dossier dossier) {
        this.dossier = dossier;
        this.calendar = DutyStates.calendar(dossier);
        this.disputes = dossier.facts().events().stream()
                .filter(EscalationCourses::begins)
                .sorted(Comparator.comparing(ContractEvent::date).reversed())
                .toList();
    }

    static List<RemedyCourse> of(Dossier dossier) {
        EscalationCourses courses = new EscalationCourses(dossier);
        List<RemedyCourse> all = new ArrayList<>();
        for (EscalationLadder ladder : EscalationLadder.of(dossier)) {
            if (courses.disputes.isEmpty()) {
                for (int i = 0; i < ladder.levels().size(); i++) {
                    all.add(courses.course(ladder, i, State.WAITS, null, null, null, ""));
                }
            }
            courses.disputes.forEach(dispute -> all.addAll(courses.follow(ladder, dispute)));
        }
        return all;
    }

    private static boolean begins(ContractEvent event) {
        String name = event.event().replaceAll("[-_]+", " ");
        return DISPUTE.matcher(name).find()
                && RAISED.matcher(name).find()
                && !TAKEN_ON.matcher(name).find()
                && !Closing.isMeantBy(event);
    }

    /** The levels that it has reached, in order. */
    private List<RemedyCourse> follow(EscalationLadder ladder, ContractEvent dispute) {
        Optional<ContractEvent> closed =
                Closing.of(dispute, disputes.size() == 1, dossier.facts().events());
        List<ContractEvent> referrals = referrals(dispute);
        List<RemedyCourse> reached = new ArrayList<>();
        LocalDate begin = dispute.date();
        String assumed = "";
        for (int i = 0; i < ladder.levels().size(); i++) {
            TimeSpan within = ladder.levels().get(i).within();
            LocalDate until = within == null ? null : within.after(begin, calendar);
            Optional<ContractEvent> next = i < referrals.size() ? Optional.of(referrals.get(i)) : Optional.empty();
            State state = state(ladder, i, until, closed, next);
            String reservation = until == null ? "when it ends: the clause gives this level no time" : assumed;
            reached.add(
                    course(ladder, i, state, dispute, until, isHere(state) ? closed.orElse(null) : null, reservation));
            if (state != State.PASSED_ON) {
                break;
            }
            begin = next.map(ContractEvent::date).orElse(until == null ? begin : until);
            assumed = next.isPresent() ? "" : NO_REFERRAL;
        }
        return reached;
    }

    private static boolean isHere(State state) {
        return state == State.CLOSED || state == State.CLOSED_LATE;
    }

    private State state(
            EscalationLadder ladder,
            int level,
            @Nullable LocalDate until,
            Optional<ContractEvent> closed,
            Optional<ContractEvent> referral) {
        boolean isLast = level + 1 == ladder.levels().size();
        boolean isOver = until != null && dossier.asOf().isAfter(until);
        LocalDate settled = closed.map(ContractEvent::date).orElse(LocalDate.MAX);
        boolean goesOn = !isLast
                && (referral.filter(event -> event.date().isBefore(settled)).isPresent()
                        || (isOver && !ladder.levels().get(level + 1).isOptional() && settled.isAfter(until)));
        if (goesOn) {
            return State.PASSED_ON;
        }
        if (closed.isPresent()) {
            return until != null && settled.isAfter(until) ? State.CLOSED_LATE : State.CLOSED;
        }
        return isOver ? State.OPEN : State.RUNS;
    }

    private List<ContractEvent> referrals(ContractEvent dispute) {
        return dossier.facts().events().stream()
                .filter(event -> !event.date().isBefore(dispute.date())
                        && TAKEN_ON.matcher(event.event().replaceAll("[-_]+", " "))
                                .find()
                        && Closing.isAboutTheSame(event, dispute, disputes.size() == 1))
                .sorted(Comparator.comparing(ContractEvent::date))
                .toList();
    }

    private RemedyCourse course(
            EscalationLadder ladder,
            int number,
            State state,
            @Nullable ContractEvent begun,
            @Nullable LocalDate until,
            @Nullable ContractEvent closed,
            String reservation) {
        Level level = ladder.levels().get(number);
        TimeSpan within = level.within();
        boolean isLast = number + 1 == ladder.levels().size();
        return new RemedyCourse(
                RemedyCourse.title(dossier, level.said()),
                level.said().citation().path(),
                "level " + (number + 1) + " of " + ladder.levels().size(),
                within == null ? "" : within.display(),
                level.from().isEmpty()
                        ? (number == 0 ? "notice of the dispute" : "the end of the level before")
                        : level.from(),
                level.who(),
                isLast
                        ? ladder.after()
                        : "it goes to " + ladder.levels().get(number + 1).who(),
                state,
                begun,
                until,
                closed,
                begun == null ? "" : begun.subject(),
                reservation,
                level.said().finding());
    }
}
