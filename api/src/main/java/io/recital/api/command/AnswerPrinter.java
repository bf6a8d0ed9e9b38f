package io.recital.api.command;

import java.io.PrintWriter;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Prints an answer for people. */
final class AnswerPrinter {
    private static final int WIDTH = 100;
    private static final int MOST_CITATIONS = 8;

    private final PrintWriter out;

    AnswerPrinter(PrintWriter out) {
        this.out = out;
    }

    void print(JsonNode answer) {
        if (answer.path("abstained").asBoolean()) {
            wrap(answer.path("answer").asString(), "  ");
            wrap(answer.path("reason").asString(), "  ");
            out.println(answer.path("passages").isEmpty() ? "" : "  Nearest passages:");
            citations(answer.path("passages"));
        } else {
            answer.path("sentences").forEach(this::sentence);
            citations(answer.path("citations"));
        }
        answer.path("notes").forEach(note -> wrap("note: " + note.asString(), "  "));
    }

    /** With the numbers of the citations that it rests on. */
    private void sentence(JsonNode sentence) {
        String numbers = StreamSupport.stream(sentence.path("citations").spliterator(), false)
                .map(index -> "[" + (index.asInt() + 1) + "]")
                .collect(Collectors.joining());
        wrap(sentence.path("text").asString().replace('\n', ' ') + " " + numbers, "  ");
        for (JsonNode derivation : sentence.path("derivations")) {
            wrap("= " + derived(derivation), "      ");
        }
    }

    private static String derived(JsonNode derivation) {
        String inputs = StreamSupport.stream(derivation.path("inputs").spliterator(), false)
                .map(input -> input.path("value").asString() + " ("
                        + input.path("what").asString() + ")")
                .collect(Collectors.joining(", "));
        return derivation.path("result").asString() + ": "
                + derivation.path("operation").asString().replace('-', ' ') + " of " + inputs;
    }

    private void citations(JsonNode citations) {
        for (int i = 0; i < citations.size(); i++) {
            if (i == MOST_CITATIONS) {
                out.println("  … and " + (citations.size() - MOST_CITATIONS) + " more citations; --json shows all");
                return;
            }
            citation(citations.get(i), i + 1);
        }
    }

    private void citation(JsonNode citation, int number) {
        String page = citation.path("page").isNull()
                ? ""
                : ", page " + citation.path("page").asInt();
        String path = citation.path("path").asString();
        out.println("  [" + number + "] " + citation.path("file").asString() + page
                + (path.isEmpty() ? "" : ", " + path) + ", characters "
                + citation.path("start").asInt() + "–" + citation.path("end").asInt());
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
