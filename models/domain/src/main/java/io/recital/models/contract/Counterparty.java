package io.recital.models.contract;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The other side of contracts, most often a supplier.
 *
 * @param aliases other names under which it appears
 * @param parent id of the company it belongs to, null when unknown
 */
public record Counterparty(
        UUID id,
        String name,
        List<String> aliases,
        @Nullable UUID parent) {
    public Counterparty {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A counterparty has a name");
        }
        aliases = List.copyOf(aliases);
    }
}
