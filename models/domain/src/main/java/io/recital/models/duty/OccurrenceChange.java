package io.recital.models.duty;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody did about an occurrence. Changes are only ever added.
 *
 * @param by who did it
 * @param on the day from which it counts: when the duty was done, from when it is waived or owned
 * @param owner who owns it from now on; for {@link Step#ASSIGNED} and only then
 * @param evidence what shows it; for {@link Step#DONE} and {@link Step#EVIDENCE} always
 * @param reason why; for {@link Step#WAIVED} and {@link Step#REOPENED} always
 */
public record OccurrenceChange(
        Step step,
        String by,
        LocalDate on,
        @Nullable String owner,
        @Nullable Evidence evidence,
        @Nullable String reason) {
    /** What can be done about an occurrence. */
    public enum Step {
        ASSIGNED,
        DONE,
        WAIVED,
        /** It counts as neither done nor waived any more. */
        REOPENED,
        /** More evidence, whatever it is. */
        EVIDENCE
    }

    public OccurrenceChange {
        requireNonNull(step, "step");
        requireNonNull(on, "on");
        if (by.isBlank()) {
            throw new IllegalArgumentException("A change has somebody who made it (by)");
        }
        if ((step == Step.ASSIGNED) != (owner != null && !owner.isBlank())) {
            throw new IllegalArgumentException("An assignment, and only it, names the owner (owner)");
        }
        if ((step == Step.DONE || step == Step.EVIDENCE) && evidence == null) {
            throw new IllegalArgumentException("Say what shows that it was done (evidence)");
        }
        if ((step == Step.WAIVED || step == Step.REOPENED) && (reason == null || reason.isBlank())) {
            throw new IllegalArgumentException("Say why (reason)");
        }
    }

    /** Whether it decides if the duty counts as done. */
    boolean isDecision() {
        return step == Step.DONE || step == Step.WAIVED || step == Step.REOPENED;
    }
}
