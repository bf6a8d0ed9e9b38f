package io.recital.models.store;

import io.recital.models.contract.TenantRole;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which contracts are wanted; null means any.
 *
 * @param title words that stand in the title, case ignored
 * @param externalId an id in any of the tenant's other systems
 */
public record ContractFilter(
        @Nullable UUID counterparty,
        @Nullable String title,
        @Nullable TenantRole role,
        @Nullable String externalId) {
    public static final ContractFilter ANY = new ContractFilter(null, null, null, null);
}
