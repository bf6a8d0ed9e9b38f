package io.recital.api.reading;

import io.recital.api.finding.FindingView;
import io.recital.api.problem.ProblemException;
import io.recital.api.security.ApiKeyFilter;
import io.recital.ingestion.job.Ingestion;
import io.recital.models.contract.DocumentStatus;
import io.recital.models.contract.DocumentVersion;
import io.recital.models.finding.Finding;
import io.recital.models.finding.ReadingDiff;
import io.recital.models.store.ExtractionRun;
import io.recital.models.store.Repositories;
import io.recital.models.store.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reading a document again after the extractors have changed: look at the difference first, then adopt it. */
@RestController
@RequestMapping("/api/v1/documents/{document}/readings")
@Tag(name = "Readings")
class ReadingController {
    private final Repositories store;
    private final Tenancy tenancy;
    private final Ingestion ingestion;

    ReadingController(Repositories store, Tenancy tenancy, Ingestion ingestion) {
        this.store = store;
        this.tenancy = tenancy;
        this.ingestion = ingestion;
    }

    /** A reading and what it changes against the one that is served. */
    record Comparison(
            ExtractionRun reading,
            List<FindingView> added,
            List<FindingView> removed,
            List<Change> changed,
            int unchanged) {
        record Change(FindingView before, FindingView after) {}

        static Comparison of(ExtractionRun run, ReadingDiff diff) {
            return new Comparison(
                    run,
                    views(diff.added()),
                    views(diff.removed()),
                    diff.changed().stream()
                            .map(change -> new Change(FindingView.of(change.before()), FindingView.of(change.after())))
                            .toList(),
                    diff.unchanged());
        }

        private static List<FindingView> views(List<Finding> findings) {
            return findings.stream().map(FindingView::of).toList();
        }
    }

    @GetMapping
    @Operation(summary = "List the readings of a document version, oldest first")
    List<ExtractionRun> list(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant, @PathVariable UUID document) {
        return tenancy.call(tenant, () -> store.runs().list(document(document).id()));
    }

    @PostMapping
    @Operation(
            summary = "Read a document version again",
            description =
                    "With the extractors of today. Nothing that is served changes; the answer says what would. Takes seconds.")
    Comparison readAgain(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant, @PathVariable UUID document) {
        tenancy.run(tenant, () -> requireRead(document(document)));
        UUID run = ingestion.readAgain(tenant, document);
        return tenancy.call(tenant, () -> compared(document, run));
    }

    @GetMapping("/{reading}")
    @Operation(summary = "Compare a reading with the one that is served")
    Comparison compare(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant,
            @PathVariable UUID document,
            @PathVariable UUID reading) {
        return tenancy.call(tenant, () -> compared(document, reading));
    }

    @PostMapping("/{reading}/adoption")
    @Operation(
            summary = "Serve this reading from now on",
            description = "What people accepted or corrected stays; everything else is taken from this reading.")
    ExtractionRun adopt(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant,
            @PathVariable UUID document,
            @PathVariable UUID reading) {
        return tenancy.call(tenant, () -> {
            ExtractionRun run = run(runs(document), reading);
            store.runs().adopt(run.id());
            return store.runs().get(run.id());
        });
    }

    private Comparison compared(UUID document, UUID reading) {
        List<ExtractionRun> runs = runs(document);
        ExtractionRun run = run(runs, reading);
        List<Finding> served = runs.stream()
                .filter(other -> other.current() && other.stage().equals(run.stage()))
                .findFirst()
                .map(current -> store.findings().listOfRun(current.id()))
                .orElse(List.of());
        return Comparison.of(run, ReadingDiff.between(served, store.findings().listOfRun(run.id())));
    }

    private static ExtractionRun run(List<ExtractionRun> runs, UUID reading) {
        return runs.stream()
                .filter(run -> run.id().equals(reading))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("reading", reading));
    }

    private List<ExtractionRun> runs(UUID document) {
        return store.runs().list(document(document).id());
    }

    private DocumentVersion document(UUID id) {
        return store.documents().find(id).orElseThrow(() -> ProblemException.notFound("document", id));
    }

    private static void requireRead(DocumentVersion document) {
        if (document.status() != DocumentStatus.INGESTED) {
            throw new ProblemException(
                    HttpStatus.CONFLICT,
                    "no-text",
                    "Document " + document.id() + " was not read to its end; ingest it first.");
        }
    }
}
