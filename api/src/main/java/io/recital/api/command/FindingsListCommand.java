package io.recital.api.command;

import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Lists what contracts say, with the ids by which people decide about it. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = {
            "List what was found and stated, with its id, where it stands and whether anybody accepted it; then what was",
            "stated of earlier versions of documents and has to be stated again, with the words that no longer stand there."
        })
public final class FindingsListCommand implements Runnable {
    @Mixin
    private DataDirOption dataDir;

    @Option(names = "--contract", paramLabel = "C", description = "Id or title of one contract (default all).")
    private @Nullable String contract;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "fact, obligation, milestone, measure, lever, check or label (default all).")
    private @Nullable String kind;

    @Option(
            names = "--json",
            description = "Print one JSON document: an array of the findings; what has to be stated again has 'lost'.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        try (Service service = Service.connect(dataDir.path())) {
            ArrayNode all = all(service.client());
            if (json) {
                out.println(all);
            } else if (all.isEmpty()) {
                out.println("Nothing of that kind is found.");
            } else {
                all.forEach(finding -> out.println(line(finding)));
            }
            out.flush();
        }
    }

    private ArrayNode all(ServiceClient client) {
        String named = (kind == null ? "" : "&kind=" + URLEncoder.encode(kind, StandardCharsets.UTF_8))
                + (contract == null
                        ? ""
                        : "&contract="
                                + new StoredContracts(client)
                                        .list(contract)
                                        .get(0)
                                        .path("id")
                                        .asString());
        ArrayNode all = JsonMapper.shared().createArrayNode();
        client.pages("/api/v1/findings?limit=500" + named).forEach(all::add);
        client.get("/api/v1/findings/lost?" + named).forEach(all::add);
        return all;
    }

    static String line(JsonNode finding) {
        JsonNode citation = finding.path("citations").path(0);
        return finding.path("id").asString() + "  " + finding.path("review").asString() + "  "
                + finding.path("kind").asString() + "  "
                + finding.path("summary").asString() + "  ("
                + citation.path("document").asString() + " "
                + citation.path("path").asString() + ")" + marks(finding);
    }

    private static String marks(JsonNode finding) {
        JsonNode carried = finding.path("carried");
        JsonNode lost = finding.path("lost");
        return (carried.isObject()
                        ? "  carried over from version "
                                + carried.path("version").asInt()
                                + (carried.path("clauseChanged").asBoolean()
                                        ? ", and its clause says something else besides: look at it"
                                        : "")
                        : "")
                + (lost.isObject()
                        ? "  TO BE STATED AGAIN: “"
                                + lost.path("quote")
                                        .asString()
                                        .replaceAll("\\s+", " ")
                                        .strip()
                                + "” " + lost.path("reason").asString()
                        : "");
    }
}
