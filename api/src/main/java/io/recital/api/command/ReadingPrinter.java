package io.recital.api.command;

import java.io.PrintWriter;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Prints what new readings change: a line for each document, and where there is one only, each difference. */
final class ReadingPrinter {
    private static final int WIDTH = 90;

    private final PrintWriter out;

    ReadingPrinter(PrintWriter out) {
        this.out = out;
    }

    void print(List<JsonNode> readings) {
        if (readings.isEmpty()) {
            out.println("Nothing was read again.");
            return;
        }
        if (readings.size() == 1) {
            differences(readings.get(0));
        }
        out.printf("%-44s %7s %7s %7s %9s  %s%n", "document", "added", "removed", "changed", "unchanged", "");
        readings.forEach(this::line);
        boolean adopted = readings.stream().anyMatch(ReadingPrinter::isServed);
        out.println();
        out.println(
                adopted
                        ? "What is marked as served is what answers, scorecards and comparisons rest on from now on."
                        : "Nothing that is served has changed; the same with --adopt serves these readings.");
    }

    private static boolean isServed(JsonNode reading) {
        return reading.path("adopted").asBoolean(false)
                || reading.path("reading").path("current").asBoolean(false);
    }

    private void line(JsonNode reading) {
        String file = reading.path("file").asString();
        out.printf(
                "%-44s %7d %7d %7d %9d  %s%n",
                file.length() > 44 ? file.substring(0, 43) + "…" : file,
                reading.path("added").size(),
                reading.path("removed").size(),
                reading.path("changed").size(),
                reading.path("unchanged").asInt(),
                isServed(reading) ? "served" : "");
    }

    private void differences(JsonNode reading) {
        reading.path("added").forEach(finding -> difference("+", finding));
        reading.path("removed").forEach(finding -> difference("-", finding));
        reading.path("changed").forEach(change -> {
            difference("<", change.path("before"));
            difference(">", change.path("after"));
        });
        out.println();
    }

    private void difference(String sign, JsonNode finding) {
        String summary =
                finding.path("summary").asString().replaceAll("\\s+", " ").strip();
        out.println(sign + " " + finding.path("kind").asString() + " "
                + (summary.length() > WIDTH ? summary.substring(0, WIDTH - 1) + "…" : summary) + " ["
                + finding.path("citations").path(0).path("path").asString() + "]");
    }
}
