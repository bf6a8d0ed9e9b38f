package io.recital.models.governance;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is to do so that a counterparty's performance gets better.
 *
 * @param side whose it is to do
 * @param owner a person's name
 * @param agreedOn from when it counts
 * @param done null while it is not
 * @param measure name of the performance measure that it should move; null for none
 * @param meeting id of the meeting that decided it; null for none
 */
public record CorrectiveAction(
        UUID counterparty,
        String title,
        Side side,
        String owner,
        LocalDate agreedOn,
        LocalDate due,
        @Nullable LocalDate done,
        @Nullable String measure,
        @Nullable UUID meeting,
        @Nullable String note)
        implements GovernanceRecord {
    /** How it stands. */
    public enum State {
        OPEN,
        OVERDUE,
        DONE,
        DONE_LATE
    }

    public CorrectiveAction {
        Stated.value(counterparty, "counterparty");
        title = Stated.text(title, "title");
        Stated.value(side, "side");
        owner = Stated.text(owner, "owner");
        Stated.value(agreedOn, "agreedOn");
        Stated.value(due, "due");
        if (due.isBefore(agreedOn) || (done != null && done.isBefore(agreedOn))) {
            throw new IllegalArgumentException("An action is due and done no earlier than it was agreed");
        }
    }

    public State stateOn(LocalDate asOf) {
        LocalDate day = done;
        if (day == null || day.isAfter(asOf)) {
            return due.isBefore(asOf) ? State.OVERDUE : State.OPEN;
        }
        return day.isAfter(due) ? State.DONE_LATE : State.DONE;
    }

    /** Whether it was done by a day. */
    public boolean isDoneBy(LocalDate asOf) {
        return done != null && !done.isAfter(asOf);
    }

    /** The days from when it was agreed until it was done, both included; up to a day while it is not done. */
    public long daysTaken(LocalDate asOf) {
        LocalDate day = done;
        LocalDate last = day == null || day.isAfter(asOf) ? asOf : day;
        return ChronoUnit.DAYS.between(agreedOn, last) + 1;
    }

    @Override
    public Optional<UUID> findCounterparty() {
        return Optional.of(counterparty);
    }

    @Override
    public LocalDate since() {
        return agreedOn;
    }
}
