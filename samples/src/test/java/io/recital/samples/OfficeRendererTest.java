package io.recital.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;

class OfficeRendererTest {
    @Test
    void leavesAutomaticNumbersOutOfTheTextOfAWordFile() throws IOException {
        try (XWPFDocument document = word("numbering: automatic", "## 1. Pay\n\n1.1 You pay.\n\n  (a) now")) {
            assertThat(document.getParagraphs())
                    .extracting(XWPFParagraph::getText)
                    .containsExactly("Pay", "You pay.", "now");
            assertThat(document.getParagraphs())
                    .extracting(XWPFParagraph::getNumLevelText)
                    .containsExactly("%1.", "%1.%2", "(%3)");
        }
    }

    @Test
    void writesACoverPageWithoutHeaderAndFooter() throws IOException {
        try (XWPFDocument document = word("", "@cover\nRef. 7\n**Supply**\nbetween\n\n# Supply")) {
            assertThat(document.getDocument().getBody().getSectPr().isSetTitlePg())
                    .isTrue();
            assertThat(document.getParagraphs().get(1).getStyle()).isEqualTo("CoverTitle");
            assertThat(document.getParagraphs().get(1).getText()).isEqualTo("Supply");
        }
    }

    @Test
    void writesTheContentsAsAFieldThatHoldsItsEntries() throws IOException {
        try (XWPFDocument document = word("", "@contents\n\n# Supply\n\n" + Rendered.clauses(25))) {
            List<XWPFParagraph> entries = document.getParagraphs().stream()
                    .filter(paragraph -> "TOC1".equals(paragraph.getStyle()))
                    .toList();
            assertThat(entries)
                    .extracting(XWPFParagraph::getText)
                    .allMatch(text -> text.matches("\\d\\.\tPart \\d\t\\d"));
            assertThat(entries).hasSize(3);
            assertThat(entries.get(0).getCTP().xmlText()).contains("TOC \\o", "fldCharType=\"begin\"");
            assertThat(entries.get(2).getCTP().xmlText()).contains("fldCharType=\"end\"");
        }
    }

    @Test
    void setsTheLanguagesOfAClauseSideBySideWithoutRules() throws IOException {
        try (XWPFDocument document =
                word("", "@bilingual\n| Deutsch | English |\n|---|---|\n| Es gilt. | It applies. |")) {
            XWPFTable table = document.getTables().get(0);
            assertThat(table.getRow(1).getCell(0).getText()).isEqualTo("Es gilt.");
            assertThat(table.getRow(1).getCell(1).getText()).isEqualTo("It applies.");
            assertThat(table.getCTTbl().getTblPr().isSetTblBorders()).isFalse();
        }
    }

    @Test
    void leavesLinesToWriteOnInAnUnsignedCopy() throws IOException {
        try (XWPFDocument document = word("", "@sign A Ltd | | |\n@sign B Ltd | Bo Day | Director | 4 May 2026")) {
            XWPFTable table = document.getTables().get(0);
            assertThat(table.getRow(0).getCell(0).getText()).contains("A Ltd").containsPattern("Name: _{10,}");
            assertThat(table.getRow(0).getCell(1).getText())
                    .contains("Name: Bo Day")
                    .doesNotContain("__");
        }
    }

    @Test
    void refusesToScanAWordFile() {
        assertThatThrownBy(() -> word("", "@scan"))
                .isInstanceOf(SampleException.class)
                .hasMessageContaining("PDF");
    }

    @Test
    void writesNumbersOfAWorkbookThatShowAsTheyAreWritten() throws IOException {
        String cells =
                "| A | B |\n|---|---:|\n| KC-1001 | $1,086.40 |\n| 2026 | £96.50 |\n| Net | € 7 |\n| 12,000 | 2.5% |"
                        + "\n| 3 | 0.44 |\n| 1200.00 | 98.00% |\n| 100% | 4 |";
        byte[] file = Rendered.bytes("xlsx", "", "## Prices\n\nA note.\n\n" + cells);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            XSSFSheet sheet = workbook.getSheet("Prices");
            assertThat(shown(sheet, 1)).containsExactly("$1,086.40", "£96.50", "€ 7", "2.5%", "0.44", "98.00%", "4");
            assertThat(shown(sheet, 0)).containsExactly("KC-1001", "2026", "Net", "12,000", "3", "1200.00", "100%");
            assertThat(cell(sheet, 0, 1).getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell(sheet, 0, 3).getNumericCellValue()).isEqualTo(12000);
            assertThat(cell(sheet, 1, 3).getNumericCellValue()).isEqualTo(0.025);
            assertThat(sheet.getMergedRegion(0).formatAsString()).isEqualTo("A1:B1");
        }
    }

    @Test
    void writesCoverContentsAndLanguagesAsHtml() {
        String page = new String(
                Rendered.bytes(
                        "html",
                        "",
                        "@cover\nRef. 7\n**A & B**\n\n@contents\n\n## 1. Pay\n\n@bilingual\n| De | En |\n|---|---|\n| Es | It |"),
                StandardCharsets.UTF_8);
        assertThat(page)
                .contains("<p class=\"name\"><strong>A &amp; B</strong></p>")
                .contains("<a href=\"#b2\">1. Pay</a>", "<h2 id=\"b2\">")
                .contains("<tr><td>Es</td><td>It</td></tr>");
    }

    private static XWPFDocument word(String properties, String blocks) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(Rendered.bytes("docx", properties, blocks)));
    }

    private static Cell cell(XSSFSheet sheet, int column, int row) {
        return sheet.getRow(3 + row).getCell(column);
    }

    private static List<String> shown(XSSFSheet sheet, int column) {
        DataFormatter formatter = new DataFormatter(Locale.US);
        return IntStream.range(0, 7)
                .mapToObj(row -> formatter.formatCellValue(cell(sheet, column, row)))
                .toList();
    }
}
