package io.recital.api.command;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Shows and sets how much each part of a score counts. */
@Command(
        name = "weights",
        mixinStandardHelpOptions = true,
        description = "Show how much each part of the scorecard counts, or set it from a day on.",
        footer = {"", "Example: recital weights --set measures=50 --set duties=30 --set credits=20 --by \"R. Okafor\""})
public final class WeightsCommand implements Runnable {
    @Mixin
    private DataDirOption dataDir;

    @Option(
            names = "--set",
            paramLabel = "PART=PERCENT",
            description =
                    "measures, duties, invoices, credits, actions or responsiveness; 100 together, what is left out weighs nothing.")
    private Map<String, Integer> weights = new TreeMap<>();

    @Option(names = "--from", paramLabel = "D", description = "First day for which they count (default today).")
    private @Nullable LocalDate from;

    @Option(names = "--by", paramLabel = "NAME", description = "Who sets them.")
    private @Nullable String by;

    @Option(names = "--as-of", paramLabel = "D", description = "Show those of a day (default today).")
    private @Nullable LocalDate asOf;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        if (!weights.isEmpty() && by == null) {
            throw new ParameterException(spec.commandLine(), "Say who sets the weights: --by NAME");
        }
        try (Service service = Service.connect(dataDir.path())) {
            String path = "/api/v1/scorecard/weights";
            Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
            parameters.put("asOf", asOf);
            JsonNode view = weights.isEmpty()
                    ? service.client().get(path + ReportCommand.query(parameters))
                    : service.client().put(path, request());
            print(view);
        }
    }

    private Map<String, @Nullable Object> request() {
        Map<String, @Nullable Object> request = new LinkedHashMap<>();
        request.put("weights", weights);
        request.put("from", from == null ? null : from.toString());
        request.put("by", by);
        return request;
    }

    private void print(JsonNode view) {
        PrintWriter out = spec.commandLine().getOut();
        view.path("weights")
                .propertyStream()
                .forEach(weight -> out.println(
                        "  " + weight.getKey() + " " + weight.getValue().asInt()));
        out.println(
                view.path("from").isNull()
                        ? "These are the default."
                        : "Since " + view.path("from").asString() + ", set by "
                                + view.path("setBy").asString() + ".");
        out.flush();
    }
}
