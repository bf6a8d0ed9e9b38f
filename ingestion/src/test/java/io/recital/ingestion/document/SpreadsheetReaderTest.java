package io.recital.ingestion.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.clause.Block;
import io.recital.models.clause.ParsedDocument;
import io.recital.models.clause.TableCell;
import io.recital.models.clause.TableRow;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpreadsheetReaderTest {
    @TempDir
    Path folder;

    @Test
    void readsARateCardWithItsFormatsMergedHeadersAndFormulas() throws Exception {
        Path file = folder.resolve("rates.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            rateCard(workbook);
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            workbook.write(out);
        }
        ParseOutcome outcome = new FileParser().parse(file, "rates.xlsx");
        assertThat(outcome).isInstanceOf(ParseOutcome.Parsed.class);
        ParsedDocument document = ((ParseOutcome.Parsed) outcome).document();
        ParsedDocumentAssertions.assertConsistent(document);
        List<TableRow> rows = document.blocks().stream()
                .filter(block -> block.row() != null)
                .map(Block::row)
                .toList();
        assertThat(rows).extracting(TableRow::header).containsExactly(true, true, false, false);
        assertThat(rows.get(2).cells())
                .extracting(TableCell::text)
                .containsExactly("Engineer", "$1,250.00", "€1.5", "7.5%", "2026-05-01", "$1,156.25");
        assertThat(rows.get(3).cells())
                .extracting(TableCell::header)
                .containsExactly(
                        "Role", "Day rate On site", "Day rate Remote", "Discount", "Valid from", "Net day rate");
    }

    private static void rateCard(XSSFWorkbook workbook) {
        XSSFSheet sheet = workbook.createSheet("Rate card");
        write(sheet.createRow(0), "Role", "Day rate", "", "Discount", "Valid from", "Net day rate");
        write(sheet.createRow(1), "", "On site", "Remote", "", "", "");
        for (int column : new int[] {0, 3, 4, 5}) {
            sheet.addMergedRegion(new CellRangeAddress(0, 1, column, column));
        }
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 1, 2));
        for (int row = 2; row <= 3; row++) {
            Row role = sheet.createRow(row);
            role.createCell(0).setCellValue(row == 2 ? "Engineer" : "Tester");
            cell(role, 1, "$#,##0.00").setCellValue(row == 2 ? 1250 : 900);
            cell(role, 2, "[$€-2]0.0").setCellValue(1.5);
            cell(role, 3, "0.0%").setCellValue(0.075);
            cell(role, 4, "yyyy-mm-dd").setCellValue(LocalDate.of(2026, 5, 1));
            int number = row + 1;
            cell(role, 5, "$#,##0.00").setCellFormula("B" + number + "*(1-D" + number + ")");
        }
    }

    private static void write(Row row, String... words) {
        for (String word : words) {
            row.createCell(Math.max(0, row.getLastCellNum())).setCellValue(word);
        }
    }

    private static Cell cell(Row row, int column, String format) {
        CellStyle style = row.getSheet().getWorkbook().createCellStyle();
        style.setDataFormat(row.getSheet().getWorkbook().createDataFormat().getFormat(format));
        Cell cell = row.createCell(column);
        cell.setCellStyle(style);
        return cell;
    }
}
