package io.recital.models.contract;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The side on which the tenant stands in a contract. */
public enum TenantRole {
    BUYER,
    SELLER,
    LICENSOR,
    PARTNER,
    UNKNOWN;

    /** The tenant's side where it is the party that a contract calls so, such as {@code licensee}. */
    public static TenantRole ofParty(@Nullable String role) {
        return switch (role == null ? "" : role.toLowerCase(Locale.ROOT)) {
            case "buyer", "customer", "licensee" -> BUYER;
            case "seller", "supplier" -> SELLER;
            case "licensor" -> LICENSOR;
            case "partner" -> PARTNER;
            default -> UNKNOWN;
        };
    }

    /** Whether one who stands on this side deals with one who stands on the other. */
    public boolean faces(TenantRole other) {
        return switch (this) {
            case BUYER -> other == SELLER || other == LICENSOR;
            case SELLER, LICENSOR -> other == BUYER;
            case PARTNER -> other == PARTNER;
            case UNKNOWN -> false;
        };
    }
}
