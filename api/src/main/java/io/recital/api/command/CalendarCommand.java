package io.recital.api.command;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Writes the days that should not be missed as a calendar file, or makes a feed of them. */
@Command(
        name = "calendar",
        mixinStandardHelpOptions = true,
        description = "Write duties, notices and last days of claims as an iCalendar file, or make a feed of them.",
        footer = {
            "",
            "Examples: recital calendar --out contracts.ics --supplier Tarnwell",
            "          recital calendar --feed \"Ida's phone\" --owner 'Ida Berg'"
        })
public final class CalendarCommand implements Runnable {
    @Mixin
    private DataDirOption dataDir;

    @Option(names = "--out", paramLabel = "FILE", description = "The file to write, such as contracts.ics.")
    private @Nullable Path out;

    @Option(
            names = "--feed",
            paramLabel = "NAME",
            description = "Make a feed that calendar programs subscribe to, and print its secret address once.")
    private @Nullable String feed;

    @Mixin
    private StandingOptions standing;

    @Option(names = "--owner", paramLabel = "NAME", description = "Only what this person sees to.")
    private @Nullable String owner;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        if ((out == null) == (feed == null)) {
            throw new ParameterException(
                    spec.commandLine(), "Give either --out FILE.ics for a file, or --feed NAME for a feed");
        }
        Map<String, @Nullable Object> parameters = standing.parameters();
        parameters.put("owner", owner);
        try (Service service = Service.connect(dataDir.path())) {
            if (out != null) {
                ReportCommand.write(
                        out, service.client().getBytes("/api/v1/calendar.ics" + ReportCommand.query(parameters)));
                spec.commandLine().getErr().println("Wrote " + out);
            } else {
                parameters.put("name", feed);
                parameters.remove("asOf");
                JsonNode made = service.client().post("/api/v1/calendar/feeds", parameters);
                spec.commandLine()
                        .getOut()
                        .println(service.client()
                                .address()
                                .resolve(made.path("path").asString()));
            }
        }
        spec.commandLine().getOut().flush();
    }
}
