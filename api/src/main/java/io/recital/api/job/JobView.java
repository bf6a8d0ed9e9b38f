package io.recital.api.job;

import io.recital.models.store.ItemState;
import io.recital.models.store.Job;
import io.recital.models.store.JobItem;
import io.recital.models.store.JobState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A job as the API shows it. */
@Schema(name = "Job", description = "An ingestion and how far it has come")
public record JobView(
        UUID id,
        JobState state,

        @Schema(description = "Files known so far; unpacking an archive adds to it")
        int documents,

        @Schema(description = "Files to which nothing more will happen")
        int finished,

        @Schema(description = "Files by state") Map<ItemState, Integer> states,
        @Schema(description = "Passages embedded so far") int passages,
        @Schema(description = "Findings made so far") int findings,

        @Schema(description = "What there is to know about the whole, such as a language model that was down")
        List<String> notes,

        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {
    /** The view of a job. */
    public static JobView of(Job job) {
        return new JobView(
                job.id(),
                job.state(),
                job.total(),
                job.finished(),
                job.files(),
                job.passages(),
                job.findings(),
                job.notes(),
                job.createdAt(),
                job.startedAt(),
                job.finishedAt());
    }

    /**
     * One file of a job.
     *
     * @param reason why it was refused or failed
     */
    @Schema(name = "JobFile")
    record File(
            String file,
            @Nullable String container,
            ItemState state,
            @Nullable String reason,
            @Nullable UUID contract,
            @Nullable UUID document,
            int passages,
            int findings) {
        static File of(JobItem item) {
            return new File(
                    item.file().file(),
                    item.file().container(),
                    item.state(),
                    item.reason(),
                    item.contract(),
                    item.document(),
                    item.passages(),
                    item.findings());
        }
    }
}
