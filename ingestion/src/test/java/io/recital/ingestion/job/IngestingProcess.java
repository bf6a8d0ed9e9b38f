package io.recital.ingestion.job;

import io.recital.ingestion.document.ExpansionLimits;
import io.recital.ingestion.document.FileParser;
import io.recital.ingestion.document.IncomingFiles;
import io.recital.models.evidence.Sha256;
import io.recital.models.finding.ContractReader;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.LlmCall;
import io.recital.models.inference.Encoder;
import io.recital.models.store.Database;
import io.recital.models.store.DatabaseSettings;
import io.recital.models.store.Repositories;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/** A process of its own that ingests a folder and stops for ever at one place of one file, to be killed there. */
final class IngestingProcess {
    static final String STUCK = "stuck";
    static final String TENANT = "Killed";
    /** The answer of a language model that arrives just before the process is killed. */
    static final LlmCall PAID = new LlmCall(
            Sha256.of("question"),
            Sha256.of("clause"),
            FindingKind.LEVER,
            "small",
            "lever/1",
            "{\"findings\":[]}",
            null,
            700,
            5,
            BigMoney.of(CurrencyUnit.EUR, new BigDecimal("0.002")));

    private IngestingProcess() {}

    /** Arguments: data directory, folder, where to stop ({@code parsing}, {@code reading} or {@code asking}), name of the file. */
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
        ContractReader reading = (contract, calls) -> {
            if (place.equals("asking") && contract.file().equals(file)) {
                calls.record(PAID);
                stopAt(true);
            }
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
