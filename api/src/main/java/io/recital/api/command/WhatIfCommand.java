package io.recital.api.command;

import java.io.PrintWriter;
import java.math.BigDecimal;
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

/** Tells what would be if something were otherwise. */
@Command(
        name = "what-if",
        mixinStandardHelpOptions = true,
        description = "Tell what more spend, a renewal, or another target would come to.",
        footer = {
            "",
            "Examples: recital what-if spend --supplier Kesterline",
            "          recital what-if target --measure SL1 --target 99.95 --as-of 2026-06-30"
        })
public final class WhatIfCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what would be otherwise: spend, renewal or target");
    }

    /** What every question has. */
    static final class Asked {
        @Mixin
        private DataDirOption dataDir;

        @Option(names = "--supplier", paramLabel = "S", description = "Id or name of one counterparty (default all).")
        private @Nullable String supplier;

        @Option(names = "--as-of", paramLabel = "D", description = "The day to look at it on (default today).")
        private @Nullable LocalDate asOf;

        @Option(names = "--json", description = "Print one JSON document.")
        private boolean json;
    }

    @Command(
            name = "spend",
            mixinStandardHelpOptions = true,
            description = "What it takes to reach the next band of a rebate or discount, and what that pays.")
    void spend(@Mixin Asked asked) {
        print("spend", asked, Map.of());
    }

    @Command(
            name = "renewal",
            mixinStandardHelpOptions = true,
            description = "What renews itself, and by when a notice ends it instead.")
    void renewal(@Mixin Asked asked) {
        print("renewal", asked, Map.of());
    }

    @Command(
            name = "target",
            mixinStandardHelpOptions = true,
            description = "What the last twelve months would have come to under another target.")
    void target(
            @Mixin Asked asked,
            @Option(names = "--measure", required = true, paramLabel = "M", description = "Its name or code.")
                    String measure,
            @Option(names = "--target", required = true, paramLabel = "N", description = "In the measure's unit.")
                    BigDecimal target) {
        print("target", asked, Map.of("measure", measure, "target", target));
    }

    private void print(String what, Asked asked, Map<String, Object> besides) {
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>(besides);
        parameters.put("supplier", asked.supplier);
        parameters.put("asOf", asked.asOf);
        PrintWriter out = spec.commandLine().getOut();
        try (Service service = Service.connect(asked.dataDir.path())) {
            JsonNode scenarios = service.client().get("/api/v1/what-if/" + what + ReportCommand.query(parameters));
            if (asked.json) {
                out.println(scenarios);
            } else {
                scenarios.forEach(scenario -> print(scenario, out));
                out.println(scenarios.isEmpty() ? "The contracts and facts say nothing of this." : "");
            }
        }
        out.flush();
    }

    private static void print(JsonNode scenario, PrintWriter out) {
        out.println(scenario.path("counterparty").asString() + ": "
                + scenario.path("title").asString());
        scenario.path("rests").forEach(rest -> {
            JsonNode citation = rest.path("citations").path(0);
            out.println("  [" + citation.path("file").asString() + " "
                    + citation.path("path").asString() + "] "
                    + rest.path("says").asString());
        });
        scenario.path("assumptions").forEach(assumption -> out.println("  assumed: " + assumption.asString()));
        if (scenario.path("provisional").asBoolean()) {
            out.println("  provisional: nobody has accepted all that it rests on");
        }
    }
}
