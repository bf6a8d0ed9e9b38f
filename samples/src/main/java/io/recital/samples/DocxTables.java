package io.recital.samples;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** Writes tables into a Word file, and what is laid out by tables without rules. Lengths are twips. */
final class DocxTables {
    /** From the side of a cell to its words. */
    private static final int MARGIN = 100;

    private final XWPFDocument document;
    private final int textWidth;

    DocxTables(XWPFDocument document, int textWidth) {
        this.document = document;
        this.textWidth = textWidth;
    }

    /** Writes the block if it is one of these; answers whether it was. */
    boolean add(Block block) {
        if (block instanceof Block.Table table) {
            table(table);
        } else if (block instanceof Block.Signatures signatures) {
            signatures(signatures);
        } else if (block instanceof Block.Bilingual clause) {
            bilingual(clause);
        } else {
            return false;
        }
        return true;
    }

    private void table(Block.Table source) {
        int columns = source.header().size();
        int[] widths = new int[columns];
        for (int column = 0; column < columns; column++) {
            widths[column] = (int) Math.round(source.share(column) * textWidth);
        }
        XWPFTable table = create(source.rows().size() + 1, widths);
        // without rules, the words of the first column stand at the margin; with rules, the rule does
        var indentation = table.getCTTbl().getTblPr().addNewTblInd();
        indentation.setW(BigInteger.valueOf(MARGIN));
        indentation.setType(STTblWidth.DXA);
        XWPFTableRow header = table.getRow(0);
        header.setRepeatHeader(true);
        fill(header, source.header().stream().map(cell -> "**" + cell + "**").toList(), source.rightAligned());
        header.getTableCells().forEach(cell -> cell.setColor("E6E6E6"));
        for (int i = 0; i < source.rows().size(); i++) {
            fill(table.getRow(i + 1), source.rows().get(i), source.rightAligned());
        }
        document.createParagraph().setSpacingAfter(60);
    }

    private XWPFTable create(int rows, int... widths) {
        XWPFTable table = document.createTable(rows, widths.length);
        table.setWidth(textWidth);
        table.setCellMargins(50, MARGIN, 50, MARGIN);
        table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        CTTblGrid grid = table.getCTTbl().getTblGrid();
        if (grid == null) {
            grid = table.getCTTbl().addNewTblGrid();
        }
        while (grid.sizeOfGridColArray() > 0) {
            grid.removeGridCol(0);
        }
        for (int width : widths) {
            grid.addNewGridCol().setW(BigInteger.valueOf(width));
        }
        for (XWPFTableRow row : table.getRows()) {
            row.setCantSplitRow(true);
            for (int column = 0; column < widths.length; column++) {
                row.getCell(column).setWidth("" + widths[column]);
            }
        }
        return table;
    }

    private static void fill(XWPFTableRow row, List<String> cells, List<Boolean> right) {
        for (int column = 0; column < cells.size(); column++) {
            XWPFParagraph paragraph = row.getCell(column).getParagraphArray(0);
            paragraph.setStyle("TableText");
            if (right.get(column)) {
                paragraph.setAlignment(ParagraphAlignment.RIGHT);
            }
            DocxText.write(paragraph, cells.get(column), false);
        }
    }

    private void bilingual(Block.Bilingual clause) {
        XWPFTable table = create(clause.rows().size() + 1, textWidth / 2, textWidth / 2);
        table.removeBorders();
        fill(
                table.getRow(0),
                clause.languages().stream()
                        .map(language -> "**" + language + "**")
                        .toList(),
                List.of(false, false));
        for (int i = 0; i < clause.rows().size(); i++) {
            XWPFTableRow row = table.getRow(i + 1);
            row.setCantSplitRow(false);
            fill(row, clause.rows().get(i), List.of(false, false));
            row.getTableCells().forEach(cell -> cell.getParagraphArray(0).setAlignment(ParagraphAlignment.BOTH));
        }
        document.createParagraph().setSpacingAfter(60);
    }

    private void signatures(Block.Signatures signatures) {
        int perRow = Math.min(2, signatures.signatories().size());
        int[] widths = new int[perRow];
        Arrays.fill(widths, textWidth / perRow);
        int rows = (signatures.signatories().size() + perRow - 1) / perRow;
        XWPFTable table = create(rows, widths);
        table.removeBorders();
        table.setCellMargins(50, MARGIN, 50, 5 * MARGIN);
        for (int i = 0; i < signatures.signatories().size(); i++) {
            sign(
                    table.getRow(i / perRow).getCell(i % perRow),
                    signatures.signatories().get(i));
        }
        document.createParagraph().setSpacingAfter(60);
    }

    private static void sign(XWPFTableCell cell, Block.Signatory signatory) {
        cell.removeParagraph(0);
        cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.BOTTOM);
        List<String> lines = signatory.lines();
        for (int line = 0; line < lines.size(); line++) {
            XWPFParagraph paragraph = cell.addParagraph();
            paragraph.setSpacingBefore(line == 1 ? 480 : 60);
            paragraph.setSpacingAfter(60);
            paragraph.setKeepNext(true);
            DocxText.write(paragraph, lines.get(line), false);
        }
    }
}
