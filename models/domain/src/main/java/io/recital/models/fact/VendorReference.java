package io.recital.models.fact;

import static java.util.Objects.requireNonNull;

/**
 * Whom a row is about, as the system that it comes from names them.
 *
 * @param id in that system; empty when the row gives only a name
 */
public record VendorReference(String id, String name) {
    public VendorReference {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        if (id.isBlank() && name.isBlank()) {
            throw new IllegalArgumentException("A row says whom it is about, by id or by name");
        }
    }
}
