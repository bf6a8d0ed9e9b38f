package io.recital.samples;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Draws ruled tables; the header row comes again on every page that a table goes on to. Lengths are points. */
final class PdfTables {
    private static final double PADDING = 5;
    private static final double LINE = 1.27;

    private final PdfPages pages;
    private final double size;

    PdfTables(PdfPages pages) {
        this.pages = pages;
        this.size = pages.style().cell();
    }

    void table(Block.Table table) throws IOException {
        List<String> names =
                table.header().stream().map(cell -> "**" + cell + "**").toList();
        Row header = row(table, names);
        Row first = table.rows().isEmpty() ? header : row(table, table.rows().get(0));
        pages.down(pages.isFresh() ? 0 : 3);
        if (!pages.fits(header.height() + first.height() * 2)) {
            pages.newPage();
        }
        draw(header, true);
        for (List<String> cells : table.rows()) {
            Row row = row(table, cells);
            if (!pages.fits(row.height())) {
                pages.newPage();
                draw(header, true);
            }
            draw(row, false);
        }
        pages.down(pages.style().after() + 6);
    }

    private record Cell(List<PdfText.Line> lines, double width, boolean right) {}

    private record Row(List<Cell> cells, double height) {}

    private Row row(Block.Table table, List<String> texts) throws IOException {
        List<Cell> cells = new ArrayList<>();
        int most = 1;
        for (int column = 0; column < texts.size(); column++) {
            double width = table.share(column) * pages.width();
            List<PdfText.Line> lines = pages.text().wrap(texts.get(column), size, width - 2 * PADDING);
            cells.add(new Cell(lines, width, table.rightAligned().get(column)));
            most = Math.max(most, lines.size());
        }
        return new Row(cells, most * size * LINE + 2 * PADDING - 1);
    }

    private void draw(Row row, boolean header) throws IOException {
        if (header) {
            pages.shade(0, pages.width(), row.height());
        }
        pages.rule(0, 0, pages.width(), 0);
        double x = 0;
        for (Cell cell : row.cells()) {
            double drop = PADDING + size * 0.9;
            for (PdfText.Line line : cell.lines()) {
                double rest = cell.width() - 2 * PADDING - line.width(size);
                pages.line(line, x + PADDING + (cell.right() ? rest : 0), drop, size, 0);
                drop += size * LINE;
            }
            pages.rule(x, 0, x, row.height());
            x += cell.width();
        }
        pages.rule(x, 0, x, row.height());
        pages.rule(0, row.height(), pages.width(), row.height());
        pages.down(row.height());
    }
}
