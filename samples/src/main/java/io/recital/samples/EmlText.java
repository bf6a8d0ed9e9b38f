package io.recital.samples;

import java.util.ArrayList;
import java.util.List;

/** A message's body as plain text: a line for each paragraph, as mail programs wrap it, and columns for tables. */
final class EmlText {
    private static final String GAP = "   ";

    private EmlText() {}

    static String of(SourceDocument source) {
        StringBuilder text = new StringBuilder();
        for (Block block : source.blocks()) {
            if (block instanceof Block.Table table) {
                text.append(columns(table));
            } else if (block instanceof Block.Paragraph paragraph) {
                text.append("  ".repeat(paragraph.indent()))
                        .append(block.plain())
                        .append('\n');
            } else {
                text.append(block.plain()).append('\n');
            }
            text.append('\n');
        }
        return text.toString().stripTrailing() + "\n";
    }

    private static String columns(Block.Table table) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(table.header());
        rows.addAll(table.rows());
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                int at = column;
                int width = rows.stream()
                        .mapToInt(cells -> Run.plain(cells.get(at)).length())
                        .max()
                        .orElse(0);
                String cell = Run.plain(row.get(column));
                String fill = " ".repeat(width - cell.length());
                boolean right = table.rightAligned().get(column);
                line.append(right ? fill + cell : cell + fill).append(GAP);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
