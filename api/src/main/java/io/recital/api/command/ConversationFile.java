package io.recital.api.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A conversation kept as a JSON list of questions with the citations of their answers, in the form that the API takes. */
final class ConversationFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_TURNS = 20;

    private final Path file;

    ConversationFile(Path file) {
        this.file = file;
    }

    /** What was asked so far, the latest questions only; empty when the file is not there yet. */
    ArrayNode read() {
        if (!Files.exists(file)) {
            return JSON.createArrayNode();
        }
        try {
            JsonNode turns = JSON.readTree(Files.readAllBytes(file));
            if (!turns.isArray()) {
                throw notOne(null);
            }
            ArrayNode latest = JSON.createArrayNode();
            for (int i = Math.max(0, turns.size() - MOST_TURNS); i < turns.size(); i++) {
                latest.add(turns.get(i));
            }
            return latest;
        } catch (JacksonException e) {
            throw notOne(e);
        } catch (IOException e) {
            throw new CommandException("Cannot read " + file + ": check that it is a file that you may read", e);
        }
    }

    /** Notes one more question and where its answer stood. */
    void append(String question, JsonNode answer) {
        ArrayNode turns = read();
        ObjectNode turn = turns.addObject().put("question", question);
        turn.set(
                "citations", answer.path("abstained").asBoolean() ? answer.path("passages") : answer.path("citations"));
        try {
            Files.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(turns));
        } catch (IOException e) {
            throw new CommandException("Cannot write " + file + ": check that you may write there", e);
        }
    }

    private CommandException notOne(@Nullable Throwable cause) {
        String message =
                file + " holds no conversation: name a file that 'recital ask --conversation' made, or a new one";
        return cause == null ? new CommandException(message) : new CommandException(message, cause);
    }
}
