package io.recital.api.command;

import io.recital.api.RecitalService;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the service until it is stopped. */
@Command(name = "serve", mixinStandardHelpOptions = true, description = "Run the service until it is stopped.")
public final class ServeCommand implements Runnable {
    private static final int DEFAULT_PORT = 8384;
    private static final int LAST_PORT = 65535;

    @Mixin
    private DataDirOption dataDir;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port to listen on, on this machine only (default: ${DEFAULT-VALUE}; 0 takes a free one).",
            defaultValue = "" + DEFAULT_PORT)
    private int port;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        if (port < 0 || port > LAST_PORT) {
            throw new ParameterException(
                    spec.commandLine(), "There is no port " + port + ": ports are numbered from 0 to " + LAST_PORT);
        }
        try (RecitalService service = RecitalService.start(dataDir.path(), port)) {
            announce(service);
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void announce(RecitalService service) {
        var out = spec.commandLine().getOut();
        out.println("Recital listens on " + service.address() + " (data in " + dataDir.path() + ")");
        service.issueFirstKey().ifPresent(key -> out.println("Your first API key, shown this once: " + key));
        out.println("API description: " + service.address().resolve("/api/v1/openapi") + "    Stop with Ctrl-C.");
        out.flush();
    }
}
