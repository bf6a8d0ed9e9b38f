package io.recital.api.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes a letter that claims what a counterparty owes. */
@Command(
        name = "claim",
        mixinStandardHelpOptions = true,
        description = {
            "Write a letter that claims what a counterparty owes, with the words of the contract and the figures.",
            "It asks only for what rests on accepted findings and can still be claimed."
        },
        footer = {"", "Example: recital claim --supplier Tarnwell --out claim.docx"})
public final class ClaimCommand implements Runnable {
    @Mixin
    private DataDirOption dataDir;

    @Option(names = "--supplier", required = true, paramLabel = "S", description = "Id or name of the counterparty.")
    @SuppressWarnings("NullAway.Init")
    private String supplier;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The letter: FILE.docx or FILE.txt.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(names = "--as-of", paramLabel = "D", description = "The day of the letter (default today).")
    private @Nullable LocalDate asOf;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        parameters.put("supplier", supplier);
        parameters.put("asOf", asOf);
        parameters.put("format", format());
        try (Service service = Service.connect(dataDir.path())) {
            ReportCommand.write(
                    out, service.client().getBytes("/api/v1/ledger/claim-letter" + ReportCommand.query(parameters)));
            spec.commandLine().getErr().println("Wrote " + out);
        }
    }

    private String format() {
        String name = String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".docx") || name.endsWith(".txt")) {
            return name.substring(name.lastIndexOf('.') + 1);
        }
        throw new ParameterException(spec.commandLine(), "The letter is written as .docx or .txt: name such a file");
    }
}
