package io.recital.models.ledger.duty;

import static java.util.Objects.requireNonNull;

import io.recital.models.fact.ContractEvent;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.Obligation;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a duty stands at one time that it falls due.
 *
 * @param evidence the event that shows it was done; null when none does
 */
public record DutyState(
        Governed<Obligation> duty,
        Occurrence occurrence,
        Status status,
        @Nullable ContractEvent evidence) {
    /** How it stands. */
    public enum Status {
        /** It falls due later. */
        OPEN,
        /** It falls due within a fortnight. */
        DUE,
        DONE,
        /** It was done after it was due. */
        LATE,
        /** It was due and evidently not done. */
        OVERDUE,
        /** It was due, and the facts do not tell whether it was done. */
        NOT_RECORDED
    }

    public DutyState {
        requireNonNull(duty, "duty");
        requireNonNull(occurrence, "occurrence");
        requireNonNull(status, "status");
    }

    /** Days after which what was not recorded can be held not to have been done: entries are made late, too. */
    static final int GRACE = 14;

    static Status upcoming(LocalDate due, LocalDate asOf) {
        return due.isAfter(asOf.plusDays(GRACE)) ? Status.OPEN : Status.DUE;
    }
}
