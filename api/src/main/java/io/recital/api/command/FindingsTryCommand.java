package io.recital.api.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
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

/** Shows what the ledger would say if somebody stated it. */
@Command(
        name = "try",
        mixinStandardHelpOptions = true,
        description = {
            "Show what the ledger would say of a finding, period by period with its calculation, and keep nothing.",
            "FILE is as for 'recital findings state'."
        })
public final class FindingsTryCommand implements Runnable {
    @Mixin
    private DataDirOption dataDir;

    @Parameters(paramLabel = "FILE", description = "JSON with quotes and content.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--contract", paramLabel = "C", description = "Id or title of the contract.")
    private @Nullable String contract;

    @Option(names = "--as-of", paramLabel = "D", description = "The day to look from (default today).")
    private @Nullable LocalDate asOf;

    @Option(names = "--json", description = "Print one JSON document: an array with a trial each.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        ArrayNode trials = JsonMapper.shared().createArrayNode();
        try (Service service = Service.connect(dataDir.path())) {
            for (StatedFile.Stated stated : StatedFile.read(file, contract, service.client())) {
                Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
                parameters.put("contract", stated.contract());
                parameters.put("asOf", asOf);
                JsonNode trial =
                        service.client().post("/api/v1/ledger/trial" + ReportCommand.query(parameters), stated.body());
                trials.add(trial);
                if (!json) {
                    print(stated.body().path("content").path("name").asString("It"), trial, out);
                }
            }
            if (json) {
                out.println(trials);
            }
            out.flush();
        }
    }

    private static void print(String name, JsonNode trial, PrintWriter out) {
        if (trial.path("outcomes").isEmpty() && trial.path("inOrder").isEmpty()) {
            out.println(name + ": the ledger says nothing of it: no rows fit, or no period is over yet.");
        }
        for (JsonNode outcome : trial.path("outcomes")) {
            boolean open = outcome.path("sort").asString().equals("not-checkable");
            out.println(
                    open
                            ? "not checkable  " + outcome.path("title").asString() + "; missing: "
                                    + outcome.path("missing").asString()
                            : owed(outcome));
            steps(outcome, out);
        }
        for (JsonNode quote : trial.path("changed")) {
            out.println("look at        " + quote.path("file").asString() + " "
                    + quote.path("path").asString() + " is quoted and was "
                    + quote.path("state").asString() + by(quote));
        }
        for (JsonNode found : trial.path("inOrder")) {
            out.println("in order       " + found.path("title").asString());
            steps(found, out);
        }
    }

    private static String by(JsonNode quote) {
        if (!quote.path("by").isString()) {
            return "";
        }
        String from = quote.path("from").asString("");
        return " by " + quote.path("by").asString() + ", " + quote.path("at").asString()
                + (from.isEmpty() ? "" : ", from " + from) + ": “"
                + quote.path("text").asString().replaceAll("\\s+", " ").strip() + "”";
    }

    private static String owed(JsonNode outcome) {
        JsonNode amount = outcome.path("amount");
        String money = amount.isObject()
                ? Money.of(
                                CurrencyUnit.of(amount.path("currency").asString()),
                                amount.path("amount").decimalValue())
                        + " "
                        + outcome.path("leakage").asString()
                : "breach";
        String until = outcome.path("recoverableUntil").asString("");
        return money + "  " + outcome.path("title").asString()
                + (until.isEmpty() ? "" : ", to be claimed until " + until)
                + (outcome.path("lapsed").asBoolean() ? " (over)" : "");
    }

    private static void steps(JsonNode outcome, PrintWriter out) {
        for (JsonNode step : outcome.path("workings")) {
            StringBuilder line = new StringBuilder("                 ")
                    .append(step.path("operation").asString())
                    .append(" = ")
                    .append(step.path("result").asString())
                    .append(" from");
            for (JsonNode input : step.path("inputs")) {
                line.append(" ")
                        .append(input.path("what").asString())
                        .append(" ")
                        .append(input.path("value").asString())
                        .append(";");
            }
            out.println(line.substring(0, line.length() - 1));
        }
    }
}
