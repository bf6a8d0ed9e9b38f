package io.recital.api.job;

import io.recital.api.problem.ProblemException;
import io.recital.api.security.ApiKeyFilter;
import io.recital.models.finding.LlmUse;
import io.recital.models.store.Job;
import io.recital.models.store.JobItem;
import io.recital.models.store.Page;
import io.recital.models.store.Repositories;
import io.recital.models.store.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Ingestion jobs and their progress. */
@RestController
@RequestMapping("/api/v1/jobs")
@Tag(name = "Jobs")
class JobController {
    private final Repositories store;
    private final Tenancy tenancy;

    JobController(Repositories store, Tenancy tenancy) {
        this.store = store;
        this.tenancy = tenancy;
    }

    @GetMapping
    @Operation(summary = "List jobs", description = "Newest first, a page at a time.")
    Page<JobView> list(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        return tenancy.call(tenant, () -> {
            Page<Job> page = store.jobs().list(cursor, Math.max(1, Math.min(limit, 200)));
            Map<UUID, LlmUse> uses = store.llmCalls()
                    .usesOfJobs(page.items().stream().map(Job::id).toList());
            return new Page<>(
                    page.items().stream()
                            .map(job -> JobView.of(job, uses.get(job.id())))
                            .toList(),
                    page.next());
        });
    }

    @GetMapping("/{id}")
    @Operation(summary = "Get a job's progress in documents and passages")
    JobView get(@Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant, @PathVariable UUID id) {
        return tenancy.call(
                        tenant,
                        () -> store.jobs()
                                .find(id)
                                .map(job -> JobView.of(
                                        job,
                                        store.llmCalls().usesOfJobs(List.of(id)).get(id))))
                .orElseThrow(() -> ProblemException.notFound("job", id));
    }

    @GetMapping("/{id}/files")
    @Operation(summary = "List a job's files with what became of each, and why")
    Page<JobView.File> files(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "200") int limit) {
        return tenancy.call(tenant, () -> {
            Page<JobItem> page = store.jobs().listItems(id, cursor, Math.max(1, Math.min(limit, 1000)));
            Map<UUID, LlmUse> uses = store.llmCalls().usesOfItems(id);
            return new Page<>(
                    page.items().stream()
                            .map(item -> JobView.File.of(item, uses.get(item.id())))
                            .toList(),
                    page.next());
        });
    }
}
