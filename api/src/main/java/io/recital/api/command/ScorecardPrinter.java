package io.recital.api.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Prints a scorecard for people: the totals, and the first lines of each part with where they stand. */
final class ScorecardPrinter {
    private static final int LINES = 5;
    private static final int WIDTH = 88;

    private final PrintWriter out;

    ScorecardPrinter(PrintWriter out) {
        this.out = out;
    }

    void print(JsonNode scorecard) {
        String title =
                "Scorecard: " + scorecard.path("counterparty").path("name").asString() + ", as of "
                        + scorecard.path("asOf").asString();
        out.println(title);
        out.println("─".repeat(title.length()));
        contracts(scorecard);
        values(scorecard);
        obligations(scorecard);
        findings("Performance measures", scorecard.path("measures"), "finding");
        findings("Milestones", scorecard.path("milestones"), "");
        findings("Commercial levers", scorecard.path("levers"), "");
        out.println(scorecard.path("provisional").asInt() + " findings are provisional: nobody has reviewed them yet.");
    }

    /** The totals alone, on one line. */
    void printTotals(JsonNode scorecard) {
        out.println("Scorecard: " + scorecard.path("counterparty").path("name").asString() + " — "
                + count(scorecard, "contracts") + ", " + count(scorecard, "obligations") + ", "
                + count(scorecard, "measures") + ", " + count(scorecard, "milestones") + ", "
                + count(scorecard, "levers"));
    }

    private static String count(JsonNode scorecard, String part) {
        return scorecard.path(part).size() + " " + part;
    }

    private void contracts(JsonNode scorecard) {
        out.println("Contracts");
        for (JsonNode term : scorecard.path("contracts")) {
            String end = term.path("expiration").isNull()
                    ? ""
                    : "  ends " + term.path("expiration").asString();
            String notice = term.path("noticeDate").isNull()
                    ? ""
                    : "  last day for a notice " + term.path("noticeDate").asString();
            out.println("  " + term.path("title").asString() + end + notice);
        }
    }

    private void values(JsonNode scorecard) {
        for (JsonNode value : scorecard.path("values")) {
            JsonNode amount = value.path("amount");
            out.println("Value (" + value.path("basis").asString() + ")  "
                    + amount.path("currency").asString() + " "
                    + amount.path("amount").asString());
        }
    }

    private void obligations(JsonNode scorecard) {
        List<String> counts = new ArrayList<>();
        scorecard
                .path("obligationsByStatus")
                .properties()
                .forEach(entry -> counts.add(entry.getValue().asInt() + " " + entry.getKey()));
        out.println("Obligations  " + String.join(", ", counts));
        int shown = 0;
        for (JsonNode line : scorecard.path("obligations")) {
            if (shown++ == LINES) {
                break;
            }
            String due = line.path("nextDue").isNull()
                    ? line.path("status").asString()
                    : line.path("nextDue").asString();
            out.println("  " + due + "  " + line(line.path("finding")));
        }
    }

    private void findings(String name, JsonNode lines, String field) {
        if (lines.isEmpty()) {
            return;
        }
        out.println(name + "  " + lines.size());
        int shown = 0;
        for (JsonNode line : lines) {
            if (shown++ == LINES) {
                break;
            }
            out.println("  " + line(field.isEmpty() ? line : line.path(field)) + standing(line));
        }
    }

    /** How a measure stood last, and how often it was missed. */
    private static String standing(JsonNode line) {
        if (!line.has("judged")) {
            return "";
        }
        if (line.path("to").isNull()) {
            return "  not measured";
        }
        return "  " + line.path("state").asString().toLowerCase(Locale.ROOT).replace('_', ' ') + " to "
                + line.path("to").asString() + ", missed "
                + line.path("missed").asInt() + " of "
                + line.path("judged").asInt();
    }

    private static String line(JsonNode finding) {
        String summary =
                finding.path("summary").asString().replaceAll("\\s+", " ").strip();
        JsonNode citation = finding.path("citations").path(0);
        String place = " [" + citation.path("file").asString() + " "
                + citation.path("path").asString() + "]";
        return (summary.length() > WIDTH ? summary.substring(0, WIDTH - 1) + "…" : summary) + place;
    }
}
