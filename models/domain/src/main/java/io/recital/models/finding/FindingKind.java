package io.recital.models.finding;

/** The kinds of finding. */
public enum FindingKind {
    FACT,
    OBLIGATION,
    MILESTONE,
    MEASURE,
    LEVER,
    /** How a clause is held against the facts, stated by a person or proposed by a language model. */
    CHECK,
    /** One of CUAD's clause labels. */
    LABEL
}
