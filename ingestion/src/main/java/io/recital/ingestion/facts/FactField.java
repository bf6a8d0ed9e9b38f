package io.recital.ingestion.facts;

/**
 * A field of a kind of fact.
 *
 * @param name as columns of the plain layout are called, such as {@code invoice_date}
 */
record FactField(String name, FieldType type) {}
