package io.recital.api.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Brings contracts in. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description = "Read contracts: files, folders, zips, mails. The same bytes again are a no-op.",
        footer = {"", "Example: recital ingest ~/contracts supplier.zip"})
public final class IngestCommand implements Runnable {
    @Mixin
    private DataDirOption dataDir;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files, folders, zips.")
    private List<Path> paths;

    @Option(
            names = "--replaces",
            paramLabel = "ID",
            description = "Contract or document that the file is a new version of.")
    private @Nullable String replaces;

    @Option(names = "--role", paramLabel = "ROLE", description = "Your side: buyer, seller, licensor or partner.")
    private @Nullable String role;

    @Option(
            names = "--company",
            paramLabel = "NAME",
            description = "Your own company, as contracts name it; otherwise the one that stands in most of them.")
    private @Nullable String company;

    @Option(
            names = "--counterparty",
            paramLabel = "NAME",
            description = "The other side of all these files, where they do not tell it themselves.")
    private @Nullable String counterparty;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Uploads uploads = Uploads.of(paths);
        if (replaces != null && uploads.files().size() != 1) {
            throw new CommandException("--replaces takes exactly one file");
        }
        try (Service service = Service.connect(dataDir.path())) {
            IngestReport report =
                    new Ingest(service.client(), spec.commandLine().getErr(), fields()).run(uploads);
            report.print(spec.commandLine().getOut(), json);
            if (report.nothingIngested()) {
                throw new CommandException("Nothing was ingested; the reasons are above");
            }
        }
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        if (replaces != null) {
            fields.put("replaces", replaces);
        }
        if (role != null) {
            fields.put("role", role);
        }
        Map<String, String> metadata = new LinkedHashMap<>();
        if (company != null) {
            metadata.put("company", company);
        }
        if (counterparty != null) {
            metadata.put("counterparty", counterparty);
        }
        if (!metadata.isEmpty()) {
            fields.put("metadata", JsonMapper.shared().writeValueAsString(metadata));
        }
        return fields;
    }
}
