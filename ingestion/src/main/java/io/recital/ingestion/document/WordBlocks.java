package io.recital.ingestion.document;

import io.recital.models.clause.BlockKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns a Word document's paragraphs and tables into blocks: automatic numbers as labels, headings by style, footnotes
 * behind the paragraph or table that refers to them.
 */
final class WordBlocks implements WordBody.Sink {
    private final TextAssembly assembly = new TextAssembly();
    private final WordStyles styles;
    private final WordNumbering numbering;
    private final WordNotes notes;
    private TableAssembly.@Nullable Written lastTable;

    WordBlocks(WordStyles styles, WordNumbering numbering, WordNotes notes) {
        this.styles = styles;
        this.numbering = numbering;
        this.notes = notes;
    }

    TextAssembly assembly() {
        return assembly;
    }

    @Override
    public void paragraph(WordParagraph paragraph) {
        String words = paragraph.words.toString().strip();
        if (words.isEmpty() && paragraph.endLeftOut) {
            return;
        }
        String list = listOf(paragraph);
        int listLevel = list == null ? -1 : listLevelOf(paragraph, list);
        String label = list == null ? null : numbering.next(list, listLevel);
        if (!words.isEmpty()) {
            lastTable = null;
            block(paragraph, words, listLevel, label);
        }
        writeNotes(List.of(paragraph));
    }

    private void block(WordParagraph paragraph, String words, int listLevel, @Nullable String label) {
        int heading = paragraph.outline != null ? paragraph.outline % 10 : styles.headingLevel(paragraph.style);
        if (styles.isTitle(paragraph.style)) {
            assembly.block(BlockKind.TITLE, 0, label, words);
        } else if (heading > 0 && words.length() <= 200) {
            assembly.block(BlockKind.HEADING, heading, label, words);
        } else if (listLevel >= 0) {
            assembly.block(BlockKind.LIST_ITEM, listLevel + 1, label, words);
        } else {
            assembly.block(kindByShape(paragraph, words), words);
        }
    }

    private void writeNotes(List<WordParagraph> paragraphs) {
        for (WordParagraph paragraph : paragraphs) {
            for (String note : paragraph.notes) {
                assembly.block(BlockKind.FOOTNOTE, notes.wordsOf(note));
            }
        }
    }

    private BlockKind kindByShape(WordParagraph paragraph, String words) {
        boolean bold = paragraph.isBold() || styles.isBold(paragraph.style);
        boolean shortBold = bold && words.length() <= 90 && !words.endsWith(".") && !words.endsWith(":");
        if (LineShape.isHeading(words) || shortBold) {
            return BlockKind.HEADING;
        }
        return LineShape.isListItem(words) ? BlockKind.LIST_ITEM : BlockKind.PARAGRAPH;
    }

    private @Nullable String listOf(WordParagraph paragraph) {
        String list = paragraph.list != null ? paragraph.list : styles.list(paragraph.style);
        return list == null || list.equals("0") ? null : list;
    }

    private int listLevelOf(WordParagraph paragraph, String list) {
        if (paragraph.listLevel != null) {
            return paragraph.listLevel;
        }
        if (paragraph.list == null && paragraph.style != null) {
            int tied = numbering.levelOfStyle(list, paragraph.style);
            if (tied >= 0) {
                return tied;
            }
        }
        Integer byStyle = styles.listLevel(paragraph.style);
        return byStyle == null ? 0 : byStyle;
    }

    @Override
    public void table(List<WordBody.Row> rows) {
        boolean oneColumn = rows.stream().allMatch(row -> row.cells().size() <= 1);
        if (oneColumn) {
            rows.forEach(row -> row.cells().forEach(cell -> cell.paragraphs().forEach(this::paragraph)));
            return;
        }
        TableAssembly table = new TableAssembly();
        for (WordBody.Row row : rows) {
            List<TableAssembly.Cell> cells = new ArrayList<>();
            int column = row.before();
            for (WordBody.Cell cell : row.cells()) {
                cells.add(cell(cell, column));
                column += cell.width();
            }
            table.row(cells, row.header());
        }
        if (table.isEmpty()) {
            return;
        }
        TableAssembly.Written before = lastTable != null && table.goesOnFrom(lastTable) ? lastTable : null;
        lastTable = table.writeTo(assembly, before);
        rows.forEach(row -> row.cells().forEach(cell -> writeNotes(cell.paragraphs())));
    }

    private TableAssembly.Cell cell(WordBody.Cell cell, int column) {
        StringBuilder words = new StringBuilder();
        boolean bold = true;
        for (WordParagraph paragraph : cell.paragraphs()) {
            String list = listOf(paragraph);
            String label = list == null || paragraph.words.toString().isBlank()
                    ? null
                    : numbering.next(list, listLevelOf(paragraph, list));
            words.append(label == null ? "" : label + " ")
                    .append(paragraph.words)
                    .append(' ');
            bold &= paragraph.isBold() || paragraph.words.toString().isBlank();
        }
        return new TableAssembly.Cell(words.toString(), column, cell.width(), cell.continues(), bold);
    }
}
