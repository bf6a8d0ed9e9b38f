package io.recital.models.store.embedded;

import io.recital.models.store.error.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server process on one cluster's files: starts it, stops it, and ends one that a killed service left behind. */
record Postmaster(ServerTools tools, Cluster cluster) {
    private static final Logger log = LoggerFactory.getLogger(Postmaster.class);
    private static final String START_SECONDS = "300";
    private static final String STOP_SECONDS = "60";
    private static final int PORT_ATTEMPTS = 5;

    /**
     * What holds whatever the files say. Durability first; memory for a small machine; terse errors, which keep the
     * contents of rows, and so contract text, out of the log.
     */
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=on",
            "full_page_writes=on",
            "synchronous_commit=on",
            "password_encryption=scram-sha-256",
            "max_connections=50",
            "shared_buffers=128MB",
            "work_mem=16MB",
            "maintenance_work_mem=128MB",
            "effective_cache_size=1GB",
            "jit=off",
            "log_error_verbosity=terse",
            "log_checkpoints=off");

    /** Starts the server on a free loopback port and returns the port once it takes connections. */
    int start() throws IOException {
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            long logged = Files.size(cluster.log());
            try {
                tools.run("pg_ctl", startArguments(port));
                return port;
            } catch (StoreException e) {
                String said = logSince(logged);
                if (!said.contains("could not bind") || attempt == PORT_ATTEMPTS) {
                    throw new StoreException(
                            StoreException.Category.SERVER,
                            "The embedded database did not start; its log %s ends: %s"
                                    .formatted(cluster.log(), ServerTools.tail(said)),
                            e);
                }
            }
        }
    }

    /**
     * Stops a server that an earlier, killed service left behind on these files. It is stopped and not taken over, so
     * that settings, binaries and open transactions are never those of a process that is gone. The caller holds the
     * data directory's lock, so a server that runs on these files can only be an orphan.
     */
    void stopOrphan() throws IOException {
        Optional<ProcessHandle> noted = notedProcess();
        if (noted.isEmpty()) {
            return; // No server, or one that died with its note: PostgreSQL itself sees that and recovers.
        }
        if (servesTheseFiles(noted.get())) {
            log.warn(
                    "Stopping the database server (pid {}) that a killed Recital process left behind",
                    noted.get().pid());
            stop();
        } else {
            log.info(
                    "The database server of {} is gone; its process number belongs to another program",
                    cluster.files());
            Files.delete(cluster.pidFile());
        }
    }

    boolean running() throws IOException {
        return notedProcess().filter(this::servesTheseFiles).isPresent();
    }

    void stop() {
        tools.run("pg_ctl", List.of("stop", "-D", cluster.files().toString(), "-w", "-t", STOP_SECONDS, "-m", "fast"));
    }

    private List<String> startArguments(int port) {
        String options = SETTINGS.stream().map(setting -> "-c " + setting).collect(Collectors.joining(" "));
        return List.of(
                "start",
                "-D",
                cluster.files().toString(),
                "-w",
                "-t",
                START_SECONDS,
                "-l",
                cluster.log().toString(),
                "-o",
                "-p " + port + " " + options);
    }

    private Optional<ProcessHandle> notedProcess() throws IOException {
        if (!Files.exists(cluster.pidFile())) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(cluster.pidFile());
        return lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
    }

    /** Whether the process was started as {@code postgres -D <these files>}. */
    private boolean servesTheseFiles(ProcessHandle process) {
        List<String> arguments = process.info().arguments().map(List::of).orElse(List.of());
        return Collections.indexOfSubList(
                        arguments, List.of("-D", cluster.files().toString()))
                >= 0;
    }

    private String logSince(long position) throws IOException {
        try (InputStream in = Files.newInputStream(cluster.log())) {
            in.skipNBytes(position);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
