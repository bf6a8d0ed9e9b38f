package io.recital.ingestion.job;

import io.recital.models.store.ItemState;
import io.recital.models.store.Job;
import io.recital.models.store.JobItem;
import io.recital.models.store.JobItem.Outcome;
import io.recital.models.store.Repositories;
import io.recital.models.store.Tenancy;
import io.recital.models.store.error.StoreException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs jobs. A run that was killed is simply run again: files that were finished stay so, the one that was under way is
 * taken up where its last step ended.
 */
final class IngestionJobs {
    private static final Logger LOG = LoggerFactory.getLogger(IngestionJobs.class);
    private static final int MOST_ATTEMPTS = 4;

    private final Tenancy tenancy;
    private final Repositories store;
    private final DocumentIngestion ingestion;

    IngestionJobs(Tenancy tenancy, Repositories store, DocumentIngestion ingestion) {
        this.tenancy = tenancy;
        this.store = store;
        this.ingestion = ingestion;
    }

    /** Runs the job to its end. One run of a job at a time; a retriable exception means: run it again later. */
    Job run(UUID tenant, UUID job) {
        tenancy.run(tenant, () -> store.jobs().start(job));
        Optional<JobItem> next = claim(tenant, job);
        while (next.isPresent()) {
            JobItem item = next.get();
            Outcome outcome = outcome(tenant, item);
            tenancy.run(tenant, () -> store.jobs().finishItem(item.id(), outcome));
            LOG.info("Job {}: {} is {}", job, item.file().file(), outcome.state());
            next = claim(tenant, job);
        }
        return tenancy.call(tenant, () -> {
            store.jobs().finish(job);
            return store.jobs().get(job);
        });
    }

    private Optional<JobItem> claim(UUID tenant, UUID job) {
        return tenancy.call(tenant, () -> store.jobs().claimNext(job));
    }

    private Outcome outcome(UUID tenant, JobItem item) {
        if (item.attempts() > MOST_ATTEMPTS) {
            return Outcome.of(
                    ItemState.FAILED,
                    "It was begun " + (item.attempts() - 1)
                            + " times and never ended; look at the log and the memory.");
        }
        try {
            return ingestion.ingest(tenant, item);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IngestionException(
                    IngestionException.Category.INTERRUPTED, "The job was interrupted; run it again", e);
        } catch (StoreException e) {
            if (e.retriable()) {
                throw e;
            }
            return failed(item, e, e.getMessage());
        } catch (RuntimeException e) {
            return failed(item, e, "An error of ours (" + e.getClass().getSimpleName() + "); please report it.");
        }
    }

    /** One bad document never stops the others. Only the kind of error is logged: its message may quote the contract. */
    private static Outcome failed(JobItem item, RuntimeException e, @Nullable String reason) {
        StackTraceElement[] trace = e.getStackTrace();
        LOG.error(
                "{} failed with {} at {}",
                item.file().file(),
                e.getClass().getName(),
                trace.length == 0 ? "an unknown place" : trace[0]);
        return Outcome.of(ItemState.FAILED, reason);
    }
}
