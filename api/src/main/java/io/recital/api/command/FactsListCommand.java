package io.recital.api.command;

import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Shows the performance facts that are known. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "List performance facts, each with the row that it was read from.",
        footer = {"", "Example: recital facts list --kind invoice-line --vendor V20417"})
public final class FactsListCommand implements Runnable {
    @Mixin
    private DataDirOption dataDir;

    @Option(names = "--kind", paramLabel = "KIND", description = "Such as invoice-line, measurement or event.")
    private @Nullable String kind;

    @Option(names = "--vendor", paramLabel = "VENDOR", description = "Id or name, as the facts have it.")
    private @Nullable String vendor;

    @Option(names = "--known-on", paramLabel = "DATE", description = "As they were known at the end of this day.")
    private @Nullable LocalDate knownOn;

    @Option(names = "--limit", paramLabel = "N", description = "How many at most (default: 50; up to 500).")
    private int limit = 50;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        try (Service service = Service.connect(dataDir.path())) {
            JsonNode page = service.client().get(path());
            if (json) {
                out.println(page);
            } else {
                page.path("items").forEach(item -> out.println(line(item)));
                out.println(
                        page.path("items").isEmpty()
                                ? "No fact is known of this."
                                : page.path("next").isNull() ? "" : "There are more: raise --limit, or narrow down.");
            }
            out.flush();
        }
    }

    private String path() {
        StringBuilder path = new StringBuilder("/api/v1/facts?limit=").append(limit);
        add(path, "kind", kind);
        add(path, "vendor", vendor);
        add(path, "knownOn", knownOn == null ? null : knownOn.toString());
        return path.toString();
    }

    private static void add(StringBuilder path, String name, @Nullable String value) {
        if (value != null) {
            path.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    private static String line(JsonNode item) {
        StringBuilder fields = new StringBuilder();
        item.path("fact").properties().forEach(field -> {
            String value = field.getValue().isObject()
                    ? field.getValue().toString()
                    : field.getValue().asString();
            if (!field.getKey().equals("id") && !value.isEmpty()) {
                fields.append("  ").append(field.getKey()).append('=').append(value);
            }
        });
        return item.path("kind").asString() + " " + item.path("fact").path("id").asString() + fields + "  ("
                + item.path("file").asString() + ", line " + item.path("line").asInt() + ")";
    }
}
