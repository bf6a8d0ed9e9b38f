package io.recital.models.finding;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A party as an obligation names it.
 *
 * @param asWritten such as {@code Supplier} or {@code each party}
 * @param name the party's full name where a definition resolves it, null otherwise
 */
public record PartyReference(String asWritten, @Nullable String name) {
    public PartyReference {
        requireNonNull(asWritten, "asWritten");
    }

    public String display() {
        return name == null || name.equals(asWritten) ? asWritten : asWritten + " (" + name + ")";
    }
}
