package io.recital.api.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an import of facts came to, of all its requests together. */
final class FactsReport {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_LISTED = 20;

    private final List<JsonNode> answers;
    private final Map<String, String> skipped;

    private FactsReport(List<JsonNode> answers, Map<String, String> skipped) {
        this.answers = answers;
        this.skipped = skipped;
    }

    static FactsReport run(ServiceClient client, Uploads uploads, @Nullable String feed, @Nullable String mapping) {
        Map<String, String> fields = new HashMap<>();
        if (feed != null) {
            fields.put("feed", feed);
        }
        if (mapping != null) {
            fields.put("mapping", mapping);
        }
        List<JsonNode> answers = new ArrayList<>();
        for (List<Upload> batch : uploads.batches()) {
            answers.add(client.upload("/api/v1/facts", batch, fields));
        }
        return new FactsReport(answers, uploads.skipped());
    }

    boolean nothingTaken() {
        return counts().isEmpty();
    }

    /** New, corrected and known rows by kind. */
    private Map<String, int[]> counts() {
        Map<String, int[]> counts = new TreeMap<>();
        for (JsonNode answer : answers) {
            answer.path("counts").properties().forEach(entry -> {
                int[] sum = counts.computeIfAbsent(entry.getKey(), kind -> new int[3]);
                sum[0] += entry.getValue().path("added").asInt();
                sum[1] += entry.getValue().path("changed").asInt();
                sum[2] += entry.getValue().path("unchanged").asInt();
            });
        }
        return counts;
    }

    void print(PrintWriter out, boolean json) {
        if (json) {
            Map<String, Object> report = new LinkedHashMap<>();
            report.put("imports", answers);
            report.put("skipped", skipped);
            out.println(JSON.writeValueAsString(report));
        } else {
            table(out);
        }
        out.flush();
    }

    private void table(PrintWriter out) {
        counts().forEach((kind, sums) ->
                out.printf("  %-14s %,9d new %,9d corrected %,9d known%n", kind, sums[0], sums[1], sums[2]));
        for (JsonNode answer : answers) {
            answer.path("sheets").forEach(sheet -> printSheet(out, sheet));
            printRows(
                    out,
                    "refused",
                    "reason",
                    answer.path("refused"),
                    answer.path("refusedInAll").asInt());
            printRows(
                    out,
                    "note",
                    "text",
                    answer.path("warnings"),
                    answer.path("warningsInAll").asInt());
        }
        skipped.forEach((file, reason) -> out.println("  refused: " + file + " — " + reason));
        int vendors = answers.isEmpty()
                ? 0
                : answers.get(answers.size() - 1).path("vendorsToReview").asInt();
        if (vendors > 0) {
            out.println("  " + vendors + (vendors == 1 ? " vendor is" : " vendors are")
                    + " not surely a counterparty: recital facts vendors");
        }
    }

    /** Shows how a sheet was read, where its columns are not called as the fields are. */
    private static void printSheet(PrintWriter out, JsonNode sheet) {
        List<String> columns = new ArrayList<>();
        sheet.path("mapping").path("columns").properties().forEach(column -> {
            if (!column.getKey().equalsIgnoreCase(column.getValue().asString())) {
                columns.add(column.getKey() + " = " + column.getValue().asString());
            }
        });
        sheet.path("mapping")
                .path("constants")
                .properties()
                .forEach(constant -> columns.add(
                        constant.getKey() + " is always " + constant.getValue().asString()));
        List<String> ignored = new ArrayList<>();
        sheet.path("ignored").forEach(header -> ignored.add(header.asString()));
        if (!columns.isEmpty() || !ignored.isEmpty()) {
            columns.sort(null);
            out.println("  " + place(sheet) + " as " + sheet.path("kind").asString() + ": "
                    + String.join(", ", columns)
                    + (ignored.isEmpty() ? "" : "; not used: " + String.join(", ", ignored)));
        }
    }

    private static void printRows(PrintWriter out, String word, String text, JsonNode rows, int inAll) {
        int listed = 0;
        for (JsonNode row : rows) {
            if (listed++ == MOST_LISTED) {
                out.printf("  … %,d more; --json lists them%n", inAll - MOST_LISTED);
                return;
            }
            out.println("  " + word + ": " + place(row) + " — " + row.path(text).asString());
        }
    }

    private static String place(JsonNode row) {
        String sheet = row.path("sheet").asString("");
        int line = row.path("line").asInt(0);
        return row.path("file").asString()
                + (sheet.isEmpty() ? "" : ", sheet " + sheet)
                + (line == 0 ? "" : ", line " + line);
    }
}
