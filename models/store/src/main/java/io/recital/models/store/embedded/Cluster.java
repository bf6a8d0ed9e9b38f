package io.recital.models.store.embedded;

import io.recital.models.store.error.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The files of the embedded server below the data directory: databases, log and passwords. */
record Cluster(Path dataDir) {
    private static final long MAX_LOG_BYTES = 10L << 20;

    Path files() {
        return dataDir.resolve("postgres");
    }

    Path log() {
        return dataDir.resolve("postgres.log");
    }

    Path pidFile() {
        return files().resolve("postmaster.pid");
    }

    /** Makes the files where there are none yet and returns the passwords. */
    ServerSecrets prepare(ServerTools tools) throws IOException {
        Path secretsFile = dataDir.resolve("postgres.secrets");
        if (!Files.exists(files())) {
            ServerSecrets secrets = ServerSecrets.generate();
            secrets.write(secretsFile);
            create(tools, secrets.superuser());
        }
        requireOwnVersion();
        tools.user().own(files());
        prepareLog(tools.user());
        return ServerSecrets.read(secretsFile);
    }

    /** Makes the files aside and then names them, so that an interrupted attempt leaves nothing half made. */
    private void create(ServerTools tools, String superuserPassword) throws IOException {
        Path aside = dataDir.resolve("postgres.new");
        deleteTree(aside);
        Files.createDirectory(aside);
        tools.user().own(aside);
        Path passwordFile = ServerSecrets.newPrivateFile(dataDir.resolve("postgres.password"));
        try {
            Files.writeString(passwordFile, superuserPassword);
            tools.user().own(passwordFile);
            tools.run("initdb", initdbArguments(aside, passwordFile));
        } finally {
            Files.delete(passwordFile);
        }
        Files.move(aside, files());
    }

    /** The built-in locale sorts the same on every system, so that indexes survive an upgrade of the operating system. */
    private static List<String> initdbArguments(Path target, Path passwordFile) {
        boolean mac = System.getProperty("os.name").startsWith("Mac");
        return List.of(
                "--pgdata=" + target,
                "--username=postgres",
                "--auth=scram-sha-256",
                "--pwfile=" + passwordFile,
                "--data-checksums",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--lc-ctype=" + (mac ? "UTF-8" : "C.UTF-8"));
    }

    private void requireOwnVersion() throws IOException {
        Path versionFile = files().resolve("PG_VERSION");
        String found = Files.exists(versionFile) ? Files.readString(versionFile).strip() : "an unknown version";
        if (!found.equals(ServerBundle.majorVersion())) {
            throw new StoreException(
                    StoreException.Category.SET_UP,
                    "%s was made by PostgreSQL %s and this service brings PostgreSQL %s; start it with the Recital version that made it"
                            .formatted(files(), found, ServerBundle.majorVersion()));
        }
    }

    private void prepareLog(ServerUser user) throws IOException {
        if (Files.exists(log()) && Files.size(log()) > MAX_LOG_BYTES) {
            Files.deleteIfExists(dataDir.resolve("postgres.log.1"));
            Files.move(log(), dataDir.resolve("postgres.log.1"));
        }
        if (!Files.exists(log())) {
            ServerSecrets.newPrivateFile(log());
        }
        user.own(log());
    }

    private static void deleteTree(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
