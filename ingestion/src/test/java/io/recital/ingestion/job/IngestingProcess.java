package io.recital.ingestion.job;

import io.recital.ingestion.document.ExpansionLimits;
import io.recital.ingestion.document.FileParser;
import io.recital.ingestion.document.IncomingFiles;
import io.recital.models.finding.ContractReader;
import io.recital.models.inference.Encoder;
import io.recital.models.store.Database;
import io.recital.models.store.DatabaseSettings;
import io.recital.models.store.Repositories;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** A process of its own that ingests a folder and stops for ever at one place of one file, to be killed there. */
final class IngestingProcess {
    static final String STUCK = "stuck";
    static final String TENANT = "Killed";

    private IngestingProcess() {}

    /** Arguments: data directory, folder, where to stop ({@code parsing} or {@code reading}), name of the file. */
    public static void main(String[] arguments) {
        String place = arguments[2];
        String file = arguments[3];
        Database database = Database.open(DatabaseSettings.embedded(Path.of(arguments[0])));
        Repositories store = Repositories.over(database.dataSource());
        UUID tenant = store.tenants().findOrCreate(TENANT).id();
        FileReading parsing = (path, name) -> {
            stopAt(place.equals("parsing") && name.equals(file));
            return new FileParser().parse(path, name);
        };
        ContractReader reading = contract -> {
            stopAt(place.equals("reading") && contract.file().equals(file));
            return new PartyReader().read(contract);
        };
        Ingestion ingestion = new Ingestion(
                database.tenancy(),
                store,
                new IncomingFiles(ExpansionLimits.STANDARD),
                parsing,
                new Encoder(),
                reading,
                PartyReader.VERSION);
        List<UUID> unfinished = ingestion.listUnfinished(tenant);
        UUID job = unfinished.isEmpty()
                ? ingestion.submit(tenant, List.of(Path.of(arguments[1])), Submission.PLAIN)
                : unfinished.get(0);
        ingestion.run(tenant, job);
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
