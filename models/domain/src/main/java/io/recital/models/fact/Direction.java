package io.recital.models.fact;

/** Whether the tenant received an invoice or credit note, or issued it. */
public enum Direction {
    RECEIVED,
    ISSUED
}
