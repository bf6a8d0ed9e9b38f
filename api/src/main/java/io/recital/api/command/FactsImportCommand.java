package io.recital.api.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings performance facts in. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Read performance facts from CSV and XLSX files, as other systems export them.",
            "The header of a sheet says what its rows are; bad rows are refused one by one. The same rows again change nothing."
        },
        footer = {"", "Example: recital facts import invoices.xlsx kpi.csv --feed sap"})
public final class FactsImportCommand implements Runnable {
    @Mixin
    private DataDirOption dataDir;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files, folders.")
    private List<Path> paths;

    @Option(
            names = "--feed",
            paramLabel = "NAME",
            description = "System that the files come from; how they are read is remembered under this name.")
    private @Nullable String feed;

    @Option(names = "--mapping", paramLabel = "FILE", description = "JSON file that states how the files are read.")
    private @Nullable Path mapping;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Uploads uploads = Uploads.of(paths);
        String stated = mapping == null ? null : read(mapping);
        try (Service service = Service.connect(dataDir.path())) {
            FactsReport report = FactsReport.run(service.client(), uploads, feed, stated);
            report.print(spec.commandLine().getOut(), json);
            if (report.nothingTaken()) {
                throw new CommandException("No fact was taken; the reasons are above");
            }
        }
    }

    private static String read(Path mapping) {
        try {
            return Files.readString(mapping);
        } catch (IOException e) {
            throw new CommandException("The mapping " + mapping + " cannot be read: check that it is there", e);
        }
    }
}
