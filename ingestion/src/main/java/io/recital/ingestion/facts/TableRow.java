package io.recital.ingestion.facts;

import java.util.List;

/**
 * A row of a table with at least one cell that is not empty.
 *
 * @param sheet name of the worksheet; empty in a CSV file
 * @param line counted from 1, as the program that wrote the file shows it
 */
record TableRow(String sheet, int line, List<Cell> cells) {
    TableRow {
        cells = List.copyOf(cells);
    }

    Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }
}
