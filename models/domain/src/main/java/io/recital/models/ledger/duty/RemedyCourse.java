package io.recital.models.ledger.duty;

import io.recital.models.calendar.BusinessCalendar;
import io.recital.models.fact.ContractEvent;
import io.recital.models.finding.Finding;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.duty.RemedyTerm.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a time to put something right goes, from the notice that begins it to its end.
 *
 * @param clause where it stands
 * @param next what the clause gives once the time is over, and nothing else
 * @param begun the event that began it; null while nothing did
 * @param until last day to put it right; null while nothing began
 * @param closed the event that shows that it was put right; null for none
 * @param reservation what nobody decided yet, such as whether the breach is material; empty for none
 */
public record RemedyCourse(
        String contract,
        String clause,
        String within,
        String from,
        String who,
        String next,
        State state,
        @Nullable ContractEvent begun,
        @Nullable LocalDate until,
        @Nullable ContractEvent closed,
        String reservation,
        Finding finding) {
    /** Where it stands. */
    public enum State {
        /** Nobody gave the notice from which the time runs. */
        WAITS,
        /** The time runs. */
        RUNS,
        /** It was put right in time: the next step is closed. */
        CLOSED,
        /** It was put right after the time was over. */
        CLOSED_LATE,
        /** The time is over, and no event shows that it was put right: the next step may be taken. */
        OPEN;

        /** For a reader. */
        public String display() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private static final Pattern BREACH_NOTICE = Pattern.compile(
            "\\b(?:breach|default|non-?conformance|deficienc\\w+|failure|cure|remedy|rectification)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DISPUTE =
            Pattern.compile("\\b(?:dispute|escalat\\w+|disagreement)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOTICE = Pattern.compile(
            "\\b(?:notice|letter|request|demand|notified|referred|raised)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern PUT_RIGHT = Pattern.compile(
            "\\b(?:cured|remedied|rectified|resolved|settled|corrected|withdrawn|closed)\\b", Pattern.CASE_INSENSITIVE);

    /** All of a family: those that began, the latest first, and of each clause without any, that it waits. */
    public static List<RemedyCourse> of(Dossier dossier) {
        BusinessCalendar calendar = DutyStates.calendar(dossier);
        List<RemedyCourse> courses = new ArrayList<>();
        for (RemedyTerm term : RemedyTerm.of(dossier)) {
            List<ContractEvent> notices = dossier.facts().events().stream()
                    .filter(event -> begins(term, event))
                    .sorted(Comparator.comparing(ContractEvent::date).reversed())
                    .toList();
            if (notices.isEmpty()) {
                courses.add(course(dossier, term, State.WAITS, null, null, null));
            }
            notices.forEach(notice -> courses.add(begun(dossier, term, notice, notices, calendar)));
        }
        return courses;
    }

    private static boolean begins(RemedyTerm term, ContractEvent event) {
        String name = event.event().replaceAll("[-_]+", " ");
        Pattern about = term.step() == Step.ESCALATION ? DISPUTE : BREACH_NOTICE;
        boolean isNotice =
                NOTICE.matcher(name).find() && !PUT_RIGHT.matcher(name).find();
        return isNotice && about.matcher(name + " " + event.subject()).find();
    }

    private static RemedyCourse begun(
            Dossier dossier,
            RemedyTerm term,
            ContractEvent notice,
            List<ContractEvent> notices,
            BusinessCalendar calendar) {
        LocalDate until = term.within().after(notice.date(), calendar);
        Optional<ContractEvent> closed = dossier.facts().events().stream()
                .filter(event -> !event.date().isBefore(notice.date()) && puts(event, notice, notices.size() == 1))
                .min(Comparator.comparing(ContractEvent::date));
        State state;
        if (closed.isPresent()) {
            state = closed.get().date().isAfter(until) ? State.CLOSED_LATE : State.CLOSED;
        } else {
            state = dossier.asOf().isAfter(until) ? State.OPEN : State.RUNS;
        }
        return course(dossier, term, state, notice, until, closed.orElse(null));
    }

    /** Whether an event says that this is put right: both name it by number or reference, or most of what they are about. */
    private static boolean puts(ContractEvent event, ContractEvent notice, boolean only) {
        if (event.equals(notice)
                || !PUT_RIGHT.matcher(event.event().replaceAll("[-_]+", " ")).find()) {
            return false;
        }
        boolean sameNumber = !event.reference().isBlank() && event.reference().equals(notice.reference());
        Set<String> subject = new HashSet<>(DutyWords.withoutTime(notice.subject()));
        return sameNumber
                || TriggeredDuties.nameTheSame(notice, event)
                || (only && DutyWords.share(subject, DutyWords.withoutTime(event.subject())) >= 0.5);
    }

    private static RemedyCourse course(
            Dossier dossier,
            RemedyTerm term,
            State state,
            @Nullable ContractEvent begun,
            @Nullable LocalDate until,
            @Nullable ContractEvent closed) {
        return new RemedyCourse(
                dossier.family()
                        .find(term.finding().contract())
                        .map(member -> member.contract().title())
                        .orElse(term.citation().file()),
                term.citation().path(),
                term.within().display(),
                term.from(),
                term.who(),
                term.next(),
                state,
                begun,
                until,
                closed,
                term.onlyMaterial() ? "whether the breach is material" : "",
                term.finding());
    }
}
