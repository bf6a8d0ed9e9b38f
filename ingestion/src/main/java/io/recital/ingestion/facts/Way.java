package io.recital.ingestion.facts;

/** Which of its two {@link Readings} a column has. */
enum Way {
    FIRST,
    SECOND,
    UNDECIDED
}
