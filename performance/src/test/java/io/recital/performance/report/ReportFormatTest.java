package io.recital.performance.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.report.Report;
import io.recital.models.report.Report.Section;
import io.recital.models.report.ReportCell;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportFormatTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final Report REPORT = new Report(
            "leakage",
            "Value leakage",
            DAY,
            List.of(
                    new Section(
                            "Entries: all",
                            List.of("what", "amount", "until", "rows", "workings"),
                            List.of(
                                    List.of(
                                            ReportCell.of("=HYPERLINK(\"x\")"),
                                            ReportCell.of(Money.parse("EUR 1234.50")),
                                            ReportCell.of(DAY),
                                            ReportCell.of(3),
                                            ReportCell.of("a step, ".repeat(30))),
                                    List.of(
                                            ReportCell.of("Late, “again”"),
                                            ReportCell.of(Money.parse("JPY 7")),
                                            ReportCell.EMPTY,
                                            ReportCell.of(new BigDecimal("0.5")),
                                            ReportCell.of("a step")))),
                    new Section("Entries: none", List.of("what"), List.of())));

    private static String text(ReportFormat format) {
        return new String(format.write(REPORT), StandardCharsets.UTF_8);
    }

    @Test
    void csvHasNumbersApartFromCurrenciesAndNoFormulas() {
        assertThat(text(ReportFormat.CSV).lines().toList())
                .startsWith(
                        "Entries: all",
                        "what,amount,amount currency,until,rows,workings",
                        "\"'=HYPERLINK(\"\"x\"\")\",1234.50,EUR,2026-06-30,3,\"" + "a step, ".repeat(30) + "\"",
                        "\"Late, “again”\",7,JPY,,0.5,a step")
                .contains("Entries: none");
    }

    @Test
    void jsonHasAnObjectARow() {
        JsonNode root = JsonMapper.shared().readTree(text(ReportFormat.JSON));
        assertThat(root.path("asOf").asString()).isEqualTo("2026-06-30");
        JsonNode row = root.path("sections").path(0).path("rows").path(0);
        assertThat(row.path("amount").path("amount").decimalValue()).isEqualByComparingTo("1234.50");
        assertThat(row.path("amount").path("currency").asString()).isEqualTo("EUR");
        assertThat(row.path("rows").asInt()).isEqualTo(3);
        assertThat(root.path("sections")
                        .path(0)
                        .path("rows")
                        .path(1)
                        .path("until")
                        .isNull())
                .isTrue();
        assertThat(root.path("sections").path(1).path("rows").size()).isZero();
    }

    @Test
    void aTableLeavesOutLongTextsAndSaysSo() {
        assertThat(text(ReportFormat.TABLE).lines().toList())
                .startsWith(
                        "Value leakage, as of 2026-06-30",
                        "",
                        "Entries: all",
                        "  what                  amount  until       rows",
                        "  =HYPERLINK(\"x\")  EUR 1234.50  2026-06-30     3")
                .contains("  (in csv, xlsx and json also: workings)", "  none");
    }

    @Test
    void aWorkbookHasDatesAndNumbersAsSuchAndTextsAsTexts() throws IOException {
        byte[] bytes = ReportFormat.XLSX.write(REPORT);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(2);
            Row row = workbook.getSheetAt(0).getRow(1);
            assertThat(row.getCell(0).getCellType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(1).getNumericCellValue()).isEqualTo(1234.5);
            assertThat(row.getCell(2).getStringCellValue()).isEqualTo("EUR");
            assertThat(row.getCell(3).getLocalDateTimeCellValue().toLocalDate()).isEqualTo(DAY);
        }
    }

    @Test
    void formatsAreFoundByName() {
        assertThat(ReportFormat.find("XLSX")).contains(ReportFormat.XLSX);
        assertThat(ReportFormat.find("pdf")).isEmpty();
    }
}
