package io.recital.api.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a report about counterparties. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {"Print a report, for example of money that was lost against the contracts (leakage)."},
        footer = {"", "Example: recital report leakage --supplier Tarnwell --as-of 2026-06-30"})
public final class ReportCommand implements Runnable {
    @Mixin
    private DataDirOption dataDir;

    @Parameters(
            paramLabel = "REPORT",
            description = "Its name: ${COMPLETION-CANDIDATES}.",
            completionCandidates = ReportNames.class)
    @SuppressWarnings("NullAway.Init")
    private String report;

    @Mixin
    private StandingOptions standing;

    @Option(names = "--from", paramLabel = "D", description = "First day of what it is about, such as 2025-07-01.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "D", description = "Last day of what it is about.")
    private @Nullable LocalDate to;

    @Option(
            names = "--format",
            defaultValue = "table",
            paramLabel = "F",
            description = "table, csv, xlsx or json (default ${DEFAULT-VALUE}).")
    private String format = "table";

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write it (default standard output).")
    private @Nullable Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        if (format.equals("xlsx") && out == null) {
            throw new ParameterException(spec.commandLine(), "A workbook is written to a file: give --out FILE.xlsx");
        }
        Map<String, @Nullable Object> parameters = standing.parameters();
        parameters.put("from", from);
        parameters.put("to", to);
        parameters.put("format", format);
        try (Service service = Service.connect(dataDir.path())) {
            byte[] body = service.client().getBytes("/api/v1/reports/" + encoded(report) + query(parameters));
            if (out == null) {
                spec.commandLine().getOut().print(new String(body, StandardCharsets.UTF_8));
                spec.commandLine().getOut().flush();
            } else {
                write(out, body);
            }
        }
    }

    static void write(Path file, byte[] body) {
        try {
            Files.write(file, body);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    static String query(Map<String, @Nullable Object> parameters) {
        return parameters.entrySet().stream()
                .filter(parameter -> parameter.getValue() != null)
                .map(parameter -> parameter.getKey() + "=" + encoded(String.valueOf(parameter.getValue())))
                .collect(Collectors.joining("&", "?", ""));
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
