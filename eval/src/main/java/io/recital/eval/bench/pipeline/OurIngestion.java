package io.recital.eval.bench.pipeline;

import io.recital.extraction.cascade.Cascade;
import io.recital.ingestion.document.ExpansionLimits;
import io.recital.ingestion.document.FileParser;
import io.recital.ingestion.document.IncomingFiles;
import io.recital.ingestion.job.Ingestion;
import io.recital.ingestion.job.Submission;
import io.recital.models.finding.Extractor;
import io.recital.models.inference.TextEncoder;
import io.recital.models.store.Database;
import io.recital.models.store.Repositories;
import java.util.List;
import java.util.UUID;

/** The service's own ingestion into the database, for a tenant of its own. */
final class OurIngestion {
    private final Ingestion ingestion;
    private final UUID tenant;

    /** @param extractors none, to compare with what draws no findings */
    OurIngestion(Database database, String tenant, TextEncoder encoder, List<Extractor> extractors) {
        Repositories store = Repositories.over(database.dataSource());
        this.tenant = store.tenants().findOrCreate(tenant).id();
        this.ingestion = new Ingestion(
                database.tenancy(),
                store,
                new IncomingFiles(ExpansionLimits.STANDARD),
                new FileParser()::parse,
                encoder,
                new Cascade(extractors),
                "measured with " + extractors.size() + " extractors");
    }

    UUID tenant() {
        return tenant;
    }

    void ingest(List<TextFile> files) {
        UUID job = ingestion.submit(tenant, files.stream().map(TextFile::path).toList(), Submission.PLAIN);
        ingestion.run(tenant, job);
    }
}
