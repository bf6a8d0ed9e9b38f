package io.recital.api.fact;

import io.recital.api.document.ReceivedFiles;
import io.recital.api.problem.ProblemException;
import io.recital.api.security.ApiKeyFilter;
import io.recital.ingestion.facts.FactImports;
import io.recital.ingestion.facts.FactImports.Imported;
import io.recital.ingestion.facts.VendorLinks;
import io.recital.models.fact.FactKind;
import io.recital.models.fact.FeedMapping;
import io.recital.models.store.FactSelection;
import io.recital.models.store.Page;
import io.recital.models.store.Repositories;
import io.recital.models.store.StoredFact;
import io.recital.models.store.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Performance facts: what was delivered, measured, invoiced and paid. */
@RestController
@RequestMapping("/api/v1/facts")
@Tag(name = "Facts")
class FactController {
    private static final int MOST = 500;

    private final FactImports imports;
    private final VendorLinks vendors;
    private final Repositories store;
    private final Tenancy tenancy;
    private final Clock clock;

    FactController(FactImports imports, VendorLinks vendors, Repositories store, Tenancy tenancy, Clock clock) {
        this.imports = imports;
        this.vendors = vendors;
        this.store = store;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Import performance facts",
            description =
                    "CSV and XLSX files, as other systems export them: the header of a sheet says its kind. Answers when"
                            + " all rows are read: what was added, corrected and known, the mapping that was used, and each refused"
                            + " row with its reason. The same rows again change nothing; a corrected value is kept beside the old one.")
    ImportView add(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant,
            @RequestParam("files") List<MultipartFile> files,
            @Parameter(
                            description =
                                    "System that the files come from; how its files are read is remembered under this name")
                    @RequestParam(defaultValue = FactImports.DEFAULT_FEED)
                    String feed,
            @Parameter(
                            description = "How the files are read, where the proposal is wrong or undecided",
                            example =
                                    "{\"invoice-line\": {\"columns\": {\"net\": \"Our total\"}, \"dates\": \"day-first\"}}")
                    @RequestParam(required = false)
                    @Nullable
                    String mapping) {
        FeedMapping stated = mapping == null || mapping.isBlank() ? FeedMapping.NONE : Mappings.read(mapping);
        try (ReceivedFiles received = ReceivedFiles.of(files)) {
            Imported imported = imports.run(tenant, Mappings.requireFeed(feed), stated, received.paths());
            return ImportView.of(imported, vendors.listUnmatched(tenant).size());
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest(e.getMessage() + ".");
        } catch (IOException e) {
            throw new UncheckedIOException("The uploaded files of facts cannot be read", e);
        }
    }

    @GetMapping
    @Operation(
            summary = "List performance facts",
            description = "With file, sheet and line of each, a page at a time, in the order in which they came.")
    Page<FactView> list(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant,
            @Parameter(example = "invoice-line") @RequestParam(required = false) @Nullable String kind,
            @Parameter(description = "Id or name of the vendor, as the facts have it", example = "V20417")
                    @RequestParam(required = false)
                    @Nullable
                    String vendor,
            @Parameter(description = "As they were known at the end of this day", example = "2026-06-30")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate knownOn,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        Set<FactKind> kinds = kind == null || kind.isBlank() ? Set.of() : Set.of(kindOf(kind));
        Page<StoredFact> page = tenancy.call(tenant, () -> {
            Set<String> keys = vendor == null ? Set.of() : vendorKeys(vendor);
            if (vendor != null && keys.isEmpty()) {
                return new Page<>(List.of(), null);
            }
            FactSelection selection = new FactSelection(kinds, keys, knownOn == null ? null : endOf(knownOn));
            return store.facts().list(selection, cursor, Math.max(1, Math.min(limit, MOST)));
        });
        return new Page<>(page.items().stream().map(FactView::of).toList(), page.next());
    }

    @GetMapping("/versions")
    @Operation(
            summary = "List all versions of a fact, oldest first",
            description = "What was said before a correction.")
    List<FactView> listVersions(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant,
            @Parameter(example = "invoice-line") @RequestParam String kind,
            @RequestParam String id) {
        FactKind of = kindOf(kind);
        List<StoredFact> versions = tenancy.call(tenant, () -> store.facts().listVersions(of, id));
        if (versions.isEmpty()) {
            throw ProblemException.notFound(of.label(), id);
        }
        return versions.stream().map(FactView::of).toList();
    }

    private Set<String> vendorKeys(String vendor) {
        return store.facts().listVendors().stream()
                .map(use -> use.vendor())
                .filter(known ->
                        known.id().equals(vendor.strip()) || known.name().equalsIgnoreCase(vendor.strip()))
                .map(known -> known.key())
                .collect(Collectors.toSet());
    }

    private Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(clock.getZone()).toInstant().minusMillis(1);
    }

    private static FactKind kindOf(String kind) {
        try {
            return FactKind.valueOf(kind.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest("There is no kind '" + kind + "'; use "
                    + Arrays.stream(FactKind.values()).map(FactKind::label).collect(Collectors.joining(", ")) + ".");
        }
    }
}
