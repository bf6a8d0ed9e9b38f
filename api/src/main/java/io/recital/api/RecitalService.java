package io.recital.api;

import io.recital.api.assembly.RecitalApplication;
import io.recital.api.security.FirstStart;
import io.recital.models.store.DatabaseSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A running service: what {@code serve} runs for long, and other commands for as long as they last. */
public final class RecitalService implements AutoCloseable {
    /** File in the data directory that holds the address of the service that runs on it. */
    public static final String ADDRESS_FILE = "service.url";

    private final ConfigurableApplicationContext context;
    private final Path addressFile;
    private final Optional<ServiceLock> lock;

    private RecitalService(ConfigurableApplicationContext context, Path addressFile, Optional<ServiceLock> lock) {
        this.context = context;
        this.addressFile = addressFile;
        this.lock = lock;
    }

    /** Starts on a data directory; port 0 takes a free one. */
    public static RecitalService start(Path dataDir, int port) {
        return tryStart(dataDir, port)
                .orElseThrow(
                        () -> new IllegalStateException(
                                "The data directory " + dataDir
                                        + " is in use by another Recital process; stop that one or choose another directory with --data-dir"));
    }

    /** The same; empty when another process starts or runs on our own database in this directory. */
    public static Optional<RecitalService> tryStart(Path dataDir, int port) {
        try {
            Files.createDirectories(dataDir);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The data directory " + dataDir + " cannot be made: choose another with --data-dir", e);
        }
        Optional<ServiceLock> lock = ServiceLock.tryAcquire(dataDir);
        boolean sharesTheDatabase =
                DatabaseSettings.from(System.getenv(), dataDir) instanceof DatabaseSettings.External;
        if (lock.isEmpty() && !sharesTheDatabase) {
            return Optional.empty();
        }
        try {
            return Optional.of(start(dataDir, port, lock));
        } catch (RuntimeException e) {
            lock.ifPresent(ServiceLock::close);
            throw e;
        }
    }

    private static RecitalService start(Path dataDir, int port, Optional<ServiceLock> lock) {
        requireFree(port);
        ConfigurableApplicationContext context = new SpringApplicationBuilder(RecitalApplication.class)
                .web(WebApplicationType.SERVLET)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(true)
                .run(
                        "--recital.data-dir=" + dataDir,
                        "--server.port=" + port,
                        "--logging.file.name=" + dataDir.resolve("recital.log"));
        RecitalService service = new RecitalService(context, dataDir.resolve(ADDRESS_FILE), lock);
        service.noteAddress();
        return service;
    }

    /** Says in plain words what the container would only say much later, and in its own. */
    private static void requireFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Nothing can listen on port " + port + " (" + e.getMessage()
                            + "): stop what uses it, or choose another with --port",
                    e);
        }
    }

    /** Where it listens. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
    }

    /** The first API key for people; empty when it was given out before. */
    public Optional<String> issueFirstKey() {
        return context.getBean(FirstStart.class).issueFirstKey();
    }

    private void noteAddress() {
        try {
            Files.writeString(addressFile, address() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + addressFile, e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(addressFile);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + addressFile, e);
        } finally {
            context.close();
            lock.ifPresent(ServiceLock::close);
        }
    }
}
