package io.recital.extraction.rules.lever;

import io.recital.models.clause.Clause;
import io.recital.models.clause.TableCell;
import io.recital.models.clause.TableRow;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.evidence.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A table with the words that introduce it.
 *
 * @param body its rows without the header and without totals
 * @param lead the headings above it and the text between the table before and this one
 */
record LeverTable(ContractReading reading, Clause clause, List<TableRow> body, boolean hasTotal, String lead) {
    private static final Pattern TOTAL =
            Pattern.compile("^\\s*(?:(?:grand|sub)[\\s-]?)?total", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_LEAD = 600;

    LeverTable {
        body = List.copyOf(body);
    }

    static LeverTable of(ContractReading reading, Clause clause, List<TableRow> rows, int leadFrom) {
        List<TableRow> body = rows.stream()
                .filter(row -> !row.header() && row.cells().size() > 1)
                .toList();
        List<TableRow> lines = body.stream().filter(row -> !isTotal(row)).toList();
        int start = start(rows).orElse(leadFrom);
        int from = Math.max(leadFrom, start - LONGEST_LEAD);
        String before = from < start ? reading.text().slice(new Span(from, start)) : "";
        String lead = String.join(". ", clause.headingPath()) + ". " + before;
        return new LeverTable(reading, clause, lines, lines.size() < body.size(), lead);
    }

    private static boolean isTotal(TableRow row) {
        return row.cells().stream()
                .limit(2)
                .anyMatch(cell -> TOTAL.matcher(cell.text()).find());
    }

    private static Optional<Integer> start(List<TableRow> rows) {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .map(TableCell::span)
                .filter(span -> !span.isEmpty())
                .map(Span::start)
                .min(Integer::compare);
    }

    /** The numbers of its columns, in order. */
    List<Integer> columns() {
        TreeSet<Integer> columns = new TreeSet<>();
        body.forEach(row -> row.cells().forEach(cell -> columns.add(cell.column())));
        return List.copyOf(columns);
    }

    /** The cells of a column that say something. */
    List<TableCell> cells(int column) {
        return body.stream().flatMap(row -> cell(row, column).stream()).toList();
    }

    static Optional<TableCell> cell(TableRow row, int column) {
        return row.cells().stream()
                .filter(cell -> cell.column() == column
                        && !cell.span().isEmpty()
                        && !cell.text().isBlank())
                .findFirst();
    }

    String header(int column) {
        List<TableCell> cells = cells(column);
        return cells.isEmpty() ? "" : cells.get(0).header();
    }

    boolean isHeaded(Pattern pattern) {
        return columns().stream()
                .anyMatch(column -> pattern.matcher(header(column)).find());
    }

    /** Cites cells, and the headers of some of them once each. */
    List<Citation> cite(List<TableCell> cells, List<TableCell> headed) {
        List<Citation> citations = new ArrayList<>();
        cells.forEach(cell -> citations.add(reading.cite(cell.span(), CitationRole.CELL)));
        headed.stream()
                .flatMap(cell -> cell.headerSpans().stream())
                .filter(span -> !span.isEmpty())
                .distinct()
                .forEach(span -> citations.add(reading.cite(span, CitationRole.TABLE_HEADER)));
        return citations;
    }
}
