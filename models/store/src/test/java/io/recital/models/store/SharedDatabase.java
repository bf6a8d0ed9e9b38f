package io.recital.models.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** One database for all tests of this module that only read and write rows; each test makes tenants of its own. */
final class SharedDatabase {
    private static final Database DATABASE = open();
    private static final Repositories REPOSITORIES = Repositories.over(DATABASE.dataSource());

    private SharedDatabase() {}

    static Database get() {
        return DATABASE;
    }

    static Repositories repositories() {
        return REPOSITORIES;
    }

    static UUID newTenant() {
        return REPOSITORIES
                .tenants()
                .findOrCreate("Tenant " + UUID.randomUUID())
                .id();
    }

    private static Database open() {
        try {
            Path dataDir = Files.createTempDirectory("recital-store-test");
            dataDir.toFile().deleteOnExit();
            return Database.open(DatabaseSettings.embedded(dataDir));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
