package io.recital.samples;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The cell styles of a workbook, each made once, and the number format that fits a written number. */
final class XlsxStyles {
    /** A code such as 20481 and a year are text: a count of more than three digits has its commas. */
    private static final Pattern NUMBER =
            Pattern.compile("([$£€]?)(\\d{1,3}(?:,\\d{3})+|\\d{1,3}|\\d+(?=\\.))(\\.\\d+)?(%?)");

    private final XSSFWorkbook workbook;
    private final Map<String, XSSFCellStyle> styles = new HashMap<>();

    XlsxStyles(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    XSSFCellStyle title() {
        return styles.computeIfAbsent("title", key -> plain(14, true));
    }

    XSSFCellStyle heading() {
        return styles.computeIfAbsent("heading", key -> plain(11, true));
    }

    XSSFCellStyle text() {
        return styles.computeIfAbsent("text", key -> {
            XSSFCellStyle style = plain(10, false);
            style.setWrapText(true);
            return style;
        });
    }

    XSSFCellStyle columnName(boolean right) {
        return styles.computeIfAbsent("name " + right, key -> {
            XSSFCellStyle style = bordered(plain(10, true), right);
            style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            return style;
        });
    }

    /** Writes a value, as a number that shows just as it is written where it is one. */
    void fill(XSSFCell cell, String value, boolean right) {
        Matcher number = NUMBER.matcher(value);
        String format = "";
        if (number.matches()) {
            format = format(number);
            BigDecimal digits = new BigDecimal(value.replaceAll("[$£€,%]", ""));
            boolean percent = !number.group(4).isEmpty();
            cell.setCellValue((percent ? digits.movePointLeft(2) : digits).doubleValue());
        } else {
            cell.setCellValue(value);
        }
        cell.setCellStyle(value(format, right));
    }

    private static String format(Matcher number) {
        String decimals =
                number.group(3) == null ? "" : "." + "0".repeat(number.group(3).length() - 1);
        String currency = number.group(1).isEmpty() ? "" : "\"" + number.group(1) + "\"";
        boolean grouped = !currency.isEmpty() || number.group(2).contains(",") || decimals.isEmpty();
        return currency + (grouped && number.group(4).isEmpty() ? "#,##0" : "0") + decimals + number.group(4);
    }

    private XSSFCellStyle value(String format, boolean right) {
        return styles.computeIfAbsent("value " + format + right, key -> {
            XSSFCellStyle style = bordered(plain(10, false), right);
            if (!format.isEmpty()) {
                style.setDataFormat(workbook.createDataFormat().getFormat(format));
            }
            return style;
        });
    }

    private XSSFCellStyle plain(int points, boolean bold) {
        XSSFCellStyle style = workbook.createCellStyle();
        XSSFFont font = workbook.createFont();
        font.setFontName("Calibri");
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        style.setFont(font);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }

    private static XSSFCellStyle bordered(XSSFCellStyle style, boolean right) {
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setIndention((short) 1);
        style.setAlignment(right ? HorizontalAlignment.RIGHT : HorizontalAlignment.LEFT);
        return style;
    }
}
