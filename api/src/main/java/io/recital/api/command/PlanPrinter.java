package io.recital.api.command;

import java.io.PrintWriter;
import tools.jackson.databind.JsonNode;

/** Prints what was understood of a question and run to answer it. */
final class PlanPrinter {
    private final PrintWriter out;

    PlanPrinter(PrintWriter out) {
        this.out = out;
    }

    void print(JsonNode answer) {
        JsonNode plan = answer.path("plan");
        if (plan.isNull()) {
            out.println("  plan: nothing was run");
            return;
        }
        out.println("  plan: " + plan.path("kind").asString() + ", as of "
                + plan.path("asOf").asString() + ", in words by "
                + answer.path("writer").asString());
        int step = 1;
        for (JsonNode each : plan.path("steps")) {
            out.println("    " + step++ + ". " + each.path("query").asString() + " " + each.path("asked") + " → "
                    + each.path("found").asInt());
        }
    }
}
