package io.recital.api.job;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import java.util.UUID;

/** Puts ingestion jobs in line; the line is in PostgreSQL, so a job outlives the process that was to run it. */
public final class IngestionQueue {
    /** The task that runs an ingestion job; its data is the tenant's id, its instance the job's. */
    public static final TaskDescriptor<String> TASK = TaskDescriptor.of("ingestion", String.class);

    private final SchedulerClient scheduler;

    public IngestionQueue(SchedulerClient scheduler) {
        this.scheduler = scheduler;
    }

    /** Has a job run as soon as a worker is free; putting it in line twice is a no-op. */
    public void add(UUID tenant, UUID job) {
        scheduler.scheduleIfNotExists(
                new TaskInstance<>(TASK.getTaskName(), job.toString(), tenant.toString()), Instant.now());
    }
}
