package io.recital.ingestion.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.clause.Block;
import io.recital.models.clause.BlockKind;
import io.recital.models.clause.ParsedDocument;
import io.recital.models.clause.TableCell;
import io.recital.models.clause.TableRow;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

class WordReaderTest {
    @TempDir
    Path folder;

    @Test
    void keepsAutomaticNumbersAsLabelsBesideTheWords() throws Exception {
        try (XWPFDocument document = new XWPFDocument()) {
            BigInteger list = WordFiles.clauseNumbering(document);
            for (int i = 1; i <= 6; i++) {
                WordFiles.numbered(document, list, 0, "Article " + i);
            }
            WordFiles.numbered(document, list, 0, "Delivery");
            WordFiles.numbered(document, list, 1, "The Supplier shall deliver on time.");
            WordFiles.numbered(document, list, 1, "The Supplier shall report");
            WordFiles.numbered(document, list, 2, "each late delivery; and");
            WordFiles.numbered(document, list, 2, "its cause.");
            WordFiles.numbered(document, list, 0, "Payment");
            WordFiles.numbered(document, list, 1, "The Buyer shall pay within 45 days.");
            WordFiles.numbered(document, list, 2, "Late payments bear interest.");
            ParsedDocument parsed = parse(document);
            assertThat(parsed.blocks().subList(6, 14))
                    .extracting(Block::label)
                    .containsExactly("7.", "7.1", "7.2", "(a)", "(b)", "8.", "8.1", "(a)");
            assertThat(parsed.blocks().subList(6, 10)).extracting(Block::level).containsExactly(1, 2, 2, 3);
            assertThat(parsed.text().value()).doesNotContain("7.2", "(b)").contains("its cause.");
        }
    }

    @Test
    void countsNumberedParagraphsWithoutWordsAsTheyArePrinted() throws Exception {
        try (XWPFDocument document = new XWPFDocument()) {
            BigInteger list = WordFiles.clauseNumbering(document);
            WordFiles.numbered(document, list, 0, "Term");
            WordFiles.numbered(document, list, 0, "");
            WordFiles.numbered(document, list, 0, "Notices");
            assertThat(parse(document).blocks()).extracting(Block::label).containsExactly("1.", "3.");
        }
    }

    @Test
    void takesHeadingLevelsFromStyles() throws Exception {
        try (XWPFDocument document = new XWPFDocument()) {
            WordFiles.style(document, "Heading1", "heading 1", null);
            WordFiles.style(document, "Heading2", "heading 2", null);
            WordFiles.style(document, "Schedule", "Schedule Heading", "Heading1");
            WordFiles.style(document, "Title", "Title", null);
            for (String style : List.of("Title", "Heading1", "Heading2", "Schedule")) {
                WordFiles.paragraph(document, "words of " + style).setStyle(style);
            }
            WordFiles.paragraph(document, "The Supplier shall keep records for six years after the end of the term.");
            ParsedDocument parsed = parse(document);
            assertThat(parsed.blocks())
                    .extracting(Block::kind)
                    .containsExactly(
                            BlockKind.TITLE,
                            BlockKind.HEADING,
                            BlockKind.HEADING,
                            BlockKind.HEADING,
                            BlockKind.PARAGRAPH);
            assertThat(parsed.blocks()).extracting(Block::level).containsExactly(0, 1, 2, 1, 0);
        }
    }

    @Test
    void tellsEachCellItsHeadersAlsoWhenTheyAreMerged() throws Exception {
        try (XWPFDocument document = new XWPFDocument()) {
            XWPFTable table = WordFiles.table(
                    document,
                    List.of(
                            List.of("Service", "Target", ""),
                            List.of("", "Level", "Credit"),
                            List.of("Hosting", "99.9 %", "5 %"),
                            List.of("", "99.0 %", "10 %")));
            table.getRow(0).setRepeatHeader(true);
            table.getRow(1).setRepeatHeader(true);
            table.getRow(0).removeCell(2);
            properties(table, 0, 1).addNewGridSpan().setVal(BigInteger.TWO);
            properties(table, 0, 0).addNewVMerge().setVal(STMerge.RESTART);
            properties(table, 1, 0).addNewVMerge();
            properties(table, 2, 0).addNewVMerge().setVal(STMerge.RESTART);
            properties(table, 3, 0).addNewVMerge().setVal(STMerge.CONTINUE);
            List<TableRow> rows = rows(parse(document));
            assertThat(rows).extracting(TableRow::header).containsExactly(true, true, false, false);
            List<TableCell> last = rows.get(3).cells();
            assertThat(last).extracting(TableCell::text).containsExactly("Hosting", "99.0 %", "10 %");
            assertThat(last).extracting(TableCell::header).containsExactly("Service", "Target Level", "Target Credit");
            assertThat(last.get(0).span()).isEqualTo(rows.get(2).cells().get(0).span());
        }
    }

