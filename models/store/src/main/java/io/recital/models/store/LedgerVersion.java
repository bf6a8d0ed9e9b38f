package io.recital.models.store;

import static java.util.Objects.requireNonNull;

import io.recital.models.ledger.Outcome;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What the ledger once said of a matter.
 *
 * @param asOf the day on which the contracts were looked at
 * @param said false when this run no longer found it; the outcome is what was said before
 * @param at when it was said
 */
public record LedgerVersion(LocalDate asOf, boolean said, Outcome outcome, Instant at) {
    public LedgerVersion {
        requireNonNull(asOf, "asOf");
        requireNonNull(outcome, "outcome");
        requireNonNull(at, "at");
    }
}
