package io.recital.api.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Shows what is missing or unusual in contracts. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = {
            "Show what is missing or unusual in a contract, held against your other contracts of its type:",
            "terms that most of them have, numbers out of line with theirs, terms that hardly any has."
        },
        footer = {"", "Example: recital compare \"Logistics Agreement\""})
public final class CompareCommand implements Runnable {
    @Mixin
    private DataDirOption dataDir;

    @Parameters(
            arity = "0..1",
            paramLabel = "CONTRACT",
            description = "Its id, or words of its title; all contracts when left out.")
    private @Nullable String contract;

    @Option(names = "--json", description = "Print one JSON document: an array with a comparison for each contract.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        try (Service service = Service.connect(dataDir.path())) {
            List<JsonNode> contracts = new StoredContracts(service.client()).list(contract);
            var out = spec.commandLine().getOut();
            ComparisonPrinter printer = new ComparisonPrinter(out);
            ArrayNode all = JsonMapper.shared().createArrayNode();
            for (JsonNode each : contracts) {
                JsonNode comparison = service.client()
                        .get("/api/v1/contracts/" + each.path("id").asString() + "/comparison");
                if (json) {
                    all.add(comparison);
                } else {
                    printer.print(comparison);
                }
            }
            if (json) {
                out.println(all.toPrettyString());
            } else if (contracts.isEmpty()) {
                out.println("There are no contracts yet: recital ingest PATH…");
            }
            out.flush();
        }
    }
}
