package io.recital.models.evidence;

/** What a cited piece of text contributes to the finding or sentence that rests on it. */
public enum CitationRole {
    CLAUSE,
    LIST_STEM,
    ITEM,
    TABLE_HEADER,
    CELL,
    DEFINITION
}
