package io.recital.api.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints a document's stored text. */
@Command(
        name = "text",
        mixinStandardHelpOptions = true,
        description = "Print the stored text of a document version, byte for byte what offsets refer to (UTF-8).")
public final class TextCommand implements Runnable {
    @Mixin
    private DataDirOption dataDir;

    @Parameters(paramLabel = "DOCUMENT", description = "Id of the document version, as citations give it.")
    private UUID document;

    @Override
    public void run() {
        try (Service service = Service.connect(dataDir.path())) {
            System.out.write(service.client().getBytes("/api/v1/documents/" + document + "/text"));
            System.out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to standard output", e);
        }
    }
}
