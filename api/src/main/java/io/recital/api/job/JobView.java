package io.recital.api.job;

import io.recital.models.finding.LlmUse;
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

        @Schema(
                description =
                        "What a language model was asked: calls, questions answered from memory (cached), left out because the"
                                + " contract's budget was spent (notAsked) or without a usable answer (unanswered), tokens, and"
                                + " what the calls cost. A question is about one clause and one kind of finding. Null when none"
                                + " was needed.")
        @Nullable
        LlmUse llm,

        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {
    /**
     * The view of a job.
     *
     * @param llm null when no language model was needed
     */
    public static JobView of(Job job, @Nullable LlmUse llm) {
        return new JobView(
                job.id(),
                job.state(),
                job.total(),
                job.finished(),
                job.files(),
                job.passages(),
                job.findings(),
                job.notes(),
                llm,
                job.createdAt(),
                job.startedAt(),
                job.finishedAt());
    }

    /**
     * One file of a job.
     *
     * @param reason why it was refused or failed
     * @param llm what a language model was asked about it; null when nothing
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
            int findings,
            @Nullable LlmUse llm) {
        static File of(JobItem item, @Nullable LlmUse llm) {
            return new File(
                    item.file().file(),
                    item.file().container(),
                    item.state(),
                    item.reason(),
                    item.contract(),
                    item.document(),
                    item.passages(),
                    item.findings(),
                    llm);
        }
    }
}
