package io.recital.api.command;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Lists governance records of a kind. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "List the records of a kind with their ids.")
public final class GovernanceListCommand implements Runnable {
    @Mixin
    private DataDirOption dataDir;

    @Parameters(
            paramLabel = "KIND",
            description = "meetings, actions, objectives, risks, ideas, disputes, gain-shares or comments.")
    @SuppressWarnings("NullAway.Init")
    private String kind;

    @Option(names = "--supplier", paramLabel = "S", description = "Id or name of one counterparty (default all).")
    private @Nullable String supplier;

    @Option(names = "--known-on", paramLabel = "D", description = "As they were recorded by a day (default now).")
    private @Nullable LocalDate knownOn;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        parameters.put("supplier", supplier);
        parameters.put("knownOn", knownOn);
        PrintWriter out = spec.commandLine().getOut();
        try (Service service = Service.connect(dataDir.path())) {
            JsonNode records = service.client()
                    .get("/api/v1/governance/" + ReportCommand.encoded(kind) + ReportCommand.query(parameters));
            if (json) {
                out.println(records);
            } else if (records.isEmpty()) {
                out.println("None is recorded.");
            } else {
                records.forEach(record -> out.println(line(record)));
            }
            out.flush();
        }
    }

    private static String line(JsonNode recorded) {
        JsonNode record = recorded.path("record");
        String what = record.path("title").asString("");
        String said = what.isEmpty()
                ? record.path("reason").asString(record.path("text").asString(""))
                : what;
        return recorded.path("id").asString() + "  " + said + " (by "
                + recorded.path("by").asString() + ")";
    }
}
