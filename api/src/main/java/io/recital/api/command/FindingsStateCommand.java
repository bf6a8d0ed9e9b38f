package io.recital.api.command;

import java.io.PrintWriter;
import java.nio.file.Path;
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

/** States what a contract says. */
@Command(
        name = "state",
        mixinStandardHelpOptions = true,
        description = {
            "State what a contract says and no extractor found, with the words it rests on. It counts as accepted by whoever",
            "states it; the same again changes nothing. Try a check first: recital findings try FILE."
        },
        footer = {
            "",
            "FILE holds one of these, or an array of them (\"contract\" names another than --contract):",
            "  {\"quotes\": [{\"text\": \"The Customer may deduct GBP 150 for each missing visit below 12 in a quarter.\"}],",
            "   \"content\": {\"kind\": \"check\", \"name\": \"Missing site visits\", \"outcome\": \"unclaimed-entitlement\",",
            "     \"currency\": \"GBP\", \"every\": \"quarter\",",
            "     \"inputs\": [{\"type\": \"rows\", \"name\": \"visits\", \"take\": \"count\",",
            "                 \"rows\": {\"facts\": \"event\", \"where\": {\"event\": \"site-visit\"}}},",
            "                {\"type\": \"written\", \"name\": \"least\", \"written\": \"12\"},",
            "                {\"type\": \"written\", \"name\": \"price\", \"written\": \"GBP 150\"}],",
            "     \"steps\": [{\"name\": \"deduction\", \"formula\": \"MAX(least - visits, 0) * price\"}]}}",
            "\"again\": \"ID\" beside them names what was stated of an earlier version and has to be stated again (findings list).",
            "docs/stating-checks.md says all that can stand there."
        })
public final class FindingsStateCommand implements Runnable {
    @Mixin
    private DataDirOption dataDir;

    @Parameters(paramLabel = "FILE", description = "JSON with quotes and content.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--contract", paramLabel = "C", description = "Id or title of the contract.")
    private @Nullable String contract;

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who states it.")
    @SuppressWarnings("NullAway.Init")
    private String by;

    @Option(names = "--json", description = "Print one JSON document: an array of the findings.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        try (Service service = Service.connect(dataDir.path())) {
            ArrayNode kept = JsonMapper.shared().createArrayNode();
            for (StatedFile.Stated stated : StatedFile.read(file, contract, service.client())) {
                stated.body().put("by", by);
                kept.add(service.client().post("/api/v1/contracts/" + stated.contract() + "/findings", stated.body()));
            }
            if (json) {
                out.println(kept);
            } else {
                for (JsonNode finding : kept) {
                    out.println(FindingsListCommand.line(finding));
                }
            }
            out.flush();
        }
    }
}
