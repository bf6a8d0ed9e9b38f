package io.recital.models.store.embedded;

import io.recital.models.store.error.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** The unpacked PostgreSQL with pgvector that the build put into the user's cache. */
record ServerBundle(Path home) {
    private static final String CACHE_VARIABLE = "RECITAL_CACHE_DIR";

    /** The bundle of this version and platform, by the same path rule as {@code provision-pgvector.sh}. */
    static ServerBundle get() {
        return get(cacheDirectory(System.getenv()));
    }

    static ServerBundle get(Path cache) {
        String name = "postgres-" + version() + "-" + platform();
        Path home = cache.resolve(name);
        if (!Files.isRegularFile(home.resolve("share/postgresql/extension/vector.control"))) {
            throw new StoreException(StoreException.Category.SET_UP, missing(home, cache.resolve(name + ".problem")));
        }
        return new ServerBundle(home);
    }

    Path binary(String name) {
        return home.resolve("bin").resolve(name);
    }

    /** The major version, as a data directory's {@code PG_VERSION} says it. */
    static String majorVersion() {
        return version().substring(0, version().indexOf('.'));
    }

    private static String missing(Path home, Path problemNote) {
        String reason = "it was not found in " + home;
        try {
            if (Files.isRegularFile(problemNote)) {
                reason = Files.readString(problemNote).strip();
            }
        } catch (IOException e) {
            reason = "it was not found in " + home + ", and " + problemNote + " cannot be read";
        }
        return "There is no PostgreSQL with pgvector to start: %s. Either install pgvector and build again (mvn -pl models/store -am compile),"
                        .formatted(reason)
                + " or set RECITAL_DATABASE_URL and RECITAL_DATABASE_OWNER_URL to a PostgreSQL " + majorVersion()
                + " server that has pgvector.";
    }

    private static Path cacheDirectory(Map<String, String> environment) {
        String cache = environment.getOrDefault(CACHE_VARIABLE, "");
        if (!cache.isBlank()) {
            return Path.of(cache);
        }
        return Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".cache", "recital");
    }

    private static String version() {
        Properties properties = new Properties();
        try (InputStream in = ServerBundle.class.getResourceAsStream("bundle.properties")) {
            properties.load(Objects.requireNonNull(in, "bundle.properties"));
        } catch (IOException e) {
            throw new StoreException(StoreException.Category.SERVER, "The service jar is damaged; build it again", e);
        }
        return properties.getProperty("version");
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        return system + (arm ? "-arm64v8" : "-amd64");
    }
}
