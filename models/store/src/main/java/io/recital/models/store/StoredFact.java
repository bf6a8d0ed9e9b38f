package io.recital.models.store;

import io.recital.models.fact.PerformanceFact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a fact and where it came from.
 *
 * @param version counted from 1
 * @param supersededAt when a later version took its place; null while it holds
 */
public record StoredFact(
        PerformanceFact fact,
        int version,
        String feed,
        String file,
        String sheet,
        int line,
        Instant recordedAt,
        @Nullable Instant supersededAt) {}
