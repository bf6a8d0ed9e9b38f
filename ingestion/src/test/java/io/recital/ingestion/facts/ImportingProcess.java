package io.recital.ingestion.facts;

import io.recital.models.fact.FeedMapping;
import io.recital.models.store.Database;
import io.recital.models.store.DatabaseSettings;
import io.recital.models.store.Repositories;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A process of its own that imports a file and stops for ever in the middle of a batch, to be killed there. */
final class ImportingProcess {
    static final String STUCK = "stuck";
    static final String TENANT = "Killed import";
    static final int WHOLE_BATCHES = 3;

    private ImportingProcess() {}

    /** Arguments: data directory, file. */
    public static void main(String[] arguments) throws IOException {
        Database database = Database.open(DatabaseSettings.embedded(Path.of(arguments[0])));
        Repositories store = Repositories.over(database.dataSource());
        UUID tenant = store.tenants().findOrCreate(TENANT).id();
        AtomicInteger batches = new AtomicInteger();
        new FactImport(
                        FeedMapping.NONE,
                        batch -> database.tenancy().run(tenant, () -> {
                            store.facts().store(FactImports.DEFAULT_FEED, batch);
                            stopAt(batches.incrementAndGet() > WHOLE_BATCHES);
                        }))
                .read(List.of(Path.of(arguments[1])));
    }

    private static void stopAt(boolean here) {
        while (here) {
            System.out.println(STUCK);
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
