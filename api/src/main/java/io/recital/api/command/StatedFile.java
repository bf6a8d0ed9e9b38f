package io.recital.api.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A file with what somebody states: one {@code {"quotes", "content"}} or an array of them, each for a contract. */
final class StatedFile {
    private StatedFile() {}

    /** One that is stated of a contract. */
    record Stated(String contract, ObjectNode body) {}

    /** @param contract id or title where the file does not say it */
    static List<Stated> read(Path file, @Nullable String contract, ServiceClient client) {
        JsonNode all = tree(file);
        List<Stated> stated = new ArrayList<>();
        for (JsonNode one : all.isArray() ? all : List.of(all)) {
            if (!(one instanceof ObjectNode body)) {
                throw new CommandException(file + " holds no {\"quotes\": […], \"content\": {…}}");
            }
            String named = body.path("contract").asString(contract == null ? "" : contract);
            if (named.isBlank()) {
                throw new CommandException(
                        "Say of which contract that is stated: --contract, or \"contract\" in " + file);
            }
            body.remove("contract");
            String id =
                    new StoredContracts(client).list(named).get(0).path("id").asString();
            stated.add(new Stated(id, body));
        }
        return stated;
    }

    private static JsonNode tree(Path file) {
        try {
            return JsonMapper.shared().readTree(Files.readString(file));
        } catch (JacksonException e) {
            throw new CommandException(file + " is not JSON: check its quotes and commas");
        } catch (IOException e) {
            throw new CommandException("Cannot read " + file + ": name a file that is there");
        }
    }
}
