package io.recital.extraction.rules.statement;

import static java.util.Objects.requireNonNull;

import io.recital.models.clause.Block;
import io.recital.models.clause.BlockKind;
import io.recital.models.clause.Clause;
import io.recital.models.clause.SentenceSplitter;
import io.recital.models.clause.TableCell;
import io.recital.models.clause.TableRow;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.evidence.Span;
import io.recital.models.evidence.StoredText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A clause's prose at the places where it is stored: what belongs to the page or to a table is blanked, not cut. */
public final class Prose {
    private static final char BLANK = ' ';
    private static final char BREAK = '\n';

    private final ContractReading contract;
    private final int start;
    private final char[] chars;
    private final List<Span> furniture = new ArrayList<>();
    private final Set<Integer> itemStarts = new HashSet<>();

    private Prose(ContractReading contract, Clause clause) {
        this.contract = requireNonNull(contract, "contract");
        StoredText text = contract.text();
        this.start = text.utf16(clause.span().start());
        this.chars = Markup.blanked(
                        text.value().substring(start, text.utf16(clause.span().end())))
                .toCharArray();
        blankTables(clause);
        for (Block block : Blocks.within(contract.parsed().blocks(), clause.span())) {
            if (block.kind().isFurniture()) {
                furniture.add(block.span());
                blank(block.span(), BLANK);
            } else if (block.kind() == BlockKind.TABLE_ROW) {
                blank(block.span(), BREAK);
            } else if (block.kind() == BlockKind.LIST_ITEM) {
                itemStarts.add(text.utf16(block.span().start()));
            }
        }
        thinOut(chars);
    }

    /** Leaves two line breaks of each longer run: as many as end a paragraph. */
    private static void thinOut(char[] chars) {
        int breaks = 0;
        for (int i = 0; i < chars.length; i++) {
            if (chars[i] == BREAK && ++breaks > 2) {
                chars[i] = BLANK;
            } else if (!Character.isWhitespace(chars[i])) {
                breaks = 0;
            }
        }
    }

    public static Prose of(ContractReading contract, Clause clause) {
        return new Prose(contract, clause);
    }

    private void blankTables(Clause clause) {
        for (TableRow row : clause.rows()) {
            for (TableCell cell : row.cells()) {
                blank(cell.span(), BREAK);
            }
        }
    }

    private void blank(Span span, char with) {
        int from = Math.max(0, contract.text().utf16(span.start()) - start);
        int to = Math.min(chars.length, contract.text().utf16(span.end()) - start);
        if (from < to) {
            Arrays.fill(chars, from, to, with);
        }
    }

    /** Its sentences and list items in text order. */
    public List<Piece> sentences() {
        StoredText prose = StoredText.of(new String(chars));
        String flat = flat();
        List<Piece> pieces = new ArrayList<>();
        for (Span span : SentenceSplitter.split(prose)) {
            int from = prose.utf16(span.start());
            int to = prose.utf16(span.end());
            pieces.add(new Piece(start + from, start + to, flat.substring(from, to)));
        }
        return pieces;
    }

    /** All of it as one piece. */
    public Piece whole() {
        return new Piece(start, start + chars.length, flat());
    }

    private String flat() {
        char[] flat = chars.clone();
        for (int i = 0; i < flat.length; i++) {
            if (Character.isWhitespace(flat[i]) || Character.isSpaceChar(flat[i])) {
                flat[i] = BLANK;
            }
        }
        return new String(flat);
    }

    /** Whether the layout begins a list item there. */
    boolean beginsItem(Piece piece) {
        return itemStarts.contains(piece.start());
    }

    /** Cites a piece verbatim; in several parts where page furniture stands inside. */
    public List<Citation> cite(Piece piece, CitationRole role) {
        List<Citation> citations = new ArrayList<>();
        int from = piece.start();
        for (Span break_ : furniture) {
            int breakStart = contract.text().utf16(break_.start());
            if (breakStart > from && breakStart < piece.end()) {
                addCitation(from, breakStart, role, citations);
                from = contract.text().utf16(break_.end());
            }
        }
        addCitation(from, piece.end(), role, citations);
        return citations;
    }

    private void addCitation(int from, int to, CitationRole role, List<Citation> citations) {
        String value = contract.text().value();
        int first = from;
        int last = to;
        while (first < last && Character.isWhitespace(value.charAt(first))) {
            first++;
        }
        while (last > first && Character.isWhitespace(value.charAt(last - 1))) {
            last--;
        }
        if (first < last) {
            citations.add(contract.cite(contract.text().spanOfUtf16(first, last), role));
        }
    }
}
