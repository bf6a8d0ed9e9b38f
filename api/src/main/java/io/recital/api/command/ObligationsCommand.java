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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** What falls due, who sees to it, and what was done about it. */
@Command(
        name = "obligations",
        mixinStandardHelpOptions = true,
        description = "List what falls due, and say who sees to it, what was done and what is waived.",
        footer = {
            "",
            "Examples: recital obligations list --supplier Tarnwell --status due,overdue",
            "          recital obligations assign 0f6e2b9c1d3a4857-2026-05-29 --to 'Ida Berg'",
            "          recital obligations done 0f6e2b9c1d3a4857-2026-05-29 --evidence 'Goods receipt 4711' --on 2026-05-28"
        })
public final class ObligationsCommand implements Runnable {
    private static final String PATH = "/api/v1/occurrences";

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do, for example: recital obligations list --status due,overdue");
    }

    /** What every change has. */
    static final class Change {
        @Mixin
        private DataDirOption dataDir;

        @Parameters(paramLabel = "ID", description = "As 'recital obligations list' shows it.")
        @SuppressWarnings("NullAway.Init")
        private String id;

        @Option(names = "--by", paramLabel = "NAME", description = "Who says so (default: the user's name).")
        private String by = System.getProperty("user.name", "");

        @Option(
                names = {"--on", "--as-of"},
                paramLabel = "D",
                description = "The day from which it counts (default today).")
        private @Nullable LocalDate on;

        Map<String, @Nullable Object> body(String step) {
            Map<String, @Nullable Object> body = new LinkedHashMap<>();
            body.put("step", step);
            body.put("by", by);
            body.put("on", on == null ? null : on.toString());
            return body;
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "List what falls due and how it stands.")
    void list(
            @Mixin DataDirOption dataDir,
            @Mixin StandingOptions standing,
            @Option(names = "--owner", paramLabel = "NAME", description = "Who sees to it.") @Nullable String owner,
            @Option(
                            names = "--status",
                            paramLabel = "STATUS",
                            description =
                                    "open, due, done, late, overdue, not-recorded or waived; several with commas.")
                    @Nullable
                    String status,
            @Option(names = "--from", paramLabel = "D", description = "First day on which it may fall due.") @Nullable
                    LocalDate from,
            @Option(names = "--to", paramLabel = "D", description = "Last day on which it may fall due.") @Nullable
                    LocalDate to,
            @Option(names = "--json", description = "Print one JSON document.") boolean json) {
        Map<String, @Nullable Object> parameters = standing.parameters();
        parameters.put("owner", owner);
        parameters.put("status", status);
        parameters.put("from", from);
        parameters.put("to", to);
        parameters.put("limit", 2000);
        try (Service service = Service.connect(dataDir.path())) {
            JsonNode list = service.client().get(PATH + ReportCommand.query(parameters));
            print(list, json);
        }
    }

    private void print(JsonNode list, boolean json) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(list);
        } else {
            list.path("items").forEach(item -> out.println(line(item)));
            list.path("stray")
                    .forEach(record -> out.println("No longer read from its contract: "
                            + record.path("id").asString() + "  "
                            + record.path("duty").asString()));
            int shown = list.path("items").size();
            int total = list.path("total").asInt();
            out.println(
                    total == 0
                            ? "Nothing of this falls due."
                            : shown < total ? "… and " + (total - shown) + " more: narrow down." : total + " in all");
        }
        out.flush();
    }

    private static String line(JsonNode item) {
        String owner = item.path("owner").asString("");
        return item.path("id").asString() + "  " + item.path("status").asString()
                + (owner.isEmpty() ? "" : "  " + owner) + "  "
                + item.path("counterparty").asString() + "  "
                + item.path("obligor").asString() + " must " + item.path("duty").asString() + "  ["
                + item.path("citations").path(0).path("file").asString() + " "
                + item.path("citations").path(0).path("path").asString() + "]";
    }

    @Command(
            name = "remedies",
            mixinStandardHelpOptions = true,
            description = "List times to put something right, levels of escalation and rights, and how far each went.")
    void remedies(
            @Mixin DataDirOption dataDir,
            @Mixin StandingOptions standing,
            @Option(names = "--json", description = "Print one JSON document.") boolean json) {
        try (Service service = Service.connect(dataDir.path())) {
            RemedyPrinter.print(
                    service.client().get("/api/v1/remedies" + ReportCommand.query(standing.parameters())),
                    json,
                    spec.commandLine().getOut());
        }
    }

    @Command(name = "assign", mixinStandardHelpOptions = true, description = "Say who sees to it.")
    void assign(
            @Mixin Change change,
            @Option(names = "--to", required = true, paramLabel = "NAME", description = "The owner.") String owner) {
        Map<String, @Nullable Object> body = change.body("assigned");
        body.put("owner", owner);
        send(change, body);
    }

    @Command(name = "done", mixinStandardHelpOptions = true, description = "Say that it was done, and what shows it.")
    void done(
            @Mixin Change change,
            @Option(names = "--evidence", paramLabel = "WORDS", description = "What shows it, in words.") @Nullable
                    String words,
            @Option(names = "--row", paramLabel = "ROW", description = "The fact that shows it, such as event:E-17.")
                    @Nullable
                    String row) {
        Map<String, @Nullable Object> body = change.body("done");
        Map<String, @Nullable Object> evidence = new LinkedHashMap<>();
        evidence.put("words", words);
        evidence.put("row", row);
        body.put("evidence", evidence);
        send(change, body);
    }

    @Command(name = "waive", mixinStandardHelpOptions = true, description = "Say that nobody has to do it.")
    void waive(
            @Mixin Change change,
            @Option(names = "--reason", required = true, paramLabel = "WHY", description = "Why.") String reason) {
        Map<String, @Nullable Object> body = change.body("waived");
        body.put("reason", reason);
        send(change, body);
    }

    @Command(name = "reopen", mixinStandardHelpOptions = true, description = "Take back that it was done or waived.")
    void reopen(
            @Mixin Change change,
            @Option(names = "--reason", required = true, paramLabel = "WHY", description = "Why.") String reason) {
        Map<String, @Nullable Object> body = change.body("reopened");
        body.put("reason", reason);
        send(change, body);
    }

    private void send(Change change, Map<String, @Nullable Object> body) {
        try (Service service = Service.connect(change.dataDir.path())) {
            JsonNode item = service.client().post(PATH + "/" + change.id + "/changes", body);
            spec.commandLine().getOut().println(line(item));
            spec.commandLine().getOut().flush();
        }
    }

    @Command(name = "history", mixinStandardHelpOptions = true, description = "Show who did what about it, and when.")
    void history(
            @Mixin DataDirOption dataDir,
            @Parameters(paramLabel = "ID", description = "As 'recital obligations list' shows it.") String id,
            @Option(names = "--json", description = "Print one JSON document.") boolean json) {
        PrintWriter out = spec.commandLine().getOut();
        try (Service service = Service.connect(dataDir.path())) {
            JsonNode trail = service.client().get(PATH + "/" + id + "/history");
            if (json) {
                out.println(trail);
            } else {
                trail.forEach(change -> out.println(entry(change)));
                out.println(trail.isEmpty() ? "Nobody did anything about it." : "");
            }
        }
        out.flush();
    }

    private static String entry(JsonNode change) {
        JsonNode evidence = change.path("evidence");
        String shown = evidence.path("words")
                .asString(evidence.path("row")
                        .asString(evidence.path("citation").path("quote").asString("")));
        String reason = change.path("reason").asString("");
        return change.path("at").asString() + "  " + change.path("by").asString() + "  "
                + change.path("step").asString() + ": " + change.path("from").asString() + " → "
                + change.path("to").asString() + " from " + change.path("on").asString()
                + (shown.isEmpty() ? "" : "  shown by " + shown) + (reason.isEmpty() ? "" : "  because " + reason);
    }
}
