package io.recital.ingestion.document;

import java.util.List;
import java.util.regex.Pattern;

/** Tells which rows at the top of a table are its header when the format does not say so. */
final class TableHeaders {
    private static final int LONGEST_HEADER = 90;
    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");
    private static final Pattern VALUE =
            Pattern.compile("[\\s\\p{Sc}(+\\-]*\\p{Nd}[\\p{Nd}.,\\s]*[%)\\p{Sc}]*|\\p{Sc}.*|.*[_:]\\s*|☐.*|[-–—_]+");

    private TableHeaders() {}

    /** Number of header rows; 0 when the first row looks like all the others. */
    static int count(List<List<TableAssembly.Cell>> rows) {
        if (rows.size() < 2 || !couldBeHeader(rows.get(0)) || !differsFromTheRest(rows)) {
            return 0;
        }
        boolean grouped = rows.get(0).stream().anyMatch(cell -> cell.width() > 1);
        boolean second = grouped && rows.size() > 2 && couldBeHeader(rows.get(1)) && !anyDigit(rows.get(1));
        return second ? 2 : 1;
    }

    private static boolean couldBeHeader(List<TableAssembly.Cell> row) {
        long filled = row.stream().filter(cell -> !cell.text().isEmpty()).count();
        return filled >= 2
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
        boolean numbersBelow = !anyDigit(first) && rest.stream().anyMatch(TableHeaders::anyDigit);
        return first.size() >= 3 ? !anyDigit(first) || numbersBelow : numbersBelow && rest.size() >= 2;
    }

    private static boolean emphasised(List<TableAssembly.Cell> row) {
        return row.stream().filter(cell -> !cell.text().isEmpty()).allMatch(TableAssembly.Cell::emphasised);
    }

    private static boolean anyDigit(List<TableAssembly.Cell> row) {
        return row.stream().anyMatch(cell -> DIGIT.matcher(cell.text()).find());
    }
}
