package io.recital.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes a sample as a workbook: each top heading opens a sheet, and numbers are numbers with their formats. */
final class XlsxRenderer implements Renderer {
    private static final Pattern DOLLARS = Pattern.compile("\\$[\\d,]+\\.\\d\\d");
    private static final Pattern COUNT = Pattern.compile("\\d{1,3}(,\\d{3})*");
    private static final Pattern PERCENT = Pattern.compile("\\d+\\.\\d%");
    /** A column's width in characters where the table takes the whole page. */
    private static final int PAGE_CHARACTERS = 130;

    @Override
    public byte[] render(SourceDocument source) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            var properties = workbook.getProperties().getCoreProperties();
            properties.setTitle(source.title());
            properties.setCreator("Recital samples");
            properties.setCreated(Optional.of(Date.from(source.madeAt())));
            properties.setModified(Optional.of(Date.from(source.madeAt())));
            for (Block block : source.blocks()) {
                if (block instanceof Block.Heading heading && heading.level() == 1) {
                    open(workbook, heading.plain(), source);
                } else if (workbook.getNumberOfSheets() == 0) {
                    throw new SampleException(
                            SampleException.Category.SOURCE,
                            source.name() + ": a workbook starts with a \"## \" heading, which names its first sheet");
                } else {
                    add(block, workbook.getSheetAt(workbook.getNumberOfSheets() - 1));
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return StableZip.repack(bytes.toByteArray());
        }
    }

    private static void open(XSSFWorkbook workbook, String name, SourceDocument source) {
        XSSFSheet sheet = workbook.createSheet(name);
        sheet.getHeader().setLeft(source.header().get(0));
        sheet.getHeader().setRight(source.header().get(1));
        sheet.getFooter().setLeft(numbered(source.footer().get(0)));
        sheet.getFooter().setRight(numbered(source.footer().get(1)));
        sheet.getPrintSetup().setLandscape(true);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
    }

    private static String numbered(String words) {
        return words.replace("{page}", "&P").replace("{pages}", "&N");
    }

    private static void add(Block block, XSSFSheet sheet) {
        if (block instanceof Block.Table table) {
            table(table, sheet);
        } else {
            boolean heading = block instanceof Block.Title || block instanceof Block.Heading;
            Cell cell = nextRow(sheet).createCell(0);
            cell.setCellValue(block.plain());
            if (heading) {
                cell.setCellStyle(style(sheet.getWorkbook(), true, ""));
            }
        }
    }

    private static void table(Block.Table table, XSSFSheet sheet) {
        XSSFWorkbook workbook = sheet.getWorkbook();
        CellStyle headerStyle = bordered(style(workbook, true, ""));
        headerStyle.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        headerStyle.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        headerStyle.setWrapText(true);
        nextRow(sheet);
        XSSFRow header = nextRow(sheet);
        header.setHeightInPoints(32);
        for (int column = 0; column < table.header().size(); column++) {
            Cell cell = header.createCell(column);
            cell.setCellValue(Run.plain(table.header().get(column)));
            cell.setCellStyle(headerStyle);
            int width = (int) Math.round(table.share(column) * PAGE_CHARACTERS * 256);
            sheet.setColumnWidth(column, Math.max(sheet.getColumnWidth(column), width));
        }
        sheet.setRepeatingRows(new CellRangeAddress(header.getRowNum(), header.getRowNum(), -1, -1));
        for (List<String> row : table.rows()) {
            XSSFRow target = nextRow(sheet);
            for (int column = 0; column < row.size(); column++) {
                fill(
                        target.createCell(column),
                        Run.plain(row.get(column)),
                        table.rightAligned().get(column));
            }
        }
        nextRow(sheet);
    }

    private static void fill(Cell cell, String value, boolean right) {
        String number = value.replaceAll("[$,%]", "");
        String format = "";
        if (DOLLARS.matcher(value).matches()) {
            format = "\"$\"#,##0.00";
            cell.setCellValue(Double.parseDouble(number));
        } else if (COUNT.matcher(value).matches()) {
            format = "#,##0";
            cell.setCellValue(Double.parseDouble(number));
        } else if (PERCENT.matcher(value).matches()) {
            format = "0.0%";
            cell.setCellValue(Double.parseDouble(number) / 100);
        } else {
            cell.setCellValue(value);
        }
        CellStyle style = bordered(style(cell.getSheet().getWorkbook(), false, format));
        style.setWrapText(true);
        style.setAlignment(right ? HorizontalAlignment.RIGHT : HorizontalAlignment.LEFT);
        cell.setCellStyle(style);
    }

    private static CellStyle style(org.apache.poi.ss.usermodel.Workbook workbook, boolean bold, String format) {
        CellStyle style = workbook.createCellStyle();
        Font font = workbook.createFont();
        font.setBold(bold);
        style.setFont(font);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        if (!format.isEmpty()) {
            style.setDataFormat(workbook.createDataFormat().getFormat(format));
        }
        return style;
    }

    private static CellStyle bordered(CellStyle style) {
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        return style;
    }

    private static XSSFRow nextRow(XSSFSheet sheet) {
        return sheet.createRow(sheet.getPhysicalNumberOfRows());
    }
}
