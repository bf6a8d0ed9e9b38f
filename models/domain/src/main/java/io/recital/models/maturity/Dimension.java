package io.recital.models.maturity;

import java.util.Locale;

/** What is assessed apart: an organisation may be far ahead in one and at the beginning of another. */
public enum Dimension {
    CONTRACTS,
    OBLIGATIONS,
    MEASUREMENT,
    VALUE,
    INTEGRATION,
    GOVERNANCE;

    /** In lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
