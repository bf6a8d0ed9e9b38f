package io.recital.api.contract;

import io.recital.api.finding.FindingView;
import io.recital.api.finding.SentFinding;
import io.recital.api.finding.StatedExamples;
import io.recital.api.problem.ProblemException;
import io.recital.api.security.ApiKeyFilter;
import io.recital.models.clause.Clause;
import io.recital.models.contract.Contract;
import io.recital.models.contract.TenantRole;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.ReviewStatus;
import io.recital.models.store.ContractFilter;
import io.recital.models.store.FindingFilter;
import io.recital.models.store.FindingReview;
import io.recital.models.store.Page;
import io.recital.models.store.Repositories;
import io.recital.models.store.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Contracts with their facts and clauses. */
@RestController
@RequestMapping("/api/v1/contracts")
@Tag(name = "Contracts")
class ContractController {
    private final Repositories store;
    private final Tenancy tenancy;

    ContractController(Repositories store, Tenancy tenancy) {
        this.store = store;
        this.tenancy = tenancy;
    }

    /** What can be changed by hand; null leaves it as it is. */
    record Change(
            @Nullable TenantRole role,
            @Nullable String title,
            @Nullable UUID counterparty) {}

    @GetMapping
    @Operation(summary = "List contracts", description = "Oldest first, a page at a time; ask again with 'next'.")
    Page<ContractView> list(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant,
            @RequestParam(required = false) @Nullable UUID counterparty,
            @Parameter(description = "Words of the title") @RequestParam(required = false) @Nullable String title,
            @Parameter(example = "buyer") @RequestParam(required = false) @Nullable String role,
            @Parameter(description = "An id in any of your systems") @RequestParam(required = false) @Nullable
                    String externalId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        ContractFilter filter = new ContractFilter(counterparty, title, roleOf(role), externalId);
        Page<Contract> page =
                tenancy.call(tenant, () -> store.contracts().list(filter, cursor, Math.max(1, Math.min(limit, 500))));
        return new Page<>(page.items().stream().map(ContractView::of).toList(), page.next());
    }

    @GetMapping("/{id}")
    @Operation(summary = "Get a contract with its facts, versions and disagreements")
    ContractView.Details get(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant, @PathVariable UUID id) {
        return tenancy.call(tenant, () -> {
            Contract contract = contract(id);
            List<Finding> facts =
                    store.findings().list(FindingFilter.ofContract(id).ofKind(FindingKind.FACT));
            return new ContractView.Details(
                    ContractView.of(contract),
                    store.documents().listByContract(id),
                    facts.stream().map(FindingView::of).toList(),
                    Disagreement.between(contract.metadata(), facts));
        });
    }

    @PatchMapping("/{id}")
    @Operation(summary = "Change a contract's role, title or counterparty")
    ContractView change(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant,
            @PathVariable UUID id,
            @RequestBody Change change) {
        return tenancy.call(tenant, () -> {
            contract(id);
            if (change.role() != null) {
                store.contracts().setRole(id, change.role());
            }
            if (change.title() != null && !change.title().isBlank()) {
                store.contracts().setTitle(id, change.title());
            }
            if (change.counterparty() != null) {
                if (store.counterparties().find(change.counterparty()).isEmpty()) {
                    throw ProblemException.notFound("counterparty", change.counterparty());
                }
                store.contracts().setCounterparty(id, change.counterparty());
            }
            return ContractView.of(contract(id));
        });
    }

    @GetMapping("/{id}/clauses")
    @Operation(summary = "List the clauses of the current document version, in text order")
    List<Clause> clauses(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant, @PathVariable UUID id) {
        return tenancy.call(
                tenant, () -> store.clauses().listByDocument(contract(id).document()));
    }

    @PostMapping("/{id}/findings")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "State what the contract says",
            description =
                    "What no extractor found: a finding of any kind with the words it rests on, accepted by whoever"
                            + " states it. A check says how a clause is held against the facts, and the ledger computes it for every"
                            + " period. The same again changes nothing; it is withdrawn by rejecting it. A new version of the"
                            + " document takes it over where all its quotes stand there; what does not is in GET /findings/lost"
                            + " until it is stated again. Try a check first: POST /ledger/trial.")
    FindingView state(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant,
            @PathVariable UUID id,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            examples = {
                                                @ExampleObject(name = "check", value = StatedExamples.CHECK),
                                                @ExampleObject(name = "row", value = StatedExamples.ROW),
                                                @ExampleObject(name = "lever", value = StatedExamples.LEVER),
                                                @ExampleObject(name = "family", value = StatedExamples.FAMILY),
                                                @ExampleObject(name = "rise", value = StatedExamples.RISE),
                                                @ExampleObject(name = "rows", value = StatedExamples.ROWS)
                                            }))
                    @RequestBody
                    SentFinding sent) {
        String by = sent.by();
        if (by == null || by.isBlank()) {
            throw ProblemException.badRequest("Who states it? Give 'by'.");
        }
        return tenancy.call(tenant, () -> {
            Finding stated = sent.readForGood(store, id);
            List<UUID> settled = sent.settles(stated, store);
            Finding kept = store.findings().state(stated);
            settled.forEach(lost -> store.carriedFindings().settle(lost, kept.id()));
            if (kept.review() != ReviewStatus.ACCEPTED) {
                store.reviews().add(kept.id(), new FindingReview(ReviewStatus.ACCEPTED, by, sent.note(), null));
            }
            return FindingView.of(store.findings().get(kept.id()));
        });
    }

    private Contract contract(UUID id) {
        return store.contracts().find(id).orElseThrow(() -> ProblemException.notFound("contract", id));
    }

    private static @Nullable TenantRole roleOf(@Nullable String role) {
        if (role == null || role.isBlank()) {
            return null;
        }
        try {
            return TenantRole.valueOf(role.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest(
                    "There is no role '" + role + "'; use buyer, seller, licensor, partner or unknown.");
        }
    }
}
