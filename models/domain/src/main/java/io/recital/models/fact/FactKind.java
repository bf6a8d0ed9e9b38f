package io.recital.models.fact;

import java.util.Locale;

/** The kinds of performance facts. */
public enum FactKind {
    MEASUREMENT,
    INVOICE_LINE,
    CREDIT_NOTE,
    PURCHASE,
    EVENT,
    CLAIM,
    INDEX_VALUE,
    EXCHANGE_RATE,
    VENDOR;

    /** In lower case with hyphens, such as {@code invoice-line}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
