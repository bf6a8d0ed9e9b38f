package io.recital.api.command;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Shares a counterparty's own scorecard with it, and ends that. */
@Command(
        name = "share",
        mixinStandardHelpOptions = true,
        description = {
            "Make a token with which a counterparty sees its own scorecard, comments and disputes, and nothing else;",
            "without options, list the tokens; with --revoke, end one."
        },
        footer = {
            "",
            "Example: recital share --supplier Tarnwell --name \"Service manager\" --by \"R. Okafor\" --days 30"
        })
public final class ShareCommand implements Runnable {
    private static final String PATH = "/api/v1/shares";

    @Mixin
    private DataDirOption dataDir;

    @Option(names = "--supplier", paramLabel = "S", description = "Id or name of the counterparty.")
    private @Nullable String supplier;

    @Option(names = "--name", paramLabel = "N", description = "Who uses the token.")
    private @Nullable String name;

    @Option(names = "--by", paramLabel = "NAME", description = "Who shares it.")
    private @Nullable String by;

    @Option(names = "--days", paramLabel = "N", description = "How long it works (default 90).")
    private @Nullable Integer days;

    @Option(names = "--revoke", paramLabel = "ID", description = "The token that is to end.")
    private @Nullable String revoke;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        if (supplier != null && (name == null || by == null)) {
            throw new ParameterException(
                    spec.commandLine(), "Say who uses the token (--name) and who shares it (--by)");
        }
        PrintWriter out = spec.commandLine().getOut();
        try (Service service = Service.connect(dataDir.path())) {
            ServiceClient client = service.client();
            if (revoke != null) {
                client.delete(PATH + "/" + ReportCommand.encoded(revoke));
            } else if (supplier != null) {
                JsonNode issued = client.post(PATH, request());
                out.println(issued.path("token").asString());
                spec.commandLine()
                        .getErr()
                        .println("It opens " + client.address().resolve("/api/v1/shared") + " for "
                                + issued.path("counterparty").asString() + " until "
                                + issued.path("expiresAt").asString() + " and is not shown again.");
            } else {
                client.get(PATH).forEach(share -> out.println(line(share)));
            }
            out.flush();
        }
    }

    private Map<String, @Nullable Object> request() {
        Map<String, @Nullable Object> request = new LinkedHashMap<>();
        request.put("supplier", supplier);
        request.put("name", name);
        request.put("by", by);
        request.put("days", days);
        return request;
    }

    private static String line(JsonNode share) {
        return share.path("id").asString() + "  " + share.path("name").asString() + ", by "
                + share.path("createdBy").asString() + ", "
                + (share.path("revokedAt").isNull()
                        ? "until " + share.path("expiresAt").asString()
                        : "revoked");
    }
}
