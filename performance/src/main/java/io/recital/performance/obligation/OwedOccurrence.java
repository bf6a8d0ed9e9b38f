package io.recital.performance.obligation;

import static java.util.Objects.requireNonNull;

import io.recital.models.contract.Counterparty;
import io.recital.models.ledger.duty.DutyState;

/** One time that a duty falls due, with the counterparty under whose contract it does. */
public record OwedOccurrence(Counterparty counterparty, DutyState state) {
    public OwedOccurrence {
        requireNonNull(counterparty, "counterparty");
        requireNonNull(state, "state");
    }
}
