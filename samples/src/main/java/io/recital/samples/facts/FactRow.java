package io.recital.samples.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/**
 * One row of facts.
 *
 * @param family the counterparty whose folder it comes from
 * @param cells by column, empty where nothing applies
 */
public record FactRow(FactFile file, String family, Map<String, String> cells) {
    public FactRow {
        cells = Map.copyOf(cells);
    }

    public String id() {
        return cell("id");
    }

    public String cell(String column) {
        return cells.getOrDefault(column, "");
    }

    public boolean has(String column) {
        return !cell(column).isEmpty();
    }

    /** The number in the column, which must hold one. */
    public BigDecimal decimal(String column) {
        return new BigDecimal(cell(column));
    }

    /** The date in the column, which must hold one. */
    public LocalDate date(String column) {
        return LocalDate.parse(cell(column));
    }
}
