package io.recital.api.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Adds a governance record, or says anew what one says. */
@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        description = "Add a record, or with --id say anew what it says; every version is kept.",
        footer = {
            "",
            "Example: recital governance record risk --supplier Tarnwell --by \"R. Okafor\" \\",
            "  '{\"title\": \"One data centre\", \"likelihood\": 2, \"impact\": 5, \"owner\": \"R. Okafor\",",
            "    \"mitigation\": \"A second site\", \"raisedOn\": \"2026-02-01\", \"reviewOn\": \"2026-08-01\"}'"
        })
public final class GovernanceRecordCommand implements Runnable {
    @Mixin
    private DataDirOption dataDir;

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            description = "meeting, action, objective, risk, idea, dispute, gain-share or comment.")
    @SuppressWarnings("NullAway.Init")
    private String kind;

    @Parameters(
            index = "1",
            paramLabel = "RECORD",
            description =
                    "Its fields as JSON, or the name of a file with them; the API's description has an example of each kind.")
    @SuppressWarnings("NullAway.Init")
    private String record;

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who records it.")
    @SuppressWarnings("NullAway.Init")
    private String by;

    @Option(names = "--supplier", paramLabel = "S", description = "Id or name of the counterparty that it is about.")
    private @Nullable String supplier;

    @Option(names = "--id", paramLabel = "ID", description = "Of the record that is to be changed.")
    private @Nullable String id;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("by", by);
        body.put("supplier", supplier);
        body.put("record", fields());
        String path = "/api/v1/governance/" + ReportCommand.encoded(kind);
        try (Service service = Service.connect(dataDir.path())) {
            JsonNode made = id == null
                    ? service.client().post(path, body)
                    : service.client().put(path + "/" + ReportCommand.encoded(id), body);
            spec.commandLine().getOut().println(made);
            spec.commandLine().getOut().flush();
        }
    }

    private JsonNode fields() {
        try {
            boolean isJson = record.strip().startsWith("{");
            return JsonMapper.shared().readTree(isJson ? record : Files.readString(Path.of(record)));
        } catch (JacksonException e) {
            throw new ParameterException(spec.commandLine(), "The record is not JSON: check its quotes and commas", e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + record, e);
        }
    }
}
