package io.recital.ingestion.job;

import static java.util.Objects.requireNonNull;

import io.recital.models.contract.TenantRole;
import io.recital.models.store.NewDocument;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an uploader says about the files that are handed in together.
 *
 * @param replaces id of the contract (or of one of its document versions) that the file is a new version of; for a
 *     single file only
 * @param role on which side the tenant stands
 * @param externalIds ids in the tenant's other systems, by system
 * @param metadata by name; {@code counterparty} names the other side, {@code company} the tenant's own company
 */
public record Submission(
        @Nullable UUID replaces, TenantRole role, Map<String, String> externalIds, Map<String, String> metadata) {
    static final String COUNTERPARTY = "counterparty";
    static final String COMPANY = "company";

    /** Nothing is said. */
    public static final Submission PLAIN = new Submission(null, TenantRole.UNKNOWN, Map.of(), Map.of());

    public Submission {
        requireNonNull(role, "role");
        externalIds = Map.copyOf(externalIds);
        metadata = Map.copyOf(metadata);
    }

    /** A new version of a contract. */
    public static Submission replacing(UUID contract) {
        return new Submission(contract, TenantRole.UNKNOWN, Map.of(), Map.of());
    }

    NewDocument of(String file, @Nullable String container) {
        return new NewDocument(file, replaces, container, role, externalIds, metadata);
    }
}
