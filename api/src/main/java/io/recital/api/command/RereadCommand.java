package io.recital.api.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads documents again with the extractors of today and shows the difference; adopts it when told to. */
@Command(
        name = "reread",
        mixinStandardHelpOptions = true,
        description = {
            "Read documents again with the extractors of today, and show what their readings change.",
            "Nothing that is served changes without --adopt; what people accepted or corrected stays in any case."
        },
        footer = {"", "Example: recital reread --all", "Then:    recital reread --all --adopt"})
public final class RereadCommand implements Runnable {
    private static final String DOCUMENTS = "/api/v1/documents/";

    @Mixin
    private DataDirOption dataDir;

    @Parameters(paramLabel = "DOCUMENT", description = "Ids of document versions, as citations give them.")
    private List<UUID> documents = List.of();

    @Option(names = "--all", description = "The current version of every contract.")
    private boolean all;

    @Option(names = "--adopt", description = "Serve the new readings from now on.")
    private boolean adopt;

    @Option(names = "--json", description = "Print one JSON document: an array with a comparison for each document.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        if (all != documents.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Name documents, or give --all");
        }
        try (Service service = Service.connect(dataDir.path())) {
            List<JsonNode> readings = new ArrayList<>();
            List<String> failures = new ArrayList<>();
            for (UUID document : wanted(service.client())) {
                read(service.client(), document, readings, failures);
            }
            report(readings);
            if (!failures.isEmpty()) {
                throw new CommandException(
                        failures.size() == 1
                                ? failures.get(0)
                                : failures.size() + " documents could not be read again; the first: "
                                        + failures.get(0));
            }
        }
    }

    private Set<UUID> wanted(ServiceClient client) {
        Set<UUID> wanted = new LinkedHashSet<>(documents);
        if (all) {
            new StoredContracts(client)
                    .list(null)
                    .forEach(contract ->
                            wanted.add(UUID.fromString(contract.path("document").asString())));
        }
        return wanted;
    }

    /** One document that fails does not stop the others when all are read. */
    private void read(ServiceClient client, UUID document, List<JsonNode> readings, List<String> failures) {
        String path = DOCUMENTS + document + "/readings";
        try {
            String file = client.get(DOCUMENTS + document).path("file").asString();
            JsonNode comparison = client.post(path, "");
            ObjectNode reading = JsonMapper.shared().createObjectNode();
            reading.put("document", document.toString());
            reading.put("file", file);
            reading.put("adopted", adopt && adopt(client, path, comparison));
            readings.add(reading.setAll((ObjectNode) comparison));
            spec.commandLine().getErr().println("Read " + file + " again");
        } catch (CommandException e) {
            failures.add(e.getMessage());
        }
    }

    private static boolean adopt(ServiceClient client, String path, JsonNode comparison) {
        String run = comparison.path("reading").path("id").asString();
        return client.post(path + "/" + run + "/adoption", "").path("current").asBoolean();
    }

    private void report(List<JsonNode> readings) {
        var out = spec.commandLine().getOut();
        if (json) {
            ArrayNode array = JsonMapper.shared().createArrayNode();
            readings.forEach(array::add);
            out.println(array.toPrettyString());
        } else {
            new ReadingPrinter(out).print(readings);
        }
        out.flush();
    }
}
