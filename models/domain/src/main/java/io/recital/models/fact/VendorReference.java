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

    /** What tells vendors apart: the id, whatever names its rows bear; or else the name as it is compared. */
    public String key() {
        if (!id.isBlank()) {
            return "id " + id.strip();
        }
        CompanyName company = CompanyName.of(name);
        return "name " + String.join(" ", company.words()) + "|" + company.form() + "|"
                + String.join(" ", company.rest());
    }
}
