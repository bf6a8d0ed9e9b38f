package io.recital.eval.answers;

import io.recital.eval.EvalException;
import io.recital.extraction.cascade.Cascade;
import io.recital.extraction.cascade.OfflineExtractors;
import io.recital.extraction.onnx.ClauseClassifier;
import io.recital.ingestion.document.ExpansionLimits;
import io.recital.ingestion.document.FileParser;
import io.recital.ingestion.document.IncomingFiles;
import io.recital.ingestion.job.Ingestion;
import io.recital.ingestion.job.Submission;
import io.recital.models.contract.TenantRole;
import io.recital.models.finding.Extractor;
import io.recital.models.inference.TextEncoder;
import io.recital.models.store.Job;
import io.recital.models.store.Repositories;
import io.recital.models.store.Tenancy;
import io.recital.samples.SamplePortfolio;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ingests a portfolio as the service does: all offline extractors, and the tenant's role as the only thing said. */
final class PortfolioIngestion {
    private static final Logger LOG = LoggerFactory.getLogger(PortfolioIngestion.class);

    private final Tenancy tenancy;
    private final Repositories store;
    private final TextEncoder encoder;

    PortfolioIngestion(Tenancy tenancy, Repositories store, TextEncoder encoder) {
        this.tenancy = tenancy;
        this.store = store;
        this.encoder = encoder;
    }

    static List<Path> files(QuestionBank bank) {
        return bank.portfolio().documents().stream()
                .map(document -> file(bank, document))
                .toList();
    }

    private static Path file(QuestionBank bank, SamplePortfolio.Document document) {
        return bank.folder().resolve("documents").resolve(document.file());
    }

    /** Takes a minute or more for thirty documents. */
    void ingest(UUID tenant, QuestionBank bank) {
        Map<String, List<Path>> byRole = bank.portfolio().documents().stream()
                .collect(Collectors.groupingBy(
                        SamplePortfolio.Document::role,
                        Collectors.mapping(document -> file(bank, document), Collectors.toList())));
        try (ClauseClassifier classifier = ClauseClassifier.shipped()) {
            List<Extractor> extractors = OfflineExtractors.with(classifier);
            Ingestion ingestion = new Ingestion(
                    tenancy,
                    store,
                    new IncomingFiles(ExpansionLimits.STANDARD),
                    new FileParser()::parse,
                    encoder,
                    new Cascade(extractors),
                    extractors.stream()
                            .map(extractor -> extractor.provenance().toString())
                            .collect(Collectors.joining(" ")));
            byRole.forEach((role, files) -> ingest(ingestion, tenant, role, files));
        }
    }

    private static void ingest(Ingestion ingestion, UUID tenant, String role, List<Path> files) {
        LOG.info("Ingesting {} documents", files.size());
        UUID id = ingestion.submit(tenant, files, new Submission(null, TenantRole.valueOf(role), Map.of(), Map.of()));
        Job job = ingestion.run(tenant, id);
        job.notes().forEach(LOG::warn);
        if (job.finished() < job.total()) {
            throw new EvalException("Not all documents could be ingested");
        }
        LOG.info("Ingested {} documents, {} passages", job.finished(), job.passages());
    }
}
