package io.recital.models.evidence;

import static java.util.Objects.requireNonNull;

/**
 * A value in a row of performance facts.
 *
 * @param kind such as {@code invoice-line}
 * @param row the row's id
 * @param column such as {@code unit_price}
 */
public record FactCell(String kind, String row, String column) {
    public FactCell {
        requireNonNull(kind, "kind");
        requireNonNull(row, "row");
        requireNonNull(column, "column");
    }
}
