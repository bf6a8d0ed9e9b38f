package io.recital.ingestion.segment;

import io.recital.models.clause.Block;
import io.recital.models.clause.BlockKind;
import io.recital.models.clause.ParsedDocument;
import io.recital.models.clause.TableCell;
import io.recital.models.clause.TableRow;
import io.recital.models.evidence.StoredText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A block of wording, page furniture left out.
 *
 * @param start Java string index of its first character that is not a blank
 * @param end Java string index after its last one
 */
record Piece(int start, int end, Block block) {
    /** A paragraph that is only a page number: plain text has no layout that would tell. */
    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "(?i)[-–—\\s]*(?:page\\s+)?(?:[a-z]-)?\\d{1,3}(?:\\s*(?:of|/)\\s*\\d{1,3})?(?:[-–—\\s]+(?:\\d{1,3})?)?");

    /** All wording of a document in text order; text that stands in no block is a paragraph. */
    static List<Piece> of(ParsedDocument parsed) {
        StoredText text = parsed.text();
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Block block : parsed.blocks()) {
            int start = text.utf16(block.span().start());
            int end = text.utf16(block.span().end());
            addParagraph(text, pieces, at, start);
            if (!block.kind().isFurniture()) {
                addTrimmed(text.value(), pieces, start, end, block);
            }
            at = Math.max(at, end);
        }
        addParagraph(text, pieces, at, text.value().length());
        return pieces;
    }

    private static void addParagraph(StoredText text, List<Piece> pieces, int start, int end) {
        boolean worded =
                text.value().substring(start, Math.max(start, end)).chars().anyMatch(Character::isLetterOrDigit);
        if (worded) {
            addTrimmed(text.value(), pieces, start, end, Block.of(BlockKind.PARAGRAPH, text.spanOfUtf16(start, end)));
        }
    }

    private static void addTrimmed(String text, List<Piece> pieces, int start, int end, Block block) {
        int from = start;
        int to = end;
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        boolean pageNumber = block.row() == null
                && block.label() == null
                && to - from <= 30
                && PAGE_NUMBER.matcher(text.substring(from, to)).matches();
        if (from < to && !pageNumber) {
            pieces.add(new Piece(from, to, block));
        }
    }

    static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B';
    }

    String in(String text) {
        return text.substring(start, end);
    }

    int length() {
        return end - start;
    }

    boolean isHeading() {
        return block.kind() == BlockKind.HEADING || block.kind() == BlockKind.TITLE;
    }

    /** Whether it is a row of a real table; a row that only lays out a number beside its text is not. */
    boolean isTableRow() {
        TableRow row = block.row();
        return row != null && !isLayout(row);
    }

    private static boolean isLayout(TableRow row) {
        List<TableCell> filled =
                row.cells().stream().filter(cell -> !cell.text().isBlank()).toList();
        return !row.header()
                && filled.size() == 2
                && filled.get(0).headers().isEmpty()
                && !Labels.of(filled.get(0).text()).isEmpty()
                && filled.get(1).text().length() > 60;
    }
}
