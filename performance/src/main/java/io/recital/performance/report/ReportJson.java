package io.recital.performance.report;

import io.recital.models.report.Report;
import io.recital.models.report.Report.Section;
import io.recital.models.report.ReportCell;
import java.util.List;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A report as one JSON document: an object a row, money as {@code {"amount": …, "currency": …}}. */
final class ReportJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private ReportJson() {}

    static String write(Report report) {
        ObjectNode root = JSON.createObjectNode();
        root.put("report", report.name());
        root.put("title", report.title());
        root.put("asOf", report.asOf().toString());
        ArrayNode sections = root.putArray("sections");
        for (Section section : report.sections()) {
            ObjectNode node = sections.addObject();
            node.put("title", section.title());
            ArrayNode columns = node.putArray("columns");
            section.columns().forEach(columns::add);
            ArrayNode rows = node.putArray("rows");
            section.rows().forEach(row -> rows.add(row(section.columns(), row)));
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static ObjectNode row(List<String> columns, List<ReportCell> cells) {
        ObjectNode row = JSON.createObjectNode();
        for (int i = 0; i < cells.size(); i++) {
            put(row, columns.get(i), cells.get(i));
        }
        return row;
    }

    private static void put(ObjectNode row, String column, ReportCell cell) {
        if (cell instanceof ReportCell.Figure figure) {
            row.put(column, figure.value());
        } else if (cell instanceof ReportCell.Sum sum) {
            row.putObject(column)
                    .put("amount", sum.value().getAmount())
                    .put("currency", sum.value().getCurrencyUnit().getCode());
        } else if (cell.equals(ReportCell.EMPTY)) {
            row.putNull(column);
        } else {
            row.put(column, cell.display());
        }
    }
}
