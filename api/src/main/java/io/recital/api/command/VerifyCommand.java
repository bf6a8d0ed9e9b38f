package io.recital.api.command;

import io.recital.api.verify.AnswerCheck;
import io.recital.api.verify.Sources;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks an answer that somebody kept or passed on. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Check an answer (the JSON of 'ask --json') against the stored documents: each quote in its place, each number",
            "quoted or computed, each sum done again, and nothing changed since. Exit status 0 only when all of it holds."
        },
        footer = {"", "Example: recital ask \"…\" --json > answer.json && recital verify answer.json"})
public final class VerifyCommand implements Runnable {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @Mixin
    private DataDirOption dataDir;

    @Parameters(paramLabel = "FILE", description = "Holds the answer.")
    private Path file;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        JsonNode answer = read();
        List<String> faults;
        try (Service service = Service.connect(dataDir.path())) {
            faults = new AnswerCheck(new StoredSources(service.client())).faults(answer);
        }
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(JSON.writeValueAsString(Map.of("verified", faults.isEmpty(), "faults", faults)));
        } else if (faults.isEmpty()) {
            out.println("Verified: " + answer.path("sentences").size() + " sentences, "
                    + (answer.path("citations").size() + answer.path("passages").size()) + " quotes.");
        }
        out.flush();
        if (!faults.isEmpty()) {
            throw new CommandException("This is not an answer as it was given: " + String.join(" ", faults));
        }
    }

    private JsonNode read() {
        try {
            JsonNode answer = JSON.readTree(Files.readString(file));
            if (answer.isObject() && answer.has("sentences") && answer.has("sha256")) {
                return answer;
            }
        } catch (JacksonException e) {
            throw new CommandException(file + " is not JSON; give it what 'ask --json' printed", e);
        } catch (IOException e) {
            throw new CommandException(file + " cannot be read; name the file that holds the answer", e);
        }
        throw new CommandException(file + " holds no answer; give it what 'ask --json' printed");
    }

    /** The documents as the API gives them. */
    private record StoredSources(ServiceClient client) implements Sources {
        @Override
        public Optional<String> text(UUID document) {
            return client.findBytes("/api/v1/documents/" + document + "/text")
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
        }

        @Override
        public Optional<JsonNode> fact(String kind, String row) {
            String query = "?kind=" + URLEncoder.encode(kind, StandardCharsets.UTF_8) + "&id="
                    + URLEncoder.encode(row, StandardCharsets.UTF_8);
            return client.findBytes("/api/v1/facts/versions" + query).map(bytes -> {
                JsonNode versions = JSON.readTree(bytes);
                return versions.path(versions.size() - 1).path("fact");
            });
        }

        @Override
        public String title(UUID contract) {
            return client.findBytes("/api/v1/contracts/" + contract)
                    .map(bytes ->
                            JSON.readTree(bytes).path("contract").path("title").asString(""))
                    .orElse("");
        }
    }
}
