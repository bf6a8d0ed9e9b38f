package io.recital.models.ledger.duty;

import static java.util.Objects.requireNonNull;

import io.recital.models.fact.ContractEvent;
import io.recital.models.finding.Finding;
import io.recital.models.ledger.Dossier;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a step goes that a contract gives to whoever was let down: a time to put something right, a level of an
 * escalation, a right that repeated misses bring, or a right to step in.
 *
 * @param clause where it stands
 * @param stage which step it is, such as {@code cure period} or {@code level 2 of 3}
 * @param within how long it lasts, in the contract's unit; empty where the clause does not say
 * @param from what begins it, in the contract's words
 * @param who who may take the next step, or at a level who is to settle it
 * @param next what the clause gives once the time is over, and nothing else
 * @param begun the event that began it; null while nothing did
 * @param until last day to put it right; null while nothing began
 * @param closed the event that shows that it was put right; null for none
 * @param about the missed level or overdue duty that it is about, where that can be told
 * @param reservation what nobody decided yet or was assumed, such as whether the breach is material; empty for none
 */
public record RemedyCourse(
        String contract,
        String clause,
        String stage,
        String within,
        String from,
        String who,
        String next,
        State state,
        @Nullable ContractEvent begun,
        @Nullable LocalDate until,
        @Nullable ContractEvent closed,
        String about,
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
        /** The time is over, and the next level has it. */
        PASSED_ON,
        /** The time is over, and no event shows that it was put right: the next step may be taken. */
        OPEN;

        /** For a reader. */
        public String display() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    public RemedyCourse {
        requireNonNull(contract, "contract");
        requireNonNull(state, "state");
        requireNonNull(finding, "finding");
    }

    /** All of a family: of each clause those that began, the latest first, or else that it waits. */
    public static List<RemedyCourse> of(Dossier dossier) {
        List<RemedyCourse> courses = Stream.of(
                        CureCourses.of(dossier), EscalationCourses.of(dossier), RepeatedMisses.of(dossier))
                .flatMap(List::stream)
                .toList();
        return Stream.concat(courses.stream(), StepInCourses.of(dossier, courses).stream())
                .toList();
    }

    static String title(Dossier dossier, Saying saying) {
        return dossier.family()
                .find(saying.finding().contract())
                .map(member -> member.contract().title())
                .orElse(saying.citation().file());
    }
}
