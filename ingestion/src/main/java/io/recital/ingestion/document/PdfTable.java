package io.recital.ingestion.document;

import java.util.ArrayList;
import java.util.List;

/**
 * A table found on a page.
 *
 * @param left x of its left edge, to recognise it on the next page
 * @param right x of its right edge
 * @param columns number of its columns
 */
record PdfTable(int page, float left, float right, int columns, List<List<Cell>> rows) {
    /** A cell and the printed pieces in it, in reading order. */
    record Cell(int column, int width, boolean continues, List<PdfLine.Segment> pieces) {
        String text() {
            StringBuilder text = new StringBuilder();
            pieces.forEach(piece -> text.append(text.length() == 0 ? "" : " ").append(piece.text()));
            return text.toString();
        }

        boolean bold() {
            return !pieces.isEmpty() && pieces.stream().allMatch(PdfLine.Segment::bold);
        }

        TableAssembly.Cell assembled() {
            return new TableAssembly.Cell(text(), column, width, continues, bold());
        }
    }

    PdfTable {
        rows = List.copyOf(rows);
    }

    /** Whether some row has words in two cells; otherwise it is a frame around prose. */
    boolean isTable() {
        return rows.stream()
                .anyMatch(row ->
                        row.stream().filter(cell -> !cell.pieces().isEmpty()).count() > 1);
    }

    TableAssembly assembled() {
        TableAssembly table = new TableAssembly();
        rows.forEach(row -> table.row(row.stream().map(Cell::assembled).toList(), false));
        return table;
    }

    /** The rows that hold something, as {@link TableAssembly} keeps them. */
    List<List<Cell>> filledRows() {
        List<List<Cell>> filled = new ArrayList<>(rows);
        filled.removeIf(row -> row.stream().allMatch(cell -> cell.pieces().isEmpty() && !cell.continues()));
        return filled;
    }

    /** Whether it may be the rest of a table that began on the page before. */
    boolean continues(PdfTable before) {
        return page == before.page + 1
                && columns == before.columns
                && Math.abs(left - before.left) < 15
                && Math.abs(right - before.right) < 40;
    }
}
