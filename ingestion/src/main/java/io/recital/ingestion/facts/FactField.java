package io.recital.ingestion.facts;

/**
 * A field of a kind of fact.
 *
 * @param name as columns of the plain layout are called, such as {@code invoice_date}
 * @param required whether a row without it is refused
 */
record FactField(String name, FieldType type, boolean required) {
    static FactField required(String name, FieldType type) {
        return new FactField(name, type, true);
    }

    static FactField optional(String name, FieldType type) {
        return new FactField(name, type, false);
    }
}
