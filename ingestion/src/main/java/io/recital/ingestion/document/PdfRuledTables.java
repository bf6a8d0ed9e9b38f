package io.recital.ingestion.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds tables that are drawn with lines. */
final class PdfRuledTables {
    private static final float NEAR = 3f;

    /** A grid of lines: the places of its column and row borders, and the lines themselves. */
    private record Grid(List<Float> xs, List<Float> ys, List<PdfRuling> rulings) {
        boolean holds(PdfLine.Segment segment) {
            float x = (segment.x() + segment.right()) / 2;
            float y = (segment.top() + segment.bottom()) / 2;
            return x > xs.get(0) && x < xs.get(xs.size() - 1) && y > ys.get(0) && y < ys.get(ys.size() - 1);
        }

        boolean isBorderAt(float x, int row) {
            float y = (ys.get(row) + ys.get(row + 1)) / 2;
            return rulings.stream()
                    .anyMatch(ruling -> !ruling.isHorizontal()
                            && Math.abs(ruling.x1() - x) <= NEAR
                            && ruling.y1() <= y
                            && ruling.y2() >= y);
        }

        boolean isOpenAbove(int row, float x1, float x2) {
            float y = ys.get(row);
            float x = (x1 + x2) / 2;
            return row > 0
                    && rulings.stream()
                            .noneMatch(ruling -> ruling.isHorizontal()
                                    && Math.abs(ruling.y1() - y) <= NEAR
                                    && ruling.x1() <= x
                                    && ruling.x2() >= x);
        }
    }

    private final List<Grid> grids = new ArrayList<>();

    PdfRuledTables(List<PdfRuling> rulings) {
        List<PdfRuling> rest = new ArrayList<>(rulings);
        while (!rest.isEmpty()) {
            Grid grid = gridOf(takeConnected(rest));
            if (grid != null) {
                grids.add(grid);
            }
        }
    }

    private static List<PdfRuling> takeConnected(List<PdfRuling> rest) {
        List<PdfRuling> connected = new ArrayList<>();
        connected.add(rest.remove(rest.size() - 1));
        for (int i = 0; i < connected.size(); i++) {
            PdfRuling one = connected.get(i);
            for (int j = rest.size() - 1; j >= 0; j--) {
                if (touch(one, rest.get(j))) {
                    connected.add(rest.remove(j));
                }
            }
        }
        return connected;
    }

    private static boolean touch(PdfRuling a, PdfRuling b) {
        return a.x1() <= b.x2() + NEAR && b.x1() <= a.x2() + NEAR && a.y1() <= b.y2() + NEAR && b.y1() <= a.y2() + NEAR;
    }

    private static @Nullable Grid gridOf(List<PdfRuling> rulings) {
        List<Float> xs = new ArrayList<>();
        List<Float> ys = new ArrayList<>();
        for (PdfRuling ruling : rulings) {
            if (ruling.isHorizontal()) {
                ys.add(ruling.y1());
            } else {
                xs.add(ruling.x1());
            }
        }
        List<Float> columns = clustered(xs);
        List<Float> rows = clustered(ys);
        return columns.size() >= 3 && rows.size() >= 3 ? new Grid(columns, rows, rulings) : null;
    }

    private static List<Float> clustered(List<Float> values) {
        List<Float> sorted = new ArrayList<>(values);
        sorted.sort(null);
        List<Float> kept = new ArrayList<>();
        for (float value : sorted) {
            if (kept.isEmpty() || value - kept.get(kept.size() - 1) > NEAR) {
                kept.add(value);
            }
        }
        return kept;
    }

    /** Number of the table in which the line stands; -1 when it stands in none. */
    int indexOf(PdfLine line) {
        for (int i = 0; i < grids.size(); i++) {
            if (line.segments().stream().allMatch(grids.get(i)::holds)) {
                return i;
            }
        }
        return -1;
    }

    PdfTable table(int index, List<PdfLine> lines, int page) {
        Grid grid = grids.get(index);
        List<List<PdfTable.Cell>> rows = new ArrayList<>();
        for (int row = 0; row + 1 < grid.ys().size(); row++) {
            rows.add(emptyRow(grid, row));
        }
        for (PdfLine line : lines) {
            for (PdfLine.Segment segment : line.segments()) {
                place(grid, rows, segment);
            }
        }
        return new PdfTable(
                page,
                grid.xs().get(0),
                grid.xs().get(grid.xs().size() - 1),
                grid.xs().size() - 1,
                rows);
    }

    private static List<PdfTable.Cell> emptyRow(Grid grid, int row) {
        List<PdfTable.Cell> cells = new ArrayList<>();
        int from = 0;
        int last = grid.xs().size() - 1;
        for (int i = 1; i <= last; i++) {
            if (i == last || grid.isBorderAt(grid.xs().get(i), row)) {
                boolean open =
                        grid.isOpenAbove(row, grid.xs().get(from), grid.xs().get(i));
                cells.add(new PdfTable.Cell(from, i - from, open, new ArrayList<>()));
                from = i;
            }
        }
        return cells;
    }

    private static void place(Grid grid, List<List<PdfTable.Cell>> rows, PdfLine.Segment segment) {
        int row = indexBelow(grid.ys(), (segment.top() + segment.bottom()) / 2);
        int column = indexBelow(grid.xs(), (segment.x() + segment.right()) / 2);
        PdfTable.Cell cell = cellAt(rows.get(row), column);
        while (cell.continues() && row > 0) {
            row--;
            cell = cellAt(rows.get(row), column);
        }
        cell.pieces().add(segment);
    }

    private static PdfTable.Cell cellAt(List<PdfTable.Cell> row, int column) {
        return row.stream()
                .filter(cell -> cell.column() <= column && column < cell.column() + cell.width())
                .findFirst()
                .orElseThrow();
    }

    private static int indexBelow(List<Float> borders, float value) {
        int index = 0;
        while (index + 2 < borders.size() && borders.get(index + 1) <= value) {
            index++;
        }
        return index;
    }
}
