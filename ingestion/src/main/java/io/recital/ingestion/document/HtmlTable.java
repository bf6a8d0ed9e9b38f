package io.recital.ingestion.document;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Reads an HTML table as rows, with merged cells and declared headers. */
final class HtmlTable {
    private static final int WIDEST = 1000;

    private HtmlTable() {}

    /** Whether the table holds data; one with a single column, or with other tables inside, only places things. */
    static boolean isData(Element table) {
        if (table.selectFirst("table table, td h1, td h2") != null
                && !table.select("td table").isEmpty()) {
            return false;
        }
        long rows =
                table.select("tr").stream().filter(row -> filledCells(row) > 1).count();
        return rows > 1 || (rows == 1 && table.select("th").size() > 1);
    }

    private static long filledCells(Element row) {
        return row.children().stream().filter(cell -> !cell.text().isBlank()).count();
    }

    static TableAssembly read(Element table) {
        TableAssembly rows = new TableAssembly();
        List<Integer> stillMerged = new ArrayList<>();
        List<Integer> mergedWidth = new ArrayList<>();
        for (Element row : table.select("tr")) {
            if (!HtmlBlocks.isHidden(row)) {
                rows.row(cells(row, stillMerged, mergedWidth), isHeader(row));
            }
        }
        return rows;
    }

    private static boolean isHeader(Element row) {
        Element parent = row.parent();
        boolean inHead = parent != null && parent.normalName().equals("thead");
        return inHead
                || (!row.children().isEmpty()
                        && row.children().stream()
                                .allMatch(cell -> cell.normalName().equals("th")));
    }

    private static List<TableAssembly.Cell> cells(Element row, List<Integer> stillMerged, List<Integer> mergedWidth) {
        List<TableAssembly.Cell> cells = new ArrayList<>();
        int column = takeMerged(cells, 0, stillMerged, mergedWidth);
        for (Element cell : row.children()) {
            boolean head = cell.normalName().equals("th");
            if ((!head && !cell.normalName().equals("td")) || HtmlBlocks.isHidden(cell)) {
                continue;
            }
            int width = number(cell.attr("colspan"));
            int height = number(cell.attr("rowspan"));
            cells.add(new TableAssembly.Cell(visible(cell), column, width, false, head || isBold(cell)));
            remember(column, width, height - 1, stillMerged, mergedWidth);
            column = takeMerged(cells, column + width, stillMerged, mergedWidth);
        }
        return cells;
    }

    private static int takeMerged(
            List<TableAssembly.Cell> cells, int from, List<Integer> stillMerged, List<Integer> mergedWidth) {
        int column = from;
        while (column < stillMerged.size() && stillMerged.get(column) > 0) {
            stillMerged.set(column, stillMerged.get(column) - 1);
            int width = mergedWidth.get(column);
            cells.add(new TableAssembly.Cell("", column, width, true, false));
            column += width;
        }
        return column;
    }

    private static void remember(
            int column, int width, int rows, List<Integer> stillMerged, List<Integer> mergedWidth) {
        while (stillMerged.size() <= column) {
            stillMerged.add(0);
            mergedWidth.add(1);
        }
        stillMerged.set(column, rows);
        mergedWidth.set(column, width);
    }

    private static int number(String attribute) {
        try {
            return Math.max(1, Math.min(WIDEST, Integer.parseInt(attribute.strip())));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private static boolean isBold(Element cell) {
        Element bold = cell.selectFirst("b, strong");
        return bold != null && bold.text().length() >= cell.text().length();
    }

    private static String visible(Element element) {
        StringBuilder words = new StringBuilder();
        collect(element, words);
        return words.toString();
    }

    private static void collect(Element element, StringBuilder words) {
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode text) {
                words.append(text.text());
            } else if (node instanceof Element child && !HtmlBlocks.isHidden(child)) {
                boolean apart = child.isBlock() || child.normalName().equals("br");
                words.append(apart ? " " : "");
                collect(child, words);
                words.append(apart ? " " : "");
            }
        }
    }
}
