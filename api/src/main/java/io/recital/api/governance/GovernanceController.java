package io.recital.api.governance;

import io.recital.api.counterparty.NamedCounterparty;
import io.recital.api.problem.ProblemException;
import io.recital.api.security.ApiKeyFilter;
import io.recital.models.governance.Governance;
import io.recital.models.governance.RecordKind;
import io.recital.models.governance.Recorded;
import io.recital.models.store.Repositories;
import io.recital.models.store.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Meetings, corrective actions, objectives, risks, ideas, disputes, gain-shares and comments: all kept in one way. */
@RestController
@RequestMapping("/api/v1/governance/{kind}")
@Tag(name = "Governance")
class GovernanceController {
    private final Repositories store;
    private final Tenancy tenancy;

    GovernanceController(Repositories store, Tenancy tenancy) {
        this.store = store;
        this.tenancy = tenancy;
    }

    @GetMapping
    @Operation(
            summary = "List the records of a kind",
            description = "Each as its latest version says it; with 'knownOn' as it was recorded by then.")
    List<RecordView> list(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant,
            @Parameter(
                            example = "actions",
                            description =
                                    "meetings, actions, objectives, risks, ideas, disputes, gain-shares or comments")
                    @PathVariable
                    String kind,
            @Parameter(description = "Id or name of one counterparty; all when left out")
                    @RequestParam(required = false)
                    @Nullable
                    String supplier,
            @Parameter(example = "2026-06-30") @RequestParam(required = false) @Nullable LocalDate knownOn) {
        RecordKind sort = kind(kind);
        return tenancy.call(tenant, () -> {
            Governance kept = store.governance().load(knownOn);
            Optional<UUID> only = Optional.ofNullable(supplier)
                    .map(named ->
                            NamedCounterparty.get(store.counterparties(), named).id());
            return kept.list(sort.type()).stream()
                    .filter(record -> only.isEmpty()
                            || record.content().findCounterparty().equals(only))
                    .map(RecordView::of)
                    .toList();
        });
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Add a record",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            examples = {
                                                @ExampleObject(name = "meetings", value = GovernanceExamples.MEETING),
                                                @ExampleObject(name = "actions", value = GovernanceExamples.ACTION),
                                                @ExampleObject(
                                                        name = "objectives",
                                                        value = GovernanceExamples.OBJECTIVE),
                                                @ExampleObject(name = "risks", value = GovernanceExamples.RISK),
                                                @ExampleObject(name = "ideas", value = GovernanceExamples.IDEA),
                                                @ExampleObject(name = "disputes", value = GovernanceExamples.DISPUTE),
                                                @ExampleObject(
                                                        name = "gain-shares",
                                                        value = GovernanceExamples.GAIN_SHARE),
                                                @ExampleObject(name = "comments", value = GovernanceExamples.COMMENT)
                                            })))
    RecordView add(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant,
            @PathVariable String kind,
            @RequestBody SentRecord sent) {
        RecordKind sort = kind(kind);
        String by = sent.requireBy();
        return tenancy.call(tenant, () -> RecordView.of(store.governance().add(sent.read(sort, store), by)));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Get a record as its latest version says it")
    RecordView get(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant,
            @PathVariable String kind,
            @PathVariable UUID id) {
        RecordKind sort = kind(kind);
        return tenancy.call(tenant, () -> RecordView.of(require(sort, id)));
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Say anew what a record says",
            description = "All its fields, as for a new one. What it said before is kept as an earlier version.")
    RecordView change(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant,
            @PathVariable String kind,
            @PathVariable UUID id,
            @RequestBody SentRecord sent) {
        RecordKind sort = kind(kind);
        String by = sent.requireBy();
        return tenancy.call(tenant, () -> {
            require(sort, id);
            return RecordView.of(store.governance().change(id, sent.read(sort, store), by));
        });
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take back a record that was made by mistake", description = "Its versions are kept.")
    void withdraw(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant,
            @PathVariable String kind,
            @PathVariable UUID id,
            @Parameter(description = "Who takes it back") @RequestParam String by) {
        RecordKind sort = kind(kind);
        if (by.isBlank()) {
            throw ProblemException.badRequest("Say who takes it back ('by').");
        }
        tenancy.run(tenant, () -> {
            require(sort, id);
            store.governance().withdraw(id, by.strip());
        });
    }

    @GetMapping("/{id}/versions")
    @Operation(summary = "List all that a record ever said, the oldest first")
    List<RecordView> versions(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant,
            @PathVariable String kind,
            @PathVariable UUID id) {
        RecordKind sort = kind(kind);
        List<RecordView> versions = tenancy.call(
                tenant,
                () -> store.governance().listVersions(id).stream()
                        .filter(version -> RecordKind.of(version.content()) == sort)
                        .map(RecordView::of)
                        .toList());
        if (versions.isEmpty()) {
            throw ProblemException.notFound("record", id);
        }
        return versions;
    }

    private Recorded<?> require(RecordKind kind, UUID id) {
        Optional<Recorded<?>> found = store.governance().find(id);
        return found.filter(record -> RecordKind.of(record.content()) == kind)
                .orElseThrow(() -> ProblemException.notFound("record", id));
    }

    private static RecordKind kind(String name) {
        return RecordKind.find(name)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "not-found",
                        "There is no kind of record “" + name + "”. There are: "
                                + Arrays.stream(RecordKind.values())
                                        .map(RecordKind::plural)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }
}
