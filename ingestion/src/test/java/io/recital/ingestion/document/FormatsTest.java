package io.recital.ingestion.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.clause.Block;
import io.recital.models.clause.BlockKind;
import io.recital.models.clause.ParsedDocument;
import io.recital.models.clause.TableCell;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatsTest {
    @TempDir
    Path folder;

    private final FileParser parser = new FileParser();

    @Test
    void storesPlainTextCharacterForCharacter() throws Exception {
        String words =
                "\uFEFF1. PAYMENT\r\nThe Buyer pays \uD835\uDC00 45\u00A0days.\r\n\r\n\r\n  (a) monthly;\t\r(b) yearly.\f\n- 2 -\n";
        ParsedDocument document = parse(TestFiles.text(folder, "terms.txt", words));
        assertThat(document.text().value()).isEqualTo(words);
        assertThat(document.blocks())
                .extracting(Block::kind)
                .containsExactly(
                        BlockKind.HEADING,
                        BlockKind.PARAGRAPH,
                        BlockKind.LIST_ITEM,
                        BlockKind.LIST_ITEM,
                        BlockKind.PAGE_NUMBER);
        assertThat(words(document, BlockKind.HEADING)).containsExactly("1. PAYMENT");
        assertThat(words(document, BlockKind.LIST_ITEM)).containsExactly("(a) monthly;", "(b) yearly.");
        assertThat(document.pages().pageStarts()).isEmpty();
    }

    @Test
    void tellsTheCharacterSetOfTextThatIsNotUtf8() throws Exception {
        String words =
                "Der Käufer zahlt die Vergütung für jede Lieferung binnen dreißig Tagen; Verzögerungen gehen zu Lasten des Käufers.";
        assertThat(parse(Files.write(folder.resolve("de.txt"), words.getBytes(ISO_8859_1)))
                        .text()
                        .value())
                .isEqualTo(words);
        assertThat(parse(Files.write(folder.resolve("utf16.txt"), words.getBytes(UTF_16)))
                        .text()
                        .value())
                .isEqualTo(words);
        byte[] quotes = "The \u0093Supplier\u0094 pays 5 \u0080 per day of delay.".getBytes(ISO_8859_1);
        assertThat(parse(Files.write(folder.resolve("cp1252.txt"), quotes))
                        .text()
                        .value())
                .isEqualTo("The “Supplier” pays 5 € per day of delay.");
    }

    @Test
    void keepsMarkdownAsItIsAndReadsItsTables() throws Exception {
        String words = """
                # Service levels

                The Provider meets *these* levels:

                - availability
                  - measured monthly

                | Level | Target |
                |:--|--:|
                | Uptime | 99.9 % |
                | Support \\| chat | |

                Setext
                ------
                End.
                """;
        ParsedDocument document = parse(TestFiles.text(folder, "sla.md", words));
        assertThat(document.text().value()).isEqualTo(words);
        assertThat(words(document, BlockKind.HEADING)).containsExactly("Service levels", "Setext");
        assertThat(words(document, BlockKind.LIST_ITEM)).containsExactly("- availability", "- measured monthly");
        List<Block> rows = rows(document);
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0).row()).matches(row -> row != null && row.header());
        assertThat(rows.get(1).cells()).extracting(TableCell::text).containsExactly("Uptime", "99.9 %");
        assertThat(rows.get(1).cells()).extracting(TableCell::header).containsExactly("Level", "Target");
        assertThat(rows.get(2).cells()).extracting(TableCell::text).containsExactly("Support \\| chat", "");
    }

    @Test
    void readsTheVisibleWordsOfHtmlOnly() throws Exception {
        String html =
                "<html><head><title>Rates</title><style>p{}</style></head><body><h2>Rate&nbsp;card</h2><script>steal()</script>"
                        + "<p>Rates apply<br>from <b>May</b>.</p><p style='DISPLAY: none'>hidden</p><div hidden>hidden</div><ul><li>one<li>two</ul>"
                        + "<table><tr><th rowspan=2>Role<th colspan=2>Rate</tr><tr><th>Day<th>Hour</tr>"
                        + "<tr><td rowspan=2>Engineer<td>800<td>100</tr><tr><td>900<td>110</tr></table></body></html>";
        ParsedDocument document = parse(TestFiles.text(folder, "rates.html", html));
        assertThat(document.title()).isEqualTo("Rates");
        assertThat(document.text().value()).doesNotContain("hidden", "steal").contains("Rates apply\nfrom May.");
        assertThat(words(document, BlockKind.LIST_ITEM)).containsExactly("one", "two");
        List<TableCell> last = rows(document).get(3).cells();
        assertThat(last).extracting(TableCell::text).containsExactly("Engineer", "900", "110");
        assertThat(last).extracting(TableCell::header).containsExactly("Role", "Rate Day", "Rate Hour");
    }

    @Test
    void showsSpreadsheetNumbersAsDisplayedAndFormulasAsComputed() throws Exception {
        Path file = folder.resolve("rates.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = new FileOutputStream(file.toFile())) {
            Sheet sheet = workbook.createSheet("Rate card");
            sheet.createRow(0).createCell(0).setCellValue("Valid from 1 May");
            Row header = sheet.createRow(2);
            List.of("Item", "Unit price", "Discount")
                    .forEach(name ->
                            header.createCell(header.getPhysicalNumberOfCells()).setCellValue(name));
            Row row = sheet.createRow(3);
            row.createCell(0).setCellValue("Carton");
            row.createCell(1).setCellValue(1234.5);
            row.getCell(1).setCellStyle(style(workbook, "#,##0.00"));
            row.createCell(2).setCellFormula("5%*2");
            row.getCell(2).setCellStyle(style(workbook, "0.0%"));
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            workbook.createSheet("Secret").createRow(0).createCell(0).setCellValue("hidden");
            workbook.setSheetHidden(1, true);
            workbook.write(out);
        }
        ParsedDocument document = parse(file);
        assertThat(words(document, BlockKind.HEADING)).containsExactly("Rate card");
        assertThat(words(document, BlockKind.PARAGRAPH)).containsExactly("Valid from 1 May");
        List<TableCell> cells = rows(document).get(1).cells();
        assertThat(cells).extracting(TableCell::text).containsExactly("Carton", "1,234.50", "10.0%");
        assertThat(cells).extracting(TableCell::header).containsExactly("Item", "Unit price", "Discount");
        assertThat(document.warnings()).hasSize(1).first().asString().contains("hidden sheet");
        assertThat(document.text().value()).doesNotContain("hidden");
    }

    private static org.apache.poi.ss.usermodel.CellStyle style(XSSFWorkbook workbook, String format) {
        var style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }

    @Test
    void readsRtf() throws Exception {
        String rtf =
                "{\\rtf1\\ansi\\ansicpg1252\\pard {\\b 1. Payment}\\par The Buyer pays 5 \\'80 within 30 days.\\par {\\*\\comment no}}";
        ParsedDocument document = parse(TestFiles.text(folder, "terms.rtf", rtf));
        assertThat(document.text().value()).contains("1. Payment", "The Buyer pays 5 € within 30 days.");
    }

    /** {@code terms.doc} is {@code terms.rtf}, saved once as Word 97 document by an office program. */
    @Test
    void readsDocWithItsHeadingsTablesAndFootnotes() throws Exception {
        Path file = folder.resolve("terms.doc");
        try (InputStream original = FormatsTest.class.getResourceAsStream("terms.doc")) {
            Files.copy(Objects.requireNonNull(original), file);
        }
        ParsedDocument document = parse(file);
        assertThat(document.mediaType()).isEqualTo("application/msword");
        assertThat(words(document, BlockKind.HEADING)).containsExactly("Payment");
        assertThat(words(document, BlockKind.PARAGRAPH))
                .containsExactly(
                        "The Buyer shall pay each invoice within 45 days.",
                        "The Supplier delivers on time.",
                        "Fees exclude value added tax.");
        List<TableCell> last = rows(document).get(2).cells();
        assertThat(last).extracting(TableCell::text).containsExactly("below 99.0 %", "10 %");
        assertThat(last).extracting(TableCell::header).containsExactly("Availability", "Service credit");
        assertThat(document.text().value()).doesNotContain("Confidential", "Page 1");
    }

    @Test
    void readsTheWordsOfAMail() throws Exception {
        String mail = """
                From: Ann <ann@example.org>
                To: bob@example.org
                Subject: =?UTF-8?Q?Price_f=C3=BCr_2026?=
                Date: Mon, 5 Jan 2026 10:00:00 +0000
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: quoted-printable

                We agree on 5=E2=82=AC per unit.
                """;
        ParsedDocument document = parse(TestFiles.text(folder, "price.eml", mail));
        assertThat(document.title()).isEqualTo("Price für 2026");
        assertThat(document.text().value()).contains("From: Ann <ann@example.org>", "We agree on 5€ per unit.");
    }

    @Test
    void readsByTrueTypeWhatIsNamedWrongButWhole() throws Exception {
        Path html = TestFiles.text(folder, "export.xls", "<html><body><p>The Buyer pays.</p></body></html>");
        assertThat(parse(html).text().value()).isEqualTo("The Buyer pays.");
    }

    private ParsedDocument parse(Path file) throws IOException {
        ParseOutcome outcome = parser.parse(file, String.valueOf(file.getFileName()));
        assertThat(outcome).isInstanceOf(ParseOutcome.Parsed.class);
        ParsedDocument document = ((ParseOutcome.Parsed) outcome).document();
        ParsedDocumentAssertions.assertConsistent(document);
        return document;
    }

    private static List<Block> rows(ParsedDocument document) {
        return document.blocks().stream().filter(block -> block.row() != null).toList();
    }

    private static List<String> words(ParsedDocument document, BlockKind kind) {
        return document.blocks().stream()
                .filter(block -> block.kind() == kind)
                .map(block -> document.text().slice(block.span()))
                .toList();
    }
}
