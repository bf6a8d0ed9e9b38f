package io.recital.models.store;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A calendar that programs subscribe to, without its secret.
 *
 * @param counterparty null for all
 * @param owner only what this person sees to; null for all
 */
public record CalendarFeed(
        UUID id,
        String name,
        @Nullable UUID counterparty,
        @Nullable String owner,
        Instant createdAt) {
    public CalendarFeed {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(createdAt, "createdAt");
    }
}
