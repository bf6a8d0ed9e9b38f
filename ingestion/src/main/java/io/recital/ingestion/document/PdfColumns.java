package io.recital.ingestion.document;

import java.util.ArrayList;
import java.util.List;

/** Puts prose that is set in two columns into reading order: the left column first. */
final class PdfColumns {
    private static final int FEWEST = 8;

    private PdfColumns() {}

    /** The lines in reading order; unchanged unless two columns of prose stand side by side. */
    static List<PdfLine> inReadingOrder(List<PdfLine> lines) {
        List<PdfLine> ordered = new ArrayList<>();
        int i = 0;
        while (i < lines.size()) {
            int end = i;
            while (end < lines.size() && lines.get(end).segments().size() == 2) {
                end++;
            }
            if (isColumns(lines.subList(i, end))) {
                addColumns(lines.subList(i, end), ordered);
                i = end;
            } else {
                ordered.addAll(lines.subList(i, Math.max(end, i + 1)));
                i = Math.max(end, i + 1);
            }
        }
        return ordered;
    }

    /** Long lines on both sides, drawn one column after the other. */
    private static boolean isColumns(List<PdfLine> lines) {
        if (lines.size() < FEWEST) {
            return false;
        }
        int columnFirst = 0;
        int wordy = 0;
        for (int i = 0; i + 1 < lines.size(); i++) {
            PdfLine.Segment left = lines.get(i).segments().get(0);
            PdfLine.Segment right = lines.get(i).segments().get(1);
            columnFirst += lines.get(i + 1).segments().get(0).order() < right.order() ? 1 : 0;
            wordy += left.text().length() > 25 && right.text().length() > 25 ? 1 : 0;
        }
        int pairs = lines.size() - 1;
        return columnFirst * 10 >= pairs * 9 && wordy * 3 >= pairs * 2;
    }

    private static void addColumns(List<PdfLine> lines, List<PdfLine> ordered) {
        for (int side = 0; side < 2; side++) {
            for (PdfLine line : lines) {
                ordered.add(new PdfLine(line.page(), List.of(line.segments().get(side))));
            }
        }
    }
}
