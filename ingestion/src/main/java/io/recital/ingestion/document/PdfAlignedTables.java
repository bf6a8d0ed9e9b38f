package io.recital.ingestion.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds tables whose columns are kept apart by white space only. */
final class PdfAlignedTables {
    private static final Pattern MARKER = Pattern.compile(
            "[•●○▪■◦·§o*-]|\\(?[a-zA-Z0-9]{1,5}[).]|(?:\\p{Nd}{1,3}\\.)*\\p{Nd}{1,3}\\.?|(?i:section|article)\\s+[\\p{Nd}.]+");
    private static final Pattern SIGNATURE =
            Pattern.compile("_{3,}|/s/|^(?:By|Name|Title|Its|Date)\\s*:", Pattern.CASE_INSENSITIVE);
    private static final float TALL = 2.6f;

    private PdfAlignedTables() {}

    /** The line with a list marker joined to the words that it marks. */
    static PdfLine withoutMarkerGap(PdfLine line) {
        List<PdfLine.Segment> segments = line.segments();
        if (segments.size() != 2
                || !MARKER.matcher(segments.get(0).text().strip()).matches()) {
            return line;
        }
        return new PdfLine(line.page(), List.of(segments.get(0).join(segments.get(1))));
    }

    /** Index after the last line of the table that begins at {@code from}; {@code from} itself when none begins there. */
    static int endOfRun(List<PdfLine> lines, int from) {
        int end = from;
        for (int i = from; i < lines.size(); i++) {
            PdfLine line = lines.get(i);
            if (i > from && line.bottom() - lines.get(i - 1).bottom() > TALL * Math.max(8, line.size())) {
                break;
            }
            if (line.segments().size() >= 2) {
                end = i + 1;
            } else if (i == from || i - end >= 3 || !fitsInAColumn(line, lines.get(end - 1))) {
                break;
            }
        }
        return end;
    }

    private static boolean fitsInAColumn(PdfLine line, PdfLine row) {
        PdfLine.Segment only = line.segments().get(0);
        boolean wide = only.width() > 0.62f * (row.right() - row.x());
        boolean starts = row.segments().stream().anyMatch(cell -> Math.abs(cell.x() - only.x()) < 6);
        return !wide && starts && !LineShape.isHeading(only.text());
    }

    /** The table that the lines make; null when they make none. */
    static @Nullable PdfTable find(List<PdfLine> lines, int page) {
        List<PdfLine> split =
                lines.stream().filter(line -> line.segments().size() >= 2).toList();
        List<Float> borders = bordersOf(split);
        long signatures = lines.stream()
                .filter(line -> SIGNATURE.matcher(line.text()).find())
                .count();
        int columns = borders.size() + 1;
        boolean enough = split.size() >= 3 || (split.size() == 2 && columns >= 3);
        if (!enough || columns < 2 || isSpacedProse(split) || signatures * 3 >= lines.size()) {
            return null;
        }
        List<List<PdfTable.Cell>> rows = rowsOf(lines, borders);
        float left = (float) lines.stream().mapToDouble(PdfLine::x).min().orElse(0);
        float right = (float) lines.stream().mapToDouble(PdfLine::right).max().orElse(0);
        PdfTable table = new PdfTable(page, left, right, columns, rows);
        return rows.size() >= 2 && table.isTable() ? table : null;
    }

    /** Lines of prose that were stretched to the margin: long words on both sides, hardly any white between them. */
    private static boolean isSpacedProse(List<PdfLine> rows) {
        double filled = 0;
        double letters = 0;
        for (PdfLine row : rows) {
            double printed =
                    row.segments().stream().mapToDouble(PdfLine.Segment::width).sum();
            filled += printed / Math.max(1, row.right() - row.x());
            letters += (double) row.text().length() / row.segments().size();
        }
        return filled / rows.size() > 0.85 && letters / rows.size() > 18;
    }

