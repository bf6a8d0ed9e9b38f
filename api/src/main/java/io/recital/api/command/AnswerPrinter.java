package io.recital.api.command;

import java.io.PrintWriter;
import tools.jackson.databind.JsonNode;

/** Prints an answer for people. */
final class AnswerPrinter {
    private static final int WIDTH = 100;
    private static final int MOST_CITATIONS = 4;

    private final PrintWriter out;

    AnswerPrinter(PrintWriter out) {
        this.out = out;
    }

    void print(JsonNode answer) {
        answer.path("answer").asString().lines().forEach(line -> wrap(line, "  "));
        if (answer.path("abstained").asBoolean()) {
            wrap(answer.path("reason").asString(), "  ");
            out.println(answer.path("passages").isEmpty() ? "" : "  Nearest passages:");
            citations(answer.path("passages"));
        } else {
            citations(answer.path("citations"));
        }
        answer.path("notes").forEach(note -> out.println("  note: " + note.asString()));
    }

    private void citations(JsonNode citations) {
        int shown = 0;
        for (JsonNode citation : citations) {
            if (shown++ == MOST_CITATIONS) {
                out.println("  … and " + (citations.size() - MOST_CITATIONS) + " more citations; --json shows all");
                return;
            }
            citation(citation);
        }
    }

    private void citation(JsonNode citation) {
        String page = citation.path("page").isNull()
                ? ""
                : ", page " + citation.path("page").asInt();
        String path = citation.path("path").asString();
        out.println("  ▸ " + citation.path("file").asString() + page + (path.isEmpty() ? "" : ", " + path)
                + ", characters " + citation.path("start").asInt() + "–"
                + citation.path("end").asInt());
        wrap("“" + citation.path("quote").asString().replaceAll("\\s+", " ").strip() + "”", "      ");
    }

    private void wrap(String text, String indent) {
        StringBuilder line = new StringBuilder(indent);
        for (String word : text.strip().split(" ")) {
            if (line.length() + word.length() > WIDTH && line.length() > indent.length()) {
                out.println(line.toString().stripTrailing());
                line = new StringBuilder(indent);
            }
            line.append(word).append(' ');
        }
        out.println(line.toString().stripTrailing());
    }
}
