package io.recital.retrieval.search;

import io.recital.models.store.Database;
import io.recital.models.store.DatabaseSettings;
import io.recital.models.store.Repositories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.UUID;

/** One real database for the search tests; each test makes tenants of its own. */
final class SearchDatabase {
    private static final Database DATABASE = open();
    private static final Repositories REPOSITORIES = Repositories.over(DATABASE.dataSource());

    private SearchDatabase() {}

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
            return Database.open(DatabaseSettings.embedded(Files.createTempDirectory("recital-search-test")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
