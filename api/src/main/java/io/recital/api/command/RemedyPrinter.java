package io.recital.api.command;

import java.io.PrintWriter;
import tools.jackson.databind.JsonNode;

/** Prints remedies, one a line, with what they rest on. */
final class RemedyPrinter {
    private RemedyPrinter() {}

    static void print(JsonNode remedies, boolean json, PrintWriter out) {
        if (json) {
            out.println(remedies);
        } else {
            remedies.forEach(remedy -> out.println(line(remedy)));
            if (remedies.isEmpty()) {
                out.println("No clause gives time to put something right, levels of escalation or such a right.");
            }
        }
        out.flush();
    }

    private static String line(JsonNode remedy) {
        StringBuilder line = new StringBuilder(text(remedy, "state"))
                .append("  ")
                .append(text(remedy, "counterparty"))
                .append("  ")
                .append(text(remedy, "stage"));
        add(line, ", ", text(remedy, "within"));
        add(line, " from ", text(remedy, "from"));
        add(line, ", until ", text(remedy, "until"));
        add(line, ": ", text(remedy, "who"));
        add(line, " — then ", text(remedy, "next"));
        add(line, "; about ", text(remedy, "about"));
        add(line, "; not decided: ", text(remedy, "notDecided"));
        JsonNode citation = remedy.path("rests").path("citations").path(0);
        return line.append("  [")
                .append(text(citation, "file"))
                .append(' ')
                .append(text(remedy, "clause"))
                .append(']')
                .toString();
    }

    private static void add(StringBuilder line, String before, String words) {
        if (!words.isEmpty()) {
            line.append(before).append(words);
        }
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
