package io.recital.ingestion.segment;

/** How a number or letter in front of a clause is written; a list keeps to one kind. */
enum LabelKind {
    /** Schedule, exhibit, annex, appendix, attachment, addendum. */
    ATTACHMENT,
    ARTICLE,
    PART,
    /** {@code 7.}, {@code 7.2}, {@code Section 7.2}, {@code § 7}. */
    DECIMAL,
    /** {@code (7)} or {@code 7)}. */
    BRACKETED_DIGIT,
    LOWER,
    UPPER,
    LOWER_ROMAN,
    UPPER_ROMAN;

    boolean isDivision() {
        return this == ATTACHMENT || this == ARTICLE || this == PART;
    }

    boolean isLettered() {
        return !isDivision() && this != DECIMAL;
    }
}
