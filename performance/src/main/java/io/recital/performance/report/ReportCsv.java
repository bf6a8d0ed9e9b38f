package io.recital.performance.report;

import io.recital.models.report.Report;
import io.recital.models.report.Report.Section;
import io.recital.models.report.ReportCell;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A report as CSV: each section with its title in a line, its columns in the next, and an empty line after it. */
final class ReportCsv {
    /** Texts that a spreadsheet would take for a formula: what others wrote is never executed. */
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r]");

    private ReportCsv() {}

    static String write(Report report) {
        StringWriter out = new StringWriter();
        try (CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
            for (Section section : report.sections()) {
                FlatSection flat = FlatSection.of(section);
                csv.printRecord(section.title());
                csv.printRecord(flat.columns());
                for (List<ReportCell> row : flat.rows()) {
                    csv.printRecord(row.stream().map(ReportCsv::text).toList());
                }
                csv.println();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static String text(ReportCell cell) {
        String text = cell.display();
        return cell instanceof ReportCell.Text && FORMULA.matcher(text).find() ? "'" + text : text;
    }
}
