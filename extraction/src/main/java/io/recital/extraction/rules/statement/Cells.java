package io.recital.extraction.rules.statement;

import io.recital.models.clause.Clause;
import io.recital.models.clause.TableCell;
import io.recital.models.clause.TableRow;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.evidence.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds and cites what stands in the tables of a clause. */
public final class Cells {
    private static final Pattern EMPHASIS = Pattern.compile("[*_]{1,2}");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Cells() {}

    /** The tables of a clause, each as its rows in order. */
    public static Collection<List<TableRow>> tablesOf(Clause clause) {
        Map<Integer, List<TableRow>> tables = new LinkedHashMap<>();
        for (TableRow row : clause.rows()) {
            tables.computeIfAbsent(row.table(), number -> new ArrayList<>()).add(row);
        }
        return tables.values();
    }

    public static Optional<TableCell> find(TableRow row, int column) {
        return row.cells().stream().filter(cell -> cell.column() == column).findFirst();
    }

    /** Cites cells and, once each, the headers of their columns. */
    public static List<Citation> cite(ContractReading contract, List<TableCell> cells) {
        List<Citation> citations = new ArrayList<>();
        Set<Span> headers = new LinkedHashSet<>();
        for (TableCell cell : cells) {
            if (!cell.span().isEmpty() && !contract.text().slice(cell.span()).isBlank()) {
                citations.add(contract.cite(cell.span(), CitationRole.CELL));
            }
            headers.addAll(cell.headerSpans());
        }
        headers.stream()
                .filter(span -> !span.isEmpty() && !contract.text().slice(span).isBlank())
                .forEach(span -> citations.add(contract.cite(span, CitationRole.TABLE_HEADER)));
        return citations;
    }

    /** The words of a cell in one line, without emphasis and closing colon. */
    public static String flat(String words) {
        String flat =
                BLANKS.matcher(EMPHASIS.matcher(words.strip()).replaceAll("")).replaceAll(" ");
        return flat.endsWith(":") ? flat.substring(0, flat.length() - 1) : flat;
    }
}
