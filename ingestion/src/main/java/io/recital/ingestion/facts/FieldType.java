package io.recital.ingestion.facts;

/** What a field of a fact holds. */
enum FieldType {
    TEXT,
    DATE,
    MONTH,
    TIME,
    DECIMAL,
    WHOLE_NUMBER,
    CURRENCY,
    DIRECTION
}
