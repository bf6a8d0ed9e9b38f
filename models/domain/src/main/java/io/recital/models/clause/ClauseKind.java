package io.recital.models.clause;

/** What part a clause plays in its document. */
public enum ClauseKind {
    TITLE,
    PREAMBLE,
    RECITAL,
    CLAUSE,
    DEFINITION,
    SCHEDULE,
    TABLE,
    SIGNATURE,
    OTHER
}
