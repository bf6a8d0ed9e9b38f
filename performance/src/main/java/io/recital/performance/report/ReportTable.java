package io.recital.performance.report;

import io.recital.models.report.Report;
import io.recital.models.report.Report.Section;
import io.recital.models.report.ReportCell;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A report as text with aligned columns. Columns of long texts are left out and named, since no terminal is so wide. */
final class ReportTable {
    /** Longest text that is shown as it is. */
    private static final int WIDEST = 64;
    /** A column of texts longer than this, on average, is for other formats. */
    private static final int TOO_WIDE = 90;

    /** What a row is about is always shown, cut where it is long. */
    private static final Set<String> ALWAYS = Set.of("what", "missing");

    private ReportTable() {}

    static String write(Report report) {
        StringBuilder out = new StringBuilder();
        out.append(report.title()).append(", as of ").append(report.asOf()).append('\n');
        for (Section section : report.sections()) {
            out.append('\n').append(section.title()).append('\n');
            if (section.rows().isEmpty()) {
                out.append("  none\n");
            } else if (section.isDetail()) {
                out.append("  (").append(section.rows().size()).append(" rows in csv, xlsx and json)\n");
            } else {
                section(section, out);
            }
        }
        return out.toString();
    }

    private static void section(Section section, StringBuilder out) {
        List<Integer> shown = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (int i = 0; i < section.columns().size(); i++) {
            if (meanLength(section, i) > TOO_WIDE
                    && !ALWAYS.contains(section.columns().get(i))) {
                left.add(section.columns().get(i));
            } else {
                shown.add(i);
            }
        }
        int[] widths = shown.stream().mapToInt(i -> width(section, i)).toArray();
        line(shown.stream().map(i -> section.columns().get(i)).toList(), shown, widths, section, out);
        for (List<ReportCell> row : section.rows()) {
            line(shown.stream().map(i -> cut(row.get(i).display())).toList(), shown, widths, section, out);
        }
        if (!left.isEmpty()) {
            out.append("  (in csv, xlsx and json also: ")
                    .append(String.join(", ", left))
                    .append(")\n");
        }
    }

    private static void line(
            List<String> cells, List<Integer> shown, int[] widths, Section section, StringBuilder out) {
        String line = IntStream.range(0, cells.size())
                .mapToObj(i -> padded(cells.get(i), widths[i], isFigures(section, shown.get(i))))
                .collect(Collectors.joining("  "));
        out.append("  ").append(line.stripTrailing()).append('\n');
    }

    private static String padded(String text, int width, boolean right) {
        String blanks = " ".repeat(Math.max(0, width - length(text)));
        return right ? blanks + text : text + blanks;
    }

    private static boolean isFigures(Section section, int column) {
        ReportCell cell = section.rows().get(0).get(column);
        return cell instanceof ReportCell.Figure || cell instanceof ReportCell.Sum;
    }

    private static int width(Section section, int column) {
        return IntStream.concat(
                        IntStream.of(length(section.columns().get(column))),
                        section.rows().stream()
                                .mapToInt(row -> length(cut(row.get(column).display()))))
                .max()
                .orElse(0);
    }

    private static double meanLength(Section section, int column) {
        return section.rows().stream()
                .mapToInt(row -> length(row.get(column).display()))
                .average()
                .orElse(0);
    }

    private static String cut(String text) {
        return length(text) <= WIDEST ? text : text.substring(0, text.offsetByCodePoints(0, WIDEST - 1)) + "…";
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
