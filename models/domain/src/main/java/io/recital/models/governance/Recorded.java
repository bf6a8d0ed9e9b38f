package io.recital.models.governance;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * A version of a governance record: who said it, and when.
 *
 * @param version 1 for the first
 */
public record Recorded<R extends GovernanceRecord>(UUID id, int version, R content, String by, Instant at) {
    public Recorded {
        requireNonNull(id, "id");
        requireNonNull(content, "content");
        requireNonNull(by, "by");
        requireNonNull(at, "at");
    }
}
