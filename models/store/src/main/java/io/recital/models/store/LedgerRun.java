package io.recital.models.store;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Sha256;
import java.time.Instant;
import java.time.LocalDate;

/**
 * When a counterparty's ledger was last held against its contracts.
 *
 * @param asOf the day on which they were looked at
 * @param inputs hash of all that was held against each other
 */
public record LedgerRun(LocalDate asOf, Sha256 inputs, Instant at) {
    public LedgerRun {
        requireNonNull(asOf, "asOf");
        requireNonNull(inputs, "inputs");
        requireNonNull(at, "at");
    }
}
