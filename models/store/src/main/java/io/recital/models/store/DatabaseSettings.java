package io.recital.models.store;

import io.recital.models.store.error.StoreException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** Where the database is: a server of our own in a data directory, or one that somebody else runs. */
public sealed interface DatabaseSettings {
    String APP_URL_VARIABLE = "RECITAL_DATABASE_URL";
    String OWNER_URL_VARIABLE = "RECITAL_DATABASE_OWNER_URL";

    /** Our own server, its files in {@code dataDir/postgres}. */
    record Embedded(Path dataDir) implements DatabaseSettings {
        public Embedded {
            dataDir = dataDir.toAbsolutePath().normalize();
        }
    }

    /**
     * A server that is there already: JDBC URLs with user and password in them, for the role that serves
     * ({@code recital_app}) and for the one that owns the tables ({@code recital_owner}).
     */
    record External(String appUrl, String ownerUrl) implements DatabaseSettings {
        public External {
            requireJdbcUrl(APP_URL_VARIABLE, appUrl);
            requireJdbcUrl(OWNER_URL_VARIABLE, ownerUrl);
        }

        /** Without the URLs, which may hold passwords. */
        @Override
        public String toString() {
            return "External[…]";
        }
    }

    static DatabaseSettings embedded(Path dataDir) {
        return new Embedded(dataDir);
    }

    static DatabaseSettings external(String appUrl, String ownerUrl) {
        return new External(appUrl, ownerUrl);
    }

    /** The external server that {@code RECITAL_DATABASE_URL} and {@code RECITAL_DATABASE_OWNER_URL} name, or else our own in the data directory. */
    static DatabaseSettings from(Map<String, String> environment, Path dataDir) {
        String appUrl = environment.getOrDefault(APP_URL_VARIABLE, "");
        if (appUrl.isBlank()) {
            return embedded(dataDir);
        }
        return external(appUrl, environment.getOrDefault(OWNER_URL_VARIABLE, ""));
    }

    private static void requireJdbcUrl(String variable, String url) {
        Objects.requireNonNull(url, variable);
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new StoreException(
                    StoreException.Category.SET_UP,
                    "%s must be a JDBC URL such as jdbc:postgresql://HOST:5432/recital?user=%s&password=…"
                            .formatted(variable, variable.equals(APP_URL_VARIABLE) ? "recital_app" : "recital_owner"));
        }
    }
}
