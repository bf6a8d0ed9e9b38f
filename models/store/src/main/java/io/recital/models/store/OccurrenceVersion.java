package io.recital.models.store;

import static java.util.Objects.requireNonNull;

import io.recital.models.duty.OccurrenceChange;
import java.time.Instant;

/**
 * One change of an occurrence, as the audit trail has it.
 *
 * @param version 1 for the first
 * @param at when it was made
 */
public record OccurrenceVersion(int version, Instant at, OccurrenceChange change) {
    public OccurrenceVersion {
        requireNonNull(at, "at");
        requireNonNull(change, "change");
    }
}
