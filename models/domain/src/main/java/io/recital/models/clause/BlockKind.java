package io.recital.models.clause;

/** What a block of a document's layout is. */
public enum BlockKind {
    TITLE,
    HEADING,
    PARAGRAPH,
    LIST_ITEM,
    TABLE_ROW,
    PAGE_HEADER,
    PAGE_FOOTER,
    PAGE_NUMBER,
    FOOTNOTE;

    /** Whether it belongs to the page and not to the contract's wording. */
    public boolean isFurniture() {
        return this == PAGE_HEADER || this == PAGE_FOOTER || this == PAGE_NUMBER;
    }
}
