package io.recital.ingestion.job;

import io.recital.ingestion.job.DocumentIngestion.Cut;
import io.recital.ingestion.job.DocumentIngestion.Ended;
import io.recital.ingestion.job.DocumentIngestion.Prepared;
import io.recital.models.store.ItemState;
import io.recital.models.store.Job;
import io.recital.models.store.JobItem;
import io.recital.models.store.JobItem.Outcome;
import io.recital.models.store.Repositories;
import io.recital.models.store.Tenancy;
import io.recital.models.store.error.StoreException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
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
    private final SideReading sides;
    private final FamilyReading families;

    IngestionJobs(Tenancy tenancy, Repositories store, DocumentIngestion ingestion) {
        this.tenancy = tenancy;
        this.store = store;
        this.ingestion = ingestion;
        this.sides = new SideReading(tenancy, store);
        this.families = new FamilyReading(tenancy, store);
    }

    /**
     * Runs the job to its end. One run of a job at a time; a retriable exception means: run it again later. While one
     * file is read for findings, the next one is parsed and embedded.
     */
    Job run(UUID tenant, UUID job) {
        tenancy.run(tenant, () -> store.jobs().start(job));
        ExecutorService reader = Executors.newSingleThreadExecutor(IngestionJobs::readerThread);
        try {
            Future<?> reading = CompletableFuture.completedFuture(null);
            Optional<JobItem> next = claim(tenant, job);
            while (next.isPresent()) {
                JobItem item = next.get();
                Prepared prepared = prepare(tenant, item);
                await(reading);
                reading = reader.submit(() -> finish(tenant, item, prepared));
                next = claim(tenant, job);
            }
            await(reading);
        } finally {
            end(reader);
        }
        readFamilies(tenant, job);
        return tenancy.call(tenant, () -> {
            store.jobs().finish(job);
            return store.jobs().get(job);
        });
    }

    /**
     * Whose the contracts are, and how they stand to each other, which tells the numbers by which others are known. What
     * went wrong with it never holds a job up: the next one tries again.
     */
    private void readFamilies(UUID tenant, UUID job) {
        try {
            SideReading.Settled settled = sides.refresh(tenant);
            families.refresh(tenant);
            if (settled.changed() > 0) {
                SideReading.Settled again = sides.refresh(tenant);
                families.refresh(tenant);
                remark(tenant, job, again.remarks());
            }
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("Relations could not be read: {}", e.getClass().getName());
        }
    }

    /** What is open while another job still reads is for that one to say: it may bring the answer. */
    private void remark(UUID tenant, UUID job, List<String> remarks) {
        tenancy.run(tenant, () -> {
            if (store.jobs().listUnfinished().stream().allMatch(job::equals)) {
                remarks.forEach(remark -> store.jobs().addNote(job, remark));
            }
        });
    }

    private Optional<JobItem> claim(UUID tenant, UUID job) {
        return tenancy.call(tenant, () -> store.jobs().claimNext(job));
    }

    private Prepared prepare(UUID tenant, JobItem item) {
        if (item.attempts() > MOST_ATTEMPTS) {
            return new Ended(Outcome.of(
                    ItemState.FAILED,
                    "It was begun " + (item.attempts() - 1)
                            + " times and never ended; look at the log and the memory."));
        }
        try {
            return ingestion.prepare(tenant, item);
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (RuntimeException e) {
            return new Ended(failed(item, e));
        }
    }

    private void finish(UUID tenant, JobItem item, Prepared prepared) {
        Outcome outcome = outcome(tenant, item, prepared);
        tenancy.run(tenant, () -> store.jobs().finishItem(item.id(), outcome));
        LOG.info("Job {}: {} is {}", item.job(), item.file().file(), outcome.state());
    }

    private Outcome outcome(UUID tenant, JobItem item, Prepared prepared) {
        if (prepared instanceof Ended ended) {
            return ended.outcome();
        }
        try {
            return ingestion.read(tenant, item, (Cut) prepared);
        } catch (RuntimeException e) {
            return failed(item, e);
        }
    }

    private static Thread readerThread(Runnable work) {
        Thread thread = new Thread(work, "reading");
        thread.setDaemon(true);
        return thread;
    }

    private static void await(Future<?> reading) {
        try {
            reading.get();
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("Reading a file ended with an error", e.getCause());
        }
    }

    /** A run has ended when nothing of it works any more. */
    private static void end(ExecutorService reader) {
        reader.shutdown();
        try {
            if (!reader.awaitTermination(10, TimeUnit.MINUTES)) {
                LOG.warn("A file is still being read after its job was left");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static IngestionException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IngestionException(
                IngestionException.Category.INTERRUPTED, "The job was interrupted; run it again", e);
    }

    /**
     * One bad document never stops the others; what may succeed later stops the run. Only the kind of error is logged:
     * its message may quote the contract.
     */
    private static Outcome failed(JobItem item, RuntimeException e) {
        if (e instanceof StoreException store && store.retriable()) {
            throw store;
        }
        StackTraceElement[] trace = e.getStackTrace();
        LOG.error(
                "{} failed with {} at {}",
                item.file().file(),
                e.getClass().getName(),
                trace.length == 0 ? "an unknown place" : trace[0]);
        return Outcome.of(
                ItemState.FAILED,
                e instanceof StoreException
                        ? e.getMessage()
                        : "An error of ours (" + e.getClass().getSimpleName() + "); please report it.");
    }
}
