package io.recital.retrieval.search;

import io.recital.models.store.Database;
import io.recital.models.store.DatabaseSettings;
import io.recital.models.store.Repositories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.util.FileSystemUtils;

/** One real database for the search tests; each test makes tenants of its own. */
public final class SearchDatabase {
    private static final Database DATABASE = open();
    private static final Repositories REPOSITORIES = Repositories.over(DATABASE.dataSource());

    private SearchDatabase() {}

    public static Database get() {
        return DATABASE;
    }

    public static Repositories repositories() {
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
            Path dataDir = Files.createTempDirectory("recital-search-test");
            Database database = Database.open(DatabaseSettings.embedded(dataDir));
            database.stopOnlyWhenClosed();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> closeAndDelete(database, dataDir)));
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void closeAndDelete(Database database, Path dataDir) {
        database.close();
        try {
            FileSystemUtils.deleteRecursively(dataDir);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
