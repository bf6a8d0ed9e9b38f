package io.recital.api.finding;

import io.recital.api.problem.ProblemException;
import io.recital.api.security.ApiKeyFilter;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingContent;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.ReviewStatus;
import io.recital.models.store.FindingDecision;
import io.recital.models.store.FindingFilter;
import io.recital.models.store.FindingReview;
import io.recital.models.store.Page;
import io.recital.models.store.Repositories;
import io.recital.models.store.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Findings: what was promised, and what people decided about it. */
@RestController
@RequestMapping("/api/v1/findings")
@Tag(name = "Findings")
class FindingController {
    private final Repositories store;
    private final Tenancy tenancy;
    private final JsonMapper json;

    FindingController(Repositories store, Tenancy tenancy, JsonMapper json) {
        this.store = store;
        this.tenancy = tenancy;
        this.json = json;
    }

    /**
     * A person's decision.
     *
     * @param correction what the finding should say, with {@code corrected} and only then
     */
    record Review(
            @NotNull ReviewStatus status,
            @NotBlank String reviewer,
            @Nullable String note,
            @Nullable FindingContent correction) {}

    @GetMapping
    @Operation(summary = "List findings", description = "Of current document versions, a page at a time.")
    Page<FindingView> list(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant,
            @Parameter(example = "lever") @RequestParam(required = false) @Nullable String kind,
            @Parameter(example = "payment-term") @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable UUID contract,
            @RequestParam(required = false) @Nullable UUID counterparty,
            @RequestParam(defaultValue = "0") double minConfidence,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        FindingFilter filter = new FindingFilter(kindOf(kind), type, contract, null, counterparty, minConfidence);
        return tenancy.call(tenant, () -> {
            Page<Finding> page = store.findings().list(filter, cursor, Math.max(1, Math.min(limit, 500)));
            return new Page<>(FindingView.list(page.items(), store.carriedFindings()), page.next());
        });
    }

    @GetMapping("/lost")
    @Operation(
            summary = "List what has to be stated again",
            description =
                    "What people stated of earlier versions of documents and could not be carried over: a quote no"
                            + " longer stands in the current version as it did. Each is in the list until it is stated again"
                            + " (POST /contracts/{id}/findings with 'again') or rejected.")
    List<FindingView> listLost(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant,
            @Parameter(example = "check") @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable UUID contract) {
        FindingKind wanted = kindOf(kind);
        return tenancy.call(
                tenant,
                () -> store.carriedFindings().listLost(contract == null ? null : List.of(contract)).stream()
                        .filter(lost ->
                                wanted == null || lost.finding().content().kind() == wanted)
                        .map(FindingView::of)
                        .toList());
    }

    @GetMapping("/{id}")
    @Operation(summary = "Get a finding")
    FindingView get(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant, @PathVariable UUID id) {
        return tenancy.call(tenant, () -> view(id));
    }

    @PostMapping("/{id}/reviews")
    @Operation(summary = "Decide about a finding", description = "Appended; the finding itself is never written over.")
    FindingView review(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant,
            @PathVariable UUID id,
            @Validated @RequestBody Review review) {
        FindingReview decision = ProblemException.valid(
                () -> new FindingReview(review.status(), review.reviewer(), review.note(), review.correction()));
        return tenancy.call(tenant, () -> {
            Finding finding = store.findings().find(id).orElseThrow(() -> ProblemException.notFound("finding", id));
            store.contracts().lock(finding.contract());
            store.carriedFindings().findSuccessor(id).ifPresent(successor -> {
                throw ProblemException.badRequest("The finding " + id
                        + " is of an earlier version of its document and goes on as " + successor
                        + ": decide about that one.");
            });
            store.reviews().add(id, decision);
            return view(id);
        });
    }

    private FindingView view(UUID id) {
        Finding finding = store.findings().find(id).orElseThrow(() -> ProblemException.notFound("finding", id));
        return FindingView.list(List.of(finding), store.carriedFindings()).get(0);
    }

    @GetMapping("/{id}/reviews")
    @Operation(summary = "List the decisions about a finding, oldest first")
    List<FindingDecision> listReviews(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant, @PathVariable UUID id) {
        return tenancy.call(tenant, () -> {
            if (store.findings().find(id).isEmpty()) {
                throw ProblemException.notFound("finding", id);
            }
            return store.reviews().list(id);
        });
    }

    @GetMapping(value = "/reviews", produces = MediaType.APPLICATION_NDJSON_VALUE)
    @Operation(
            summary = "Export what people decided",
            description = "A JSON line for each finding that was decided about, with its words: the tenant's own gold.")
    ResponseEntity<String> exportReviews(@Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant) {
        String lines = tenancy.call(
                tenant,
                () -> store.reviews().listLatest().stream()
                        .map(decision -> Reviewed.of(decision, store.findings().get(decision.finding())))
                        .map(json::writeValueAsString)
                        .collect(Collectors.joining("\n", "", "\n")));
        return ResponseEntity.ok(lines.strip().isEmpty() ? "" : lines);
    }

    /**
     * A line of the export.
     *
     * @param content what is right: the correction, or else what was found; of a rejected finding what was wrong
     */
    record Reviewed(
            UUID finding,
            UUID document,
            String file,
            ReviewStatus status,
            String reviewer,
            Instant at,
            @Nullable String note,
            FindingContent content,
            List<CitationView> citations) {
        static Reviewed of(FindingDecision decision, Finding finding) {
            FindingContent correction = decision.review().correction();
            return new Reviewed(
                    finding.id(),
                    finding.document(),
                    finding.citations().get(0).file(),
                    decision.review().status(),
                    decision.review().reviewer(),
                    decision.at(),
                    decision.review().note(),
                    correction == null ? finding.content() : correction,
                    finding.citations().stream().map(CitationView::of).toList());
        }
    }

    private static @Nullable FindingKind kindOf(@Nullable String kind) {
        if (kind == null || kind.isBlank()) {
            return null;
        }
        try {
            return FindingKind.valueOf(kind.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest("There is no kind '" + kind
                    + "'; use fact, obligation, milestone, measure, lever, check or label.");
        }
    }
}
