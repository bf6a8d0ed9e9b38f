package io.recital.api.command;

import java.io.PrintWriter;
import tools.jackson.databind.JsonNode;

/** Prints a comparison for people: each line with how many others it rests on and where it stands. */
final class ComparisonPrinter {
    private final PrintWriter out;

    ComparisonPrinter(PrintWriter out) {
        this.out = out;
    }

    void print(JsonNode comparison) {
        out.println(comparison.path("title").asString() + "  ["
                + comparison.path("contract").asString() + "]");
        out.println("  " + comparison.path("explanation").asString());
        for (JsonNode missing : comparison.path("missing")) {
            line("missing", missing, missing.path("typical").path(0), "for example ");
        }
        for (JsonNode unusual : comparison.path("outOfLine")) {
            line("out of line", unusual, unusual.path("finding"), "");
        }
        for (JsonNode rare : comparison.path("rare")) {
            line("rare", rare, rare.path("finding"), "");
        }
        int told = comparison.path("missing").size()
                + comparison.path("outOfLine").size()
                + comparison.path("rare").size();
        boolean compared = comparison.path("basis").asString().matches("same-type|all-agreements");
        if (told == 0 && compared) {
            out.println("  Nothing is missing or unusual.");
        }
        out.println();
    }

    private void line(String what, JsonNode line, JsonNode finding, String introduction) {
        JsonNode citation = finding.path("citations").path(0);
        String type = line.path("type").asString();
        out.printf(
                "  %-12s %s: %s%n",
                what,
                line.path("kind").asString().equals("label") ? type : type.replace('-', ' '),
                line.path("summary").asString());
        out.println("               " + introduction + citation.path("file").asString() + " "
                + citation.path("path").asString() + " “"
                + shortened(citation.path("quote").asString()) + "”");
    }

    private static String shortened(String quote) {
        String words = quote.replaceAll("\\s+", " ").strip();
        return words.length() <= 100 ? words : words.substring(0, 99) + "…";
    }
}
