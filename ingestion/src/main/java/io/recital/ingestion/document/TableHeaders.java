package io.recital.ingestion.document;

import java.util.List;
import java.util.regex.Pattern;

/** Tells which rows at the top of a table are its header when the format does not say so. */
final class TableHeaders {
    private static final int LONGEST_HEADER = 90;
    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");
    private static final Pattern VALUE =
            Pattern.compile("[\\s\\p{Sc}(+\\-]*\\p{Nd}[\\p{Nd}.,\\s]*[%)\\p{Sc}]*|\\p{Sc}.*|.*_\\s*|☐.*|[-–—_]+");

    private TableHeaders() {}

    /** Number of rows down to the end of the header, a caption above it included; 0 when there is no header. */
    static int count(List<List<TableAssembly.Cell>> rows) {
        int caption = 0;
        while (caption < rows.size() && caption < 2 && isCaption(rows.get(caption))) {
            caption++;
        }
        int header = countFromTheTop(rows.subList(caption, rows.size()));
        return header == 0 ? 0 : caption + header;
    }

    /** A row with words in one cell only says what the table is about, and heads no column. */
    static boolean isCaption(List<TableAssembly.Cell> row) {
        return filled(row) <= 1;
    }

    /** Cells with words, their own or those of the merged cell that they belong to. */
    private static long filled(List<TableAssembly.Cell> row) {
        return row.stream()
                .filter(cell -> !cell.text().isEmpty() || cell.continues())
                .count();
    }

    private static int countFromTheTop(List<List<TableAssembly.Cell>> rows) {
        if (rows.size() < 2 || !couldBeHeader(rows.get(0)) || !differsFromTheRest(rows)) {
            return 0;
        }
        boolean grouped = rows.get(0).stream().anyMatch(cell -> cell.width() > 1);
        boolean second = grouped && rows.size() > 2 && couldBeHeader(rows.get(1)) && !anyDigit(rows.get(1));
        return second ? 2 : 1;
    }

    private static boolean couldBeHeader(List<TableAssembly.Cell> row) {
        long filled = filled(row);
        boolean form = !row.isEmpty() && row.get(0).text().endsWith(":");
        return filled >= 2
                && !form
                && filled * 2 > row.size()
                && row.stream()
                        .allMatch(cell -> cell.text().length() <= LONGEST_HEADER
                                && !VALUE.matcher(cell.text()).matches());
    }

    private static boolean differsFromTheRest(List<List<TableAssembly.Cell>> rows) {
        List<TableAssembly.Cell> first = rows.get(0);
        List<List<TableAssembly.Cell>> rest = rows.subList(1, rows.size());
        if (emphasised(first)) {
            return rest.stream().anyMatch(row -> !emphasised(row));
        }
        if (emphasised(rest.get(0))) {
            return false;
        }
        if (first.size() >= 3) {
            return cellsWithDigits(first) * 3 <= first.size();
        }
        return !anyDigit(first) && rest.size() >= 2 && rest.stream().anyMatch(TableHeaders::anyDigit);
    }

    private static boolean emphasised(List<TableAssembly.Cell> row) {
        return row.stream().filter(cell -> !cell.text().isEmpty()).allMatch(TableAssembly.Cell::emphasised);
    }

    private static boolean anyDigit(List<TableAssembly.Cell> row) {
        return cellsWithDigits(row) > 0;
    }

    private static long cellsWithDigits(List<TableAssembly.Cell> row) {
        return row.stream().filter(cell -> DIGIT.matcher(cell.text()).find()).count();
    }
}
