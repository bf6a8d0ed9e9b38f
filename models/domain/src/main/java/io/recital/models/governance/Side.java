package io.recital.models.governance;

/** Who does something: the tenant or its counterparty. */
public enum Side {
    OURS,
    THEIRS
}