    /** The middles of the white lanes that hardly any row crosses. */
    private static List<Float> bordersOf(List<PdfLine> rows) {
        int width = (int) rows.stream().mapToDouble(PdfLine::right).max().orElse(0) + 2;
        int[] crossed = new int[Math.max(1, Math.min(width, 20_000))];
        for (PdfLine row : rows) {
            for (PdfLine.Segment segment : row.segments()) {
                for (int x = Math.max(0, (int) segment.x()); x <= segment.right() && x < crossed.length; x++) {
                    crossed[x]++;
                }
            }
        }
        int tolerated = rows.size() / 8;
        List<Float> borders = new ArrayList<>();
        int first = (int) rows.stream().mapToDouble(PdfLine::x).min().orElse(0);
        int laneStart = -1;
        for (int x = first; x < crossed.length; x++) {
            boolean free = crossed[x] <= tolerated;
            if (free && laneStart < 0) {
                laneStart = x;
            } else if (!free && laneStart >= 0) {
                if (laneStart > first && x - laneStart >= 6) {
                    borders.add((laneStart + x) / 2f);
                }
                laneStart = -1;
            }
        }
        return borders;
    }

    private static List<List<PdfTable.Cell>> rowsOf(List<PdfLine> lines, List<Float> borders) {
        float closest = Float.MAX_VALUE;
        for (int i = 1; i < lines.size(); i++) {
            closest = Math.min(
                    closest,
                    Math.max(4, lines.get(i).bottom() - lines.get(i - 1).bottom()));
        }
        int apart = 0;
        for (int i = 1; i < lines.size(); i++) {
            apart += lines.get(i).bottom() - lines.get(i - 1).bottom() > 1.35f * closest ? 1 : 0;
        }
        boolean spaced = apart * 3 >= lines.size() - 1 && apart > 0;
        List<List<PdfTable.Cell>> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            PdfLine line = lines.get(i);
            float distance =
                    i == 0 ? Float.MAX_VALUE : line.bottom() - lines.get(i - 1).bottom();
            boolean firstColumn = columnOf(borders, line.segments().get(0).x() + 1) == 0;
            boolean wrapped = line.segments().size() == 1 || !firstColumn;
            boolean goesOn = i > 0 && distance <= 1.35f * closest && (spaced || wrapped);
            if (!goesOn) {
                rows.add(emptyRow(borders.size() + 1));
            }
            line.segments().forEach(segment -> place(rows.get(rows.size() - 1), borders, segment));
        }
        return rows.stream().map(PdfAlignedTables::merged).toList();
    }

    private static List<PdfTable.Cell> emptyRow(int columns) {
        List<PdfTable.Cell> row = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            row.add(new PdfTable.Cell(i, 1, false, new ArrayList<>()));
        }
        return row;
    }

    private static void place(List<PdfTable.Cell> row, List<Float> borders, PdfLine.Segment segment) {
        int column = columnOf(borders, segment.x() + 1);
        int last = columnOf(borders, segment.right() - 1);
        PdfTable.Cell cell = row.get(column);
        cell.pieces().add(segment);
        if (last > column && cell.width() == 1) {
            row.set(column, new PdfTable.Cell(column, last - column + 1, false, cell.pieces()));
        }
    }

    /** Leaves out the empty cells that a wide cell covers. */
    private static List<PdfTable.Cell> merged(List<PdfTable.Cell> row) {
        List<PdfTable.Cell> kept = new ArrayList<>();
        int covered = 0;
        for (PdfTable.Cell cell : row) {
            boolean hidden = cell.column() < covered && cell.pieces().isEmpty();
            if (!hidden) {
                kept.add(cell);
            }
            covered = Math.max(covered, cell.column() + cell.width());
        }
        return kept;
    }

    private static int columnOf(List<Float> borders, float x) {
        int column = 0;
        while (column < borders.size() && borders.get(column) <= x) {
            column++;
        }
        return column;
    }
}
