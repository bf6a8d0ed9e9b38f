package io.recital.api.command;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Shows which vendors are not surely a counterparty. */
@Command(
        name = "vendors",
        mixinStandardHelpOptions = true,
        description =
                "List the vendors of facts that are not surely a counterparty: uncertain, of its group, or unknown.")
public final class FactsVendorsCommand implements Runnable {
    @Mixin
    private DataDirOption dataDir;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        try (Service service = Service.connect(dataDir.path())) {
            JsonNode vendors = service.client().get("/api/v1/vendors/unmatched");
            if (json) {
                out.println(vendors);
            } else if (vendors.isEmpty()) {
                out.println("Every vendor is a counterparty.");
            } else {
                vendors.forEach(vendor -> out.println(line(vendor)));
            }
            out.flush();
        }
    }

    private static String line(JsonNode vendor) {
        String nearest = vendor.path("counterpartyName").asString("");
        return vendor.path("standing").asString() + ": " + (vendor.path("id").asString() + " ").stripLeading()
                + vendor.path("name").asString() + (nearest.isEmpty() ? "" : " — near " + nearest) + " ("
                + vendor.path("evidence").asString() + ")"
                + (vendor.path("invoicedWithoutContract").asBoolean() ? "; invoices and no contract" : "");
    }
}
