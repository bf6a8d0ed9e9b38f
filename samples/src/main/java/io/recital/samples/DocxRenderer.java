package io.recital.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

/** Writes a sample as a Word file with heading styles, numbering, real tables and page number fields. */
final class DocxRenderer implements Renderer {
    /** Lengths here are twips, twentieths of a point. */
    private static final int STEP = 720;

    private static final int TEXT_WIDTH = 9240;

    @Override
    public byte[] render(SourceDocument source) throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            DocxParts.install(document);
            describe(document, source);
            page(document, source);
            for (Block block : source.blocks()) {
                add(block, document, source.isNumberedAutomatically());
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.write(bytes);
            return StableZip.repack(bytes.toByteArray());
        }
    }

    private static void describe(XWPFDocument document, SourceDocument source) {
        var properties = document.getProperties().getCoreProperties();
        properties.setTitle(source.title());
        properties.setCreator("Recital samples");
        properties.setCreated(Optional.of(Date.from(source.madeAt())));
        properties.setModified(Optional.of(Date.from(source.madeAt())));
    }

    private static void page(XWPFDocument document, SourceDocument source) {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        boolean uk = source.drafter() == SourceDocument.Drafter.UK;
        section.addNewPgSz().setW(BigInteger.valueOf(uk ? 11906 : 12240));
        section.getPgSz().setH(BigInteger.valueOf(uk ? 16838 : 15840));
        var margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(1400));
        margins.setBottom(BigInteger.valueOf(1300));
        margins.setLeft(BigInteger.valueOf(uk ? 1333 : 1500));
        margins.setRight(BigInteger.valueOf(uk ? 1333 : 1500));
        margins.setHeader(BigInteger.valueOf(620));
        margins.setFooter(BigInteger.valueOf(560));
        DocxParts.furnish(
                document.createHeader(HeaderFooterType.DEFAULT).createParagraph(), source.header(), TEXT_WIDTH);
        DocxParts.furnish(
                document.createFooter(HeaderFooterType.DEFAULT).createParagraph(), source.footer(), TEXT_WIDTH);
    }

    private static void add(Block block, XWPFDocument document, boolean automatic) {
        if (block instanceof Block.Title title) {
            styled(document, "Title", title.text());
        } else if (block instanceof Block.Centred centred) {
            styled(document, "Subtitle", centred.text());
        } else if (block instanceof Block.Heading heading) {
            heading(heading, document, automatic);
        } else if (block instanceof Block.Paragraph paragraph) {
            paragraph(paragraph, document, automatic);
        } else if (block instanceof Block.Table table) {
            table(table, document);
        } else if (block instanceof Block.Signatures signatures) {
            signatures(signatures, document);
        } else {
            document.createParagraph().setPageBreak(true);
        }
    }

    private static void styled(XWPFDocument document, String style, String marked) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(style);
        write(paragraph, marked, 0);
    }

    private static void heading(Block.Heading heading, XWPFDocument document, boolean automatic) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle("Heading" + heading.level());
        number(paragraph, heading.number(), 0, automatic ? 0 : -1);
        write(paragraph, heading.text(), 0);
    }

    private static void paragraph(Block.Paragraph source, XWPFDocument document, boolean automatic) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.BOTH);
        paragraph.setIndentationLeft(source.indent() * STEP);
        boolean isClauseNumber = source.marker().matches("\\d.*");
        number(paragraph, source.marker(), source.indent(), automatic ? isClauseNumber ? 1 : source.indent() + 1 : -1);
        write(paragraph, source.text(), 0);
    }

    /** Sets the number as a list level, or as text with a hanging indent when {@code level} is negative. */
    private static void number(XWPFParagraph paragraph, String number, int indent, int level) {
        if (number.isEmpty()) {
            return;
        }
        paragraph.setIndentationLeft((indent + 1) * STEP);
        paragraph.setIndentationHanging(STEP);
        if (level >= 0) {
            paragraph.setNumID(BigInteger.ONE);
            paragraph.setNumILvl(BigInteger.valueOf(level));
        } else {
            XWPFRun run = paragraph.createRun();
            run.setText(number);
            run.addTab();
        }
    }

    /** Writes marked-up text, in a size in points unless that is 0. */
    private static void write(XWPFParagraph paragraph, String marked, int size) {
        for (Run run : Run.parse(marked)) {
            XWPFRun words = paragraph.createRun();
            words.setText(run.text());
            if (run.face() == Run.Face.BOLD) {
                words.setBold(true);
            }
            if (run.face() == Run.Face.ITALIC) {
                words.setItalic(true);
            }
            if (size > 0) {
                words.setFontSize(size);
            }
        }
    }

    private static void table(Block.Table source, XWPFDocument document) {
        XWPFTable table =
                document.createTable(source.rows().size() + 1, source.header().size());
        table.setWidth(TEXT_WIDTH);
        table.setCellMargins(40, 90, 40, 90);
        XWPFTableRow header = table.getRow(0);
        header.setRepeatHeader(true);
        row(header, source.header().stream().map(cell -> "**" + cell + "**").toList(), source);
        header.getTableCells().forEach(cell -> cell.setColor("E6E6E6"));
        for (int i = 0; i < source.rows().size(); i++) {
            row(table.getRow(i + 1), source.rows().get(i), source);
        }
        document.createParagraph();
    }

    private static void row(XWPFTableRow row, List<String> cells, Block.Table source) {
        row.setCantSplitRow(true);
        for (int column = 0; column < cells.size(); column++) {
            XWPFTableCell cell = row.getCell(column);
            cell.setWidth("" + Math.round(source.share(column) * TEXT_WIDTH));
            XWPFParagraph paragraph = cell.getParagraphArray(0);
            paragraph.setStyle("TableText");
            if (source.rightAligned().get(column)) {
                paragraph.setAlignment(ParagraphAlignment.RIGHT);
            }
            write(paragraph, cells.get(column), 0);
        }
    }

    private static void signatures(Block.Signatures signatures, XWPFDocument document) {
        int columns = signatures.signatories().size();
        XWPFTable table = document.createTable(1, columns);
        table.setWidth(TEXT_WIDTH);
        table.removeBorders();
        table.getRow(0).setCantSplitRow(true);
        for (int column = 0; column < columns; column++) {
            XWPFTableCell cell = table.getRow(0).getCell(column);
            cell.setWidth("" + TEXT_WIDTH / columns);
            cell.removeParagraph(0);
            for (String line : signatures.signatories().get(column).lines()) {
                XWPFParagraph paragraph = cell.addParagraph();
                paragraph.setSpacingAfter(200);
                write(paragraph, line, 0);
            }
        }
    }
}
