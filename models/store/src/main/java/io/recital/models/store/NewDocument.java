package io.recital.models.store;

import static java.util.Objects.requireNonNull;

import io.recital.models.contract.TenantRole;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file as it was handed in.
 *
 * @param file the original name
 * @param replaces id of the contract (or of one of its document versions) that this is a new version of, null for a
 *     contract of its own
 * @param container name of the archive or mail that it came in, null when it came alone
 * @param externalIds ids in the tenant's other systems, by system
 * @param metadata what the uploader states, by name
 */
public record NewDocument(
        String file,
        @Nullable UUID replaces,
        @Nullable String container,
        TenantRole role,
        Map<String, String> externalIds,
        Map<String, String> metadata) {
    public NewDocument {
        requireNonNull(role, "role");
        if (file.isBlank()) {
            throw new IllegalArgumentException("A document has a file name");
        }
        externalIds = Map.copyOf(externalIds);
        metadata = Map.copyOf(metadata);
    }

    /** A file about which nothing else is known. */
    public static NewDocument of(String file) {
        return new NewDocument(file, null, null, TenantRole.UNKNOWN, Map.of(), Map.of());
    }
}
