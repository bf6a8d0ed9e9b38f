package io.recital.performance.report;

import io.recital.models.report.Report;
import io.recital.models.report.Report.Section;
import io.recital.models.report.ReportCell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** A report as a workbook: a sheet a section, dates and numbers as such, texts as texts and never as formulas. */
final class ReportWorkbook {
    private static final int IN_MEMORY = 100;
    private static final int WIDTH = 256 * 20;
    private static final int LONGEST = SpreadsheetVersion.EXCEL2007.getMaxTextLength();

    private final SXSSFWorkbook workbook = new SXSSFWorkbook(IN_MEMORY);
    private final CellStyle head = workbook.createCellStyle();
    private final CellStyle day = workbook.createCellStyle();

    private ReportWorkbook() {
        Font bold = workbook.createFont();
        bold.setBold(true);
        head.setFont(bold);
        day.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
    }

    static byte[] write(Report report) {
        ReportWorkbook made = new ReportWorkbook();
        try (SXSSFWorkbook workbook = made.workbook) {
            report.sections().forEach(made::section);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void section(Section section) {
        FlatSection flat = FlatSection.of(section);
        Sheet sheet = workbook.createSheet(name(section.title()));
        sheet.createFreezePane(0, 1);
        Row header = sheet.createRow(0);
        for (int i = 0; i < flat.columns().size(); i++) {
            sheet.setColumnWidth(i, WIDTH);
            Cell cell = header.createCell(i);
            cell.setCellValue(flat.columns().get(i));
            cell.setCellStyle(head);
        }
        for (List<ReportCell> cells : flat.rows()) {
            Row row = sheet.createRow(sheet.getLastRowNum() + 1);
            for (int i = 0; i < cells.size(); i++) {
                fill(row.createCell(i), cells.get(i));
            }
        }
    }

    private String name(String title) {
        String name = WorkbookUtil.createSafeSheetName(title);
        return workbook.getSheet(name) == null
                ? name
                : WorkbookUtil.createSafeSheetName(workbook.getNumberOfSheets() + " " + title);
    }

    private void fill(Cell cell, ReportCell value) {
        if (value instanceof ReportCell.Figure figure) {
            cell.setCellValue(figure.value().doubleValue());
        } else if (value instanceof ReportCell.Day date) {
            cell.setCellValue(date.value());
            cell.setCellStyle(day);
        } else {
            String text = value.display();
            cell.setCellValue(text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…");
        }
    }
}