    @Test
    void keepsTheHeadersOfATableThatGoesOnOnTheNextPage() throws Exception {
        List<List<String>> head = List.of(List.of("Role", "Day rate"), List.of("Engineer", "USD 900"));
        List<List<String>> repeated = List.of(List.of("Role", "Day rate"), List.of("Tester", "USD 700"));
        List<List<String>> bare = List.of(List.of("Architect", "USD 1,200"), List.of("Analyst", "USD 800"));
        for (List<List<String>> rest : List.of(repeated, bare)) {
            try (XWPFDocument document = new XWPFDocument()) {
                WordFiles.table(document, head).getRow(0).setRepeatHeader(true);
                document.createParagraph().setPageBreak(true);
                WordFiles.table(document, rest);
                List<TableRow> rows = rows(parse(document));
                assertThat(rows).extracting(TableRow::table).containsOnly(0);
                assertThat(rows).extracting(TableRow::row).containsExactly(0, 1, 2, 3);
                assertThat(rows.get(3).cells()).extracting(TableCell::header).containsExactly("Role", "Day rate");
                assertThat(rows.get(2).header()).isEqualTo(rest == repeated);
            }
        }
    }

    @Test
    void startsANewTableWhereWordsOrOtherHeadersStandBetween() throws Exception {
        List<List<String>> rates = List.of(List.of("Role", "Day rate"), List.of("Engineer", "USD 900"));
        List<List<String>> credits = List.of(List.of("Delay", "Credit"), List.of("one day", "USD 50"));
        try (XWPFDocument document = new XWPFDocument()) {
            WordFiles.table(document, rates).getRow(0).setRepeatHeader(true);
            WordFiles.table(document, credits).getRow(0).setRepeatHeader(true);
            WordFiles.paragraph(document, "Contacts are named below.");
            WordFiles.table(document, List.of(List.of("Ann Lee", "Buyer"), List.of("Bo Hall", "Supplier")));
            List<TableRow> rows = rows(parse(document));
            assertThat(rows).extracting(TableRow::table).containsExactly(0, 0, 1, 1, 2, 2);
            assertThat(rows.get(3).cells()).extracting(TableCell::header).containsExactly("Delay", "Credit");
            assertThat(rows.get(5).cells()).extracting(TableCell::header).containsExactly("", "");
        }
    }

    @Test
    void leavesRunningHeadersAndFootersOut() throws Exception {
        try (XWPFDocument document = new XWPFDocument()) {
            document.createHeader(HeaderFooterType.DEFAULT)
                    .createParagraph()
                    .createRun()
                    .setText("Confidential");
            document.createFooter(HeaderFooterType.DEFAULT)
                    .createParagraph()
                    .createRun()
                    .setText("Page 1 of 9");
            WordFiles.paragraph(document, "The Supplier shall deliver.");
            assertThat(parse(document).text().value()).isEqualTo("The Supplier shall deliver.");
        }
    }

    @Test
    void keepsInsertedTextAndLeavesDeletedTextOut() throws Exception {
        try (XWPFDocument document = new XWPFDocument()) {
            BigInteger list = WordFiles.clauseNumbering(document);
            XWPFParagraph paragraph = WordFiles.numbered(document, list, 0, "The Buyer pays within ");
            WordFiles.deleted(paragraph, "thirty");
            WordFiles.inserted(paragraph, "sixty");
            paragraph.createRun().setText(" days.");
            XWPFParagraph gone = WordFiles.numbered(document, list, 0, "");
            WordFiles.deleted(gone, "This clause was struck.");
            gone.getCTP().getPPr().addNewRPr().addNewDel().setId(BigInteger.TEN);
            WordFiles.numbered(document, list, 0, "The Supplier delivers.");
            ParsedDocument parsed = parse(document);
            assertThat(parsed.text().value()).isEqualTo("The Buyer pays within sixty days.\n\nThe Supplier delivers.");
            assertThat(parsed.blocks()).extracting(Block::label).containsExactly("1.", "2.");
            assertThat(parsed.warnings()).hasSize(1).first().asString().contains("tracked changes");
        }
    }

    @Test
    void readsFootnotesBehindTheParagraphThatRefersToThem() throws Exception {
        try (XWPFDocument document = new XWPFDocument()) {
            document.createFootnotes();
            XWPFParagraph paragraph = WordFiles.paragraph(document, "Fees are due monthly.");
            WordFiles.footnote(document, paragraph, "Fees exclude value added tax.");
            WordFiles.paragraph(document, "The Supplier delivers.");
            ParsedDocument parsed = parse(document);
            assertThat(parsed.blocks())
                    .extracting(Block::kind)
                    .containsExactly(BlockKind.PARAGRAPH, BlockKind.FOOTNOTE, BlockKind.PARAGRAPH);
            assertThat(parsed.text().value())
                    .isEqualTo("Fees are due monthly.\n\nFees exclude value added tax.\n\nThe Supplier delivers.");
        }
    }

    private static CTTcPr properties(XWPFTable table, int row, int cell) {
        var xml = table.getRow(row).getCell(cell).getCTTc();
        return xml.isSetTcPr() ? xml.getTcPr() : xml.addNewTcPr();
    }

    private ParsedDocument parse(XWPFDocument document) throws IOException {
        Path file = folder.resolve("agreement.docx");
        try (OutputStream out = Files.newOutputStream(file)) {
            document.write(out);
        }
        ParseOutcome outcome = new FileParser().parse(file, "agreement.docx");
        assertThat(outcome).isInstanceOf(ParseOutcome.Parsed.class);
        ParsedDocument parsed = ((ParseOutcome.Parsed) outcome).document();
        ParsedDocumentAssertions.assertConsistent(parsed);
        return parsed;
    }

    private static List<TableRow> rows(ParsedDocument document) {
        return document.blocks().stream()
                .filter(block -> block.kind() == BlockKind.TABLE_ROW)
                .map(Block::row)
                .toList();
    }
}
