package io.recital.models.fact;

/** How {@code 1.250} is meant: after a decimal point it is one and a quarter, with a decimal comma 1250. */
public enum DecimalMark {
    POINT,
    COMMA
}
