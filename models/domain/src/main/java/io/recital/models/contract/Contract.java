package io.recital.models.contract;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One instrument that a tenant keeps: an agreement, a statement of work, a schedule, an amendment. Its text is that of
 * its current document version.
 *
 * @param title as found in the text, or the file's name until then
 * @param document id of the current document version
 * @param counterparty id of the other side, null while unknown
 * @param externalIds ids in the tenant's other systems, by system, such as {@code clm} or {@code erp}
 * @param metadata what the uploader stated, by name, such as {@code effectiveDate}
 */
public record Contract(
        UUID id,
        String title,
        TenantRole role,
        UUID document,
        @Nullable UUID counterparty,
        Map<String, String> externalIds,
        Map<String, String> metadata,
        Instant createdAt) {
    public Contract {
        externalIds = Map.copyOf(externalIds);
        metadata = Map.copyOf(metadata);
    }
}
