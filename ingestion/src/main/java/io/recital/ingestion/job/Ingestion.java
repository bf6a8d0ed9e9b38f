package io.recital.ingestion.job;

import io.recital.ingestion.document.IncomingFiles;
import io.recital.ingestion.embed.Embedder;
import io.recital.ingestion.segment.Segmenter;
import io.recital.models.finding.ContractReader;
import io.recital.models.inference.TextEncoder;
import io.recital.models.store.Job;
import io.recital.models.store.Repositories;
import io.recital.models.store.Tenancy;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * Ingestion put together: hand files in, run the job, look how far it is. Running may be left to a scheduler and repeated
 * after a crash; handing in and running need not be in the same process.
 */
public final class Ingestion {
    private final Tenancy tenancy;
    private final Repositories store;
    private final IncomingFiles incoming;
    private final Intake intake;
    private final DocumentIngestion documents;
    private final IngestionJobs jobs;

    /**
     * @param files parses a file; in the service {@code DocumentParser::parse}, which does it in child processes
     * @param reader draws the findings
     * @param readerVersion all that its findings depend on: extractors, prompts, models
     */
    public Ingestion(
            Tenancy tenancy,
            Repositories store,
            IncomingFiles incoming,
            FileReading files,
            TextEncoder encoder,
            ContractReader reader,
            String readerVersion) {
        this.tenancy = tenancy;
        this.store = store;
        this.incoming = incoming;
        this.intake = new Intake(tenancy, store);
        this.documents = new DocumentIngestion(
                tenancy,
                store,
                files,
                new Segmenter(),
                new Embedder(encoder, tenancy, store.passages()),
                new DocumentIngestion.ReadingStage(reader, readerVersion));
        this.jobs = new IngestionJobs(tenancy, store, documents);
    }

    /** Keeps the bytes of all files under the paths (folders, zips and mails are opened) and makes a job of them. */
    public UUID submit(UUID tenant, List<Path> paths, Submission submission) {
        return intake.receive(tenant, submission, receiver -> incoming.expand(paths, receiver));
    }

    /** The same for one file under the name that its uploader gave it. */
    public UUID submit(UUID tenant, Path file, String name, Submission submission) {
        return intake.receive(tenant, submission, receiver -> incoming.expand(file, name, receiver));
    }

    /**
     * Runs the job to its end, or goes on with it; a job that is done stays as it is. One run of a job at a time. A
     * retriable exception means that the same call may succeed later.
     */
    public Job run(UUID tenant, UUID job) {
        return jobs.run(tenant, job);
    }

    /**
     * Reads a document that was ingested before with the extractors of today. Nothing that is served changes: what they
     * find waits to be compared and adopted. The same extractors again change nothing.
     *
     * @return the id of the run
     */
    public UUID readAgain(UUID tenant, UUID document) {
        return documents.readAgain(tenant, document);
    }

    /** How far a job is, in files, passages and findings. */
    public Job progress(UUID tenant, UUID job) {
        return tenancy.call(tenant, () -> store.jobs().get(job));
    }

    /** Jobs that were not run to their end, oldest first: what to run again after a crash. */
    public List<UUID> listUnfinished(UUID tenant) {
        return tenancy.call(tenant, () -> store.jobs().listUnfinished());
    }
}
