package io.recital.ingestion.document;

import io.recital.models.clause.Block;
import io.recital.models.clause.TableCell;
import io.recital.models.clause.TableRow;
import io.recital.models.evidence.Span;
import io.recital.models.evidence.StoredText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads pipe tables where they stand: the cells' spans point into the Markdown source. */
final class MarkdownTable {
    private static final Pattern DELIMITER = Pattern.compile("\\s*\\|?\\s*:?-+:?\\s*(?:\\|\\s*:?-+:?\\s*)*\\|?\\s*");

    private MarkdownTable() {}

    static boolean startsAt(List<TextLine> lines, int i) {
        return i + 1 < lines.size()
                && lines.get(i).words().contains("|")
                && lines.get(i + 1).words().contains("|")
                && DELIMITER.matcher(lines.get(i + 1).words()).matches();
    }

    /** Adds the rows and returns the index of the first line after the table. */
    static int read(StoredText text, List<TextLine> lines, int from, int table, List<Block> blocks) {
        List<TableCell> header = cells(text, lines.get(from), List.of());
        blocks.add(block(text, lines.get(from), new TableRow(table, 0, true, header)));
        int i = from + 2;
        for (;
                i < lines.size()
                        && !lines.get(i).isBlank()
                        && lines.get(i).words().contains("|");
                i++) {
            TableRow row = new TableRow(table, i - from - 1, false, cells(text, lines.get(i), header));
            blocks.add(block(text, lines.get(i), row));
        }
        return i;
    }

    private static Block block(StoredText text, TextLine line, TableRow row) {
        return Block.of(row, text.spanOfUtf16(line.contentStart(), line.contentEnd()));
    }

    private static List<TableCell> cells(StoredText text, TextLine line, List<TableCell> header) {
        List<TableCell> cells = new ArrayList<>();
        int end = line.contentEnd();
        int start = line.contentStart();
        if (start < end && text.value().charAt(start) == '|') {
            start++;
        }
        while (start < end) {
            int bar = nextBar(text.value(), start, end);
            cells.add(cell(text, start, bar, cells.size(), header));
            start = bar + 1;
        }
        return cells;
    }

    private static int nextBar(String text, int from, int end) {
        for (int i = from; i < end; i++) {
            if (text.charAt(i) == '|' && (i == from || text.charAt(i - 1) != '\\')) {
                return i;
            }
        }
        return end;
    }

    private static TableCell cell(StoredText text, int from, int to, int column, List<TableCell> header) {
        String raw = text.value().substring(from, to);
        int start = from + raw.length() - raw.stripLeading().length();
        int end = Math.max(start, from + raw.stripTrailing().length());
        Span span = text.spanOfUtf16(start, end);
        boolean headed = column < header.size() && !header.get(column).text().isEmpty();
        return new TableCell(
                column,
                span,
                text.slice(span),
                headed ? List.of(header.get(column).text()) : List.of(),
                headed ? List.of(header.get(column).span()) : List.of());
    }
}
