package io.recital.models.governance;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody says a measurement is wrong. While it stands, nothing that rests on the measurement is claimed.
 *
 * @param measurement id of the performance fact
 * @param raisedBy a person's name
 * @param settledOn from when another state than open counts; null while it is open
 */
public record Dispute(
        UUID counterparty,
        String measurement,
        Side side,
        String raisedBy,
        String reason,
        LocalDate raisedOn,
        State state,
        @Nullable LocalDate settledOn)
        implements GovernanceRecord {
    private static final int LONGEST = 4000;

    /** What became of it. */
    public enum State {
        OPEN,
        /** The measurement is wrong; its correction has not come yet. */
        UPHELD,
        /** The measurement was wrong and has been corrected. */
        CORRECTED,
        REJECTED,
        WITHDRAWN
    }

    public Dispute {
        Stated.value(counterparty, "counterparty");
        measurement = Stated.text(measurement, "measurement");
        Stated.value(side, "side");
        raisedBy = Stated.text(raisedBy, "raisedBy");
        reason = Stated.text(reason, "reason");
        Stated.value(raisedOn, "raisedOn");
        Stated.value(state, "state");
        if (reason.length() > LONGEST) {
            throw new IllegalArgumentException("A reason has " + LONGEST + " characters at most");
        }
        if ((state == State.OPEN) != (settledOn == null)) {
            throw new IllegalArgumentException("A dispute that is no longer open, and only that, says since when");
        }
        if (settledOn != null && settledOn.isBefore(raisedOn)) {
            throw new IllegalArgumentException("A dispute is settled no earlier than it was raised");
        }
    }

    /** The row that it is about, by kind. */
    public String row() {
        return "measurement:" + measurement;
    }

    /** Whether the measurement cannot be relied on, on a day. */
    public boolean standsOn(LocalDate asOf) {
        boolean settled = settledOn != null && !settledOn.isAfter(asOf) && state != State.UPHELD;
        return !raisedOn.isAfter(asOf) && !settled;
    }

    @Override
    public Optional<UUID> findCounterparty() {
        return Optional.of(counterparty);
    }

    @Override
    public LocalDate since() {
        return raisedOn;
    }
}
