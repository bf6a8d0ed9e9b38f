package io.recital.models.finding;

/** The kinds of finding. */
public enum FindingKind {
    FACT,
    OBLIGATION,
    MILESTONE,
    MEASURE,
    LEVER,
    /** One of CUAD's clause labels. */
    LABEL
}
