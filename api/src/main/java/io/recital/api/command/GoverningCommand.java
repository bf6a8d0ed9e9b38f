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
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Tells which text holds on a day, and how contracts stand to each other. */
@Command(
        name = "governing",
        mixinStandardHelpOptions = true,
        description = {
            "Tell which text holds on a day of a clause or a finding, with the chain of changes that leads there;",
            "or, with --supplier, how all contracts with a counterparty stand to each other."
        },
        footer = {
            "",
            "Examples: recital governing --contract \"Master Supply Agreement\" --clause 4.4 --as-of 2026-06-30",
            "          recital governing --supplier Kesterline"
        })
public final class GoverningCommand implements Runnable {
    @Mixin
    private DataDirOption dataDir;

    @Option(names = "--contract", paramLabel = "C", description = "Id of a contract, or words of its title.")
    private @Nullable String contract;

    @Option(names = "--clause", paramLabel = "PATH", description = "Which clause of it, such as 4.4, or its heading.")
    private @Nullable String clause;

    @Option(names = "--finding", paramLabel = "ID", description = "Id of a finding, instead of a clause.")
    private @Nullable String finding;

    @Option(names = "--supplier", paramLabel = "S", description = "Id or name of a counterparty: all its contracts.")
    private @Nullable String supplier;

    @Option(names = "--as-of", paramLabel = "D", description = "The day to look at it on (default today).")
    private @Nullable LocalDate asOf;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        if (supplier == null && finding == null && (contract == null || clause == null)) {
            throw new ParameterException(
                    spec.commandLine(), "Say what about: --contract C --clause PATH, --finding ID, or --supplier S");
        }
        PrintWriter out = spec.commandLine().getOut();
        try (Service service = Service.connect(dataDir.path())) {
            JsonNode answer = service.client().get(path(service.client()));
            if (json) {
                out.println(answer.toPrettyString());
            } else if (supplier != null) {
                answer.path("contracts").forEach(each -> printMember(each, out));
            } else {
                printChain(answer, out);
            }
        }
        out.flush();
    }

    private String path(ServiceClient client) {
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        parameters.put("asOf", asOf);
        if (supplier != null) {
            parameters.put("supplier", supplier);
            return "/api/v1/families" + ReportCommand.query(parameters);
        }
        if (finding != null) {
            return "/api/v1/findings/" + ReportCommand.encoded(finding) + "/governing"
                    + ReportCommand.query(parameters);
        }
        parameters.put("clause", clause);
        String id = new StoredContracts(client).list(contract).get(0).path("id").asString();
        return "/api/v1/contracts/" + id + "/governing" + ReportCommand.query(parameters);
    }

    private static void printChain(JsonNode answer, PrintWriter out) {
        out.println("On " + answer.path("asOf").asString() + ": "
                + answer.path("state").asString());
        for (JsonNode link : answer.path("chain")) {
            out.println("  " + link.path("title").asString() + ", "
                    + link.path("path").asString()
                    + day(", counts from ", link.path("effective")) + day(", signed ", link.path("signed"))
                    + relation(link.path("relation")));
            out.println("      “" + link.path("text").asString().strip().replaceAll("\\s+", " ") + "”");
            if (!link.path("says").isNull()) {
                out.println("      " + link.path("says").asString());
            }
        }
    }

    private static void printMember(JsonNode member, PrintWriter out) {
        out.println((member.path("speaks").asBoolean() ? "  " : "- ")
                + member.path("title").asString()
                + day(", counts from ", member.path("effective")) + day(", signed ", member.path("signed"))
                + day(", ends ", member.path("ends")) + "  ["
                + member.path("id").asString() + "]");
        member.path("relations")
                .forEach(relation -> out.println("     " + relation(relation).strip()));
    }

    private static String relation(JsonNode relation) {
        if (relation.isNull() || relation.isMissingNode()) {
            return "";
        }
        String quote = relation.path("evidence").path(0).path("quote").asString("");
        return "  — " + relation.path("kind").asString().replace('-', ' ') + " "
                + relation.path("toName").asString() + " (confidence "
                + relation.path("confidence").asString() + ")"
                + (quote.isEmpty() ? "" : " “" + quote.strip().replaceAll("\\s+", " ") + "”");
    }

    private static String day(String words, JsonNode day) {
        return day.isNull() || day.isMissingNode() ? "" : words + day.asString();
    }
}
