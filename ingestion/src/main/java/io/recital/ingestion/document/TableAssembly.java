package io.recital.ingestion.document;

import io.recital.models.clause.TableCell;
import io.recital.models.clause.TableRow;
import io.recital.models.evidence.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Collects the rows of one table, finds out which are its header, and writes them so that cells know their headers. */
final class TableAssembly {
    /**
     * A cell as the format states it.
     *
     * @param column of its left edge, 0 for the first
     * @param width columns that it covers
     * @param continues whether it goes on from the cell above it (a vertically merged cell)
     * @param emphasised whether the format marks it as a header (HTML {@code th}) or prints it bold
     */
    record Cell(String text, int column, int width, boolean continues, boolean emphasised) {
        Cell {
            text = text.replaceAll("\\s+", " ").strip();
        }

        static Cell of(String text, int column) {
            return new Cell(text, column, 1, false, false);
        }
    }

    /** A header and the columns under it. */
    record Header(int column, int width, String text, Span span) {
        boolean covers(int other) {
            return column <= other && other < column + width;
        }
    }

    private final List<List<Cell>> rows = new ArrayList<>();
    private int declaredHeaders;

    /**
     * Adds a row.
     *
     * @param header whether the format itself says that the row is a header; counts at the top of the table only
     */
    void row(List<Cell> cells, boolean header) {
        if (cells.stream().allMatch(cell -> cell.text().isEmpty() && !cell.continues())) {
            return;
        }
        if (header && declaredHeaders == rows.size()) {
            declaredHeaders++;
        }
        rows.add(List.copyOf(cells));
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /**
     * A table as it was written, so that its rest on the next page can follow.
     *
     * @param next number of the row that would come next
     */
    record Written(int table, int next, int columns, List<Header> headers, List<List<TableCell>> rows) {
        private boolean repeats(List<Cell> row) {
            List<String> words =
                    row.stream().map(Cell::text).filter(text -> !text.isEmpty()).toList();
            List<String> own = headers.stream()
                    .map(Header::text)
                    .filter(text -> !text.isEmpty())
                    .toList();
            return !own.isEmpty() && own.equals(words);
        }
    }

    /**
     * Whether this may be the rest of a table that was written just before: the columns are the same, and it repeats the
     * header or has none of its own.
     */
    boolean goesOnFrom(Written before) {
        if (rows.isEmpty() || before.headers().isEmpty() || before.columns() != columns()) {
            return false;
        }
        return headerRows() == 0 || before.repeats(rows.get(0));
    }

    private int columns() {
        return rows.stream()
                .flatMap(List::stream)
                .mapToInt(cell -> cell.column() + cell.width())
                .max()
                .orElse(0);
    }

    /** Writes all rows as blocks of the assembly. */
    void writeTo(TextAssembly assembly) {
        if (!rows.isEmpty()) {
            writeTo(assembly, null);
        }
    }

    /**
     * Writes all rows as blocks of the assembly.
     *
     * @param before the part of the same table on the page before; null for a table of its own
     */
    Written writeTo(TextAssembly assembly, @Nullable Written before) {
        int headerRows = before != null ? (before.repeats(rows.get(0)) ? 1 : 0) : headerRows();
        int table = before != null ? before.table() : assembly.nextTable();
        int first = before != null ? before.next() : 0;
        List<Header> headers = new ArrayList<>(before != null ? before.headers() : List.of());
        List<List<TableCell>> written = new ArrayList<>();
        List<TableCell> above = List.of();
        for (int i = 0; i < rows.size(); i++) {
            assembly.separate(i > 0);
            int start = assembly.position();
            boolean header = i < headerRows;
            above = writeRow(assembly, rows.get(i), header ? List.of() : headers, above);
            if (header && before == null && !TableHeaders.isCaption(rows.get(i))) {
                headers.addAll(headersOf(rows.get(i), above));
            }
            written.add(above);
            assembly.add(new TableRow(table, first + i, header, above), new Span(start, assembly.position()));
        }
        return new Written(table, first + rows.size(), columns(), List.copyOf(headers), written);
    }

    private int headerRows() {
        return declaredHeaders > 0 ? Math.min(declaredHeaders, rows.size()) : TableHeaders.count(rows);
    }

    private static List<TableCell> writeRow(
            TextAssembly assembly, List<Cell> row, List<Header> headers, List<TableCell> above) {
        List<TableCell> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            Cell cell = row.get(i);
            if (i > 0) {
                assembly.append(TextAssembly.CELL_SEPARATOR);
            }
            TableCell merged = cell.continues() ? cellAt(above, cell.column()) : null;
            Span span = merged != null ? merged.span() : assembly.append(cell.text());
            String text = merged != null ? merged.text() : TextAssembly.storable(cell.text());
            List<Header> own = headers.stream()
                    .filter(header ->
                            header.covers(cell.column()) && !header.text().isEmpty())
                    .filter(distinctSpans())
                    .toList();
            cells.add(new TableCell(
                    cell.column(),
                    span,
                    text,
                    own.stream().map(Header::text).toList(),
                    own.stream().map(Header::span).toList()));
        }
        return cells;
    }

    /** A merged header cell stands in two header rows but is one header. */
    private static Predicate<Header> distinctSpans() {
        Set<Span> seen = new HashSet<>();
        return header -> seen.add(header.span());
    }

    private static @Nullable TableCell cellAt(List<TableCell> cells, int column) {
        return cells.stream()
                .filter(cell -> cell.column() == column)
                .findFirst()
                .orElse(null);
    }

    private static List<Header> headersOf(List<Cell> row, List<TableCell> written) {
        List<Header> headers = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            TableCell cell = written.get(i);
            headers.add(new Header(cell.column(), row.get(i).width(), cell.text(), cell.span()));
        }
        return headers;
    }
}
