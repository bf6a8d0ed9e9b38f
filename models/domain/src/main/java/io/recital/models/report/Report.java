package io.recital.models.report;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;

/**
 * What one report says on a day.
 *
 * @param name by which it is asked for, such as {@code leakage}
 * @param sections at least one; each becomes a table, or a sheet of a workbook
 */
public record Report(String name, String title, LocalDate asOf, List<Section> sections) {
    /**
     * A table.
     *
     * @param columns in lower case, such as {@code recoverable until}; each once
     * @param rows each with a cell for every column
     * @param isDetail whether it only opens the figures of other sections; a terminal names it and does not show it
     */
    public record Section(String title, List<String> columns, List<List<ReportCell>> rows, boolean isDetail) {
        public Section(String title, List<String> columns, List<List<ReportCell>> rows) {
            this(title, columns, rows, false);
        }

        public Section {
            requireNonNull(title, "title");
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            int width = columns.size();
            if (width == 0 || columns.stream().distinct().count() != width) {
                throw new IllegalArgumentException("A section has columns of different names");
            }
            if (rows.stream().anyMatch(row -> row.size() != width)) {
                throw new IllegalArgumentException("A row has a cell for every column of “" + title + "”");
            }
        }
    }

    public Report {
        requireNonNull(name, "name");
        requireNonNull(title, "title");
        requireNonNull(asOf, "asOf");
        sections = List.copyOf(sections);
        if (sections.isEmpty()) {
            throw new IllegalArgumentException("A report has a section");
        }
    }
}
