package io.recital.models.performance;

import io.recital.models.finding.Deadline;
import io.recital.models.finding.Finding;
import io.recital.models.finding.Obligation;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an obligation stands on a day, as far as its text alone tells: whether it was performed is not known yet.
 *
 * @param nextDue the next due date; for {@link Status#PASSED} the date that has passed; null where none can be computed
 */
public record ObligationStanding(
        Finding finding, Status status, @Nullable LocalDate nextDue) {
    private static final int SOON_DAYS = 30;

    /** What the text tells about the next due date. */
    public enum Status {
        /** Due within 30 days. */
        DUE_SOON,
        /** Due later. */
        UPCOMING,
        /** Its only date has passed; nothing records whether it was performed. */
        PASSED,
        /** Due so long after or before an event that is not recorded. */
        ON_EVENT,
        /** Without a computable deadline: it holds throughout, or "promptly". */
        STANDING
    }

    /** The standing of an obligation finding on a day. */
    public static ObligationStanding on(LocalDate asOf, Finding finding) {
        if (!(finding.content() instanceof Obligation obligation)) {
            throw new IllegalArgumentException(
                    "Not an obligation: " + finding.content().kind());
        }
        Deadline deadline = obligation.deadline();
        if (deadline == null || deadline instanceof Deadline.Stated) {
            return new ObligationStanding(finding, Status.STANDING, null);
        }
        if (deadline instanceof Deadline.OnDate onDate && onDate.date().isBefore(asOf)) {
            return new ObligationStanding(finding, Status.PASSED, onDate.date());
        }
        Optional<LocalDate> next = deadline.nextDueOnOrAfter(asOf);
        return next.map(due -> new ObligationStanding(
                        finding, due.isAfter(asOf.plusDays(SOON_DAYS)) ? Status.UPCOMING : Status.DUE_SOON, due))
                .orElseGet(() -> new ObligationStanding(finding, Status.ON_EVENT, null));
    }
}
