package io.recital.eval.retrieval;

import io.recital.extraction.cascade.Cascade;
import io.recital.extraction.onnx.ClauseClassifier;
import io.recital.extraction.onnx.ClauseLabelExtractor;
import io.recital.extraction.rules.fact.FactExtractor;
import io.recital.extraction.rules.lever.LeverExtractor;
import io.recital.ingestion.document.ExpansionLimits;
import io.recital.ingestion.document.FileParser;
import io.recital.ingestion.document.IncomingFiles;
import io.recital.ingestion.job.Ingestion;
import io.recital.ingestion.job.Submission;
import io.recital.models.finding.Extractor;
import io.recital.models.inference.TextEncoder;
import io.recital.models.store.Job;
import io.recital.models.store.Repositories;
import io.recital.models.store.Tenancy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ingests as the service does, by the rules for contract facts and the clause classifier: search needs titles, parties and
 * clause scores, and none of the other findings.
 */
final class CorpusIngestion implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CorpusIngestion.class);
    private static final int REPORT_SECONDS = 15;

    private final ClauseClassifier classifier = ClauseClassifier.shipped();
    private final Ingestion ingestion;

    CorpusIngestion(Tenancy tenancy, Repositories store, TextEncoder encoder) {
        List<Extractor> extractors =
                List.of(new FactExtractor(), new ClauseLabelExtractor(classifier, new LeverExtractor()));
        this.ingestion = new Ingestion(
                tenancy,
                store,
                new IncomingFiles(ExpansionLimits.STANDARD),
                new FileParser()::parse,
                encoder,
                new Cascade(extractors),
                extractors.stream()
                        .map(extractor -> extractor.provenance().toString())
                        .collect(Collectors.joining(", ")));
    }

    @Override
    public void close() {
        classifier.close();
    }

    /** Ingests the files, and says every so often how long it will take. */
    void ingest(UUID tenant, List<Path> files) {
        UUID job = ingestion.submit(tenant, files, Submission.PLAIN);
        long start = System.nanoTime();
        ScheduledExecutorService reporter = Executors.newSingleThreadScheduledExecutor();
        try {
            ScheduledFuture<?> reports = reporter.scheduleWithFixedDelay(
                    () -> report(ingestion.progress(tenant, job), start),
                    REPORT_SECONDS,
                    REPORT_SECONDS,
                    TimeUnit.SECONDS);
            Job done = ingestion.run(tenant, job);
            reports.cancel(false);
            done.notes().forEach(LOG::warn);
        } finally {
            reporter.shutdownNow();
        }
    }

    private static void report(Job job, long start) {
        int finished = job.finished();
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        String left = finished == 0
                ? "as yet unknown"
                : elapsed.multipliedBy(job.total() - finished)
                                .dividedBy(finished)
                                .toSeconds() + " s";
        LOG.info(
                "Ingested {} of {} documents, {} passages; time left: {}", finished, job.total(), job.passages(), left);
    }
}
