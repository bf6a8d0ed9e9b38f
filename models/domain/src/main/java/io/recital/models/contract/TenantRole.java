package io.recital.models.contract;

/** The side on which the tenant stands in a contract. */
public enum TenantRole {
    BUYER,
    SELLER,
    LICENSOR,
    PARTNER,
    UNKNOWN
}
