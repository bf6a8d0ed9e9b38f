package io.recital.api.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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

/** Writes what to bring to a renewal. */
@Command(
        name = "brief",
        mixinStandardHelpOptions = true,
        description = {
            "Write a brief for renewing the contracts with a counterparty: dates, what to ask for, and why,",
            "every line with the words or records that it rests on."
        },
        footer = {"", "Example: recital brief --supplier Tarnwell --format docx --out brief.docx"})
public final class BriefCommand implements Runnable {
    @Mixin
    private DataDirOption dataDir;

    @Option(names = "--supplier", required = true, paramLabel = "S", description = "Id or name of the counterparty.")
    @SuppressWarnings("NullAway.Init")
    private String supplier;

    @Option(
            names = "--format",
            defaultValue = "text",
            paramLabel = "F",
            description = "text, docx or json (default ${DEFAULT-VALUE}).")
    private String format = "text";

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write it (default standard output).")
    private @Nullable Path out;

    @Option(names = "--as-of", paramLabel = "D", description = "The day to look at it on (default today).")
    private @Nullable LocalDate asOf;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        if (format.equals("docx") && out == null) {
            throw new ParameterException(
                    spec.commandLine(), "A Word document is written to a file: give --out FILE.docx");
        }
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        parameters.put("supplier", supplier);
        parameters.put("asOf", asOf);
        parameters.put("format", format);
        try (Service service = Service.connect(dataDir.path())) {
            byte[] body = service.client().getBytes("/api/v1/renewal-brief" + ReportCommand.query(parameters));
            if (out == null) {
                spec.commandLine().getOut().println(new String(body, StandardCharsets.UTF_8));
                spec.commandLine().getOut().flush();
            } else {
                ReportCommand.write(out, body);
            }
        }
    }
}
