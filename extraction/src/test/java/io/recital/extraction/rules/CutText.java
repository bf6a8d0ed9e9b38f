package io.recital.extraction.rules;

import io.recital.models.clause.Block;
import io.recital.models.clause.BlockKind;
import io.recital.models.clause.Clause;
import io.recital.models.clause.ClauseKind;
import io.recital.models.clause.ParsedDocument;
import io.recital.models.clause.Segmentation;
import io.recital.models.clause.TableCell;
import io.recital.models.clause.TableRow;
import io.recital.models.contract.ContractReading;
import io.recital.models.contract.TenantRole;
import io.recital.models.evidence.PageMap;
import io.recital.models.evidence.Span;
import io.recital.models.evidence.StoredText;
import io.recital.models.finding.Extraction;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts test wording into clauses at blank lines; a line with {@code |} is a table row, the first of a block its header. */
public final class CutText {
    private static final Pattern PIECE = Pattern.compile("(?s)\\S.*?(?=\\n\\s*\\n|\\s*\\z)");

    private CutText() {}

    public static ContractReading reading(String text) {
        return reading(text, "en");
    }

    public static ContractReading reading(String text, String language) {
        StoredText stored = StoredText.of(text);
        List<Clause> clauses = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        Matcher piece = PIECE.matcher(text);
        while (piece.find()) {
            Span span = stored.spanOfUtf16(piece.start(), piece.end());
            List<TableRow> rows = rows(stored, piece, clauses.size());
            clauses.add(new Clause(
                    UUID.randomUUID(),
                    clauses.size(),
                    rows.isEmpty() ? ClauseKind.CLAUSE : ClauseKind.TABLE,
                    "" + (clauses.size() + 1),
                    null,
                    null,
                    List.of(),
                    span,
                    stored.slice(span),
                    rows,
                    language));
            blocks.add(Block.of(BlockKind.PARAGRAPH, span));
        }
        return new ContractReading(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "test.txt",
                TenantRole.UNKNOWN,
                new ParsedDocument(stored, blocks, PageMap.NONE, "text/plain", null, false, List.of()),
                new Segmentation(clauses, List.of(), List.of(), "test"));
    }

    /** What an answer says, sure or not. */
    public static List<Extraction.Candidate> candidates(Extraction answer) {
        if (answer instanceof Extraction.Found found) {
            return found.candidates();
        }
        return answer instanceof Extraction.Unsure unsure ? unsure.candidates() : List.of();
    }

    private static List<TableRow> rows(StoredText stored, Matcher piece, int table) {
        List<TableRow> rows = new ArrayList<>();
        List<TableCell> headers = List.of();
        int lineStart = piece.start();
        for (String line : piece.group().split("\n")) {
            if (line.contains("|")) {
                List<TableCell> cells = cells(stored, line, lineStart, headers);
                rows.add(new TableRow(table, rows.size(), rows.isEmpty(), cells));
                headers = headers.isEmpty() ? cells : headers;
            }
            lineStart += line.length() + 1;
        }
        return rows;
    }

    private static List<TableCell> cells(StoredText stored, String line, int lineStart, List<TableCell> headers) {
        List<TableCell> cells = new ArrayList<>();
        int at = lineStart;
        for (String cell : line.split("\\|")) {
            String words = cell.strip();
            int start = at + cell.indexOf(words);
            int column = cells.size();
            boolean headed = column < headers.size();
            cells.add(new TableCell(
                    column,
                    stored.spanOfUtf16(start, start + words.length()),
                    words,
                    headed ? List.of(headers.get(column).text()) : List.of(),
                    headed ? List.of(headers.get(column).span()) : List.of()));
            at += cell.length() + 1;
        }
        return cells;
    }
}
