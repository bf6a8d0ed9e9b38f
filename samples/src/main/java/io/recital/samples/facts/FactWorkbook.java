package io.recital.samples.facts;

import io.recital.samples.StableZip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes facts as a workbook whose dates are dates and whose numbers are numbers, the same bytes each time. */
final class FactWorkbook {
    private static final int WIDTH = 16;
    private static final int WIDE = 40;

    private final XSSFWorkbook workbook;
    private final Map<String, CellStyle> styles = new HashMap<>();

    private FactWorkbook(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    static byte[] write(Map<String, FactFile> fileOfSheet, List<String> sheets, FactTable facts) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            var properties = workbook.getProperties().getCoreProperties();
            Date made = Date.from(Instant.parse("2026-06-30T18:00:00Z"));
            properties.setCreator("Recital samples");
            properties.setCreated(Optional.of(made));
            properties.setModified(Optional.of(made));
            FactWorkbook book = new FactWorkbook(workbook);
            for (String sheet : sheets) {
                FactFile file = java.util.Objects.requireNonNull(fileOfSheet.get(sheet));
                book.fill(workbook.createSheet(sheet), file, facts.list(file));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return StableZip.repack(bytes.toByteArray());
        }
    }

    private void fill(XSSFSheet sheet, FactFile file, List<FactRow> rows) {
        List<String> columns = file.columns();
        XSSFRow header = sheet.createRow(0);
        for (int column = 0; column < columns.size(); column++) {
            Cell cell = header.createCell(column);
            cell.setCellValue(columns.get(column));
            cell.setCellStyle(style("header"));
            boolean wide = List.of("description", "vendor").contains(columns.get(column));
            sheet.setColumnWidth(column, (wide ? WIDE : WIDTH) * 256);
        }
        for (FactRow row : rows) {
            XSSFRow target = sheet.createRow(sheet.getLastRowNum() + 1);
            for (int column = 0; column < columns.size(); column++) {
                if (row.has(columns.get(column))) {
                    set(target.createCell(column), columns.get(column), row);
                }
            }
        }
        sheet.createFreezePane(0, 1);
        sheet.setAutoFilter(new CellRangeAddress(0, Math.max(1, rows.size()), 0, columns.size() - 1));
    }

    private void set(Cell cell, String column, FactRow row) {
        if (FactFile.isDate(column)) {
            cell.setCellValue(row.date(column));
            cell.setCellStyle(style("yyyy-mm-dd"));
        } else if (FactFile.isDecimal(column)) {
            cell.setCellValue(row.decimal(column).doubleValue());
            cell.setCellStyle(style(FactFile.isMoney(column) && !column.equals("unit_price") ? "0.00" : "General"));
        } else {
            cell.setCellValue(row.cell(column));
        }
    }

    private CellStyle style(String format) {
        return styles.computeIfAbsent(format, key -> {
            CellStyle style = workbook.createCellStyle();
            if (key.equals("header")) {
                Font font = workbook.createFont();
                font.setBold(true);
                style.setFont(font);
            } else {
                style.setDataFormat(workbook.createDataFormat().getFormat(key));
            }
            return style;
        });
    }
}
