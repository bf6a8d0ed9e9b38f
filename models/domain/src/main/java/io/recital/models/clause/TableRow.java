package io.recital.models.clause;

import java.util.List;

/**
 * A row of a table whose cells know their column headers.
 *
 * @param table number of the table in the document, 0 for the first
 * @param row number of the row in its table, 0 for the first
 * @param header whether this row is (part of) the table's header
 */
public record TableRow(int table, int row, boolean header, List<TableCell> cells) {
    public TableRow {
        cells = List.copyOf(cells);
    }
}
