package io.recital.api.fact;

import io.recital.api.problem.ProblemException;
import io.recital.api.security.ApiKeyFilter;
import io.recital.ingestion.facts.FactImports;
import io.recital.models.fact.FactKind;
import io.recital.models.fact.KindMapping;
import io.recital.models.store.Repositories;
import io.recital.models.store.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Feeds: the systems that facts come from, and how their files are read. */
@RestController
@RequestMapping("/api/v1/facts/feeds")
@Tag(name = "Facts")
class FeedController {
    private final FactImports imports;
    private final Repositories store;
    private final Tenancy tenancy;

    FeedController(FactImports imports, Repositories store, Tenancy tenancy) {
        this.imports = imports;
        this.store = store;
        this.tenancy = tenancy;
    }

    @GetMapping
    @Operation(summary = "List the names of the feeds that facts came from")
    List<String> list(@Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant) {
        return tenancy.call(tenant, () -> store.feeds().list());
    }

    @GetMapping("/{feed}/mapping")
    @Operation(
            summary = "Get how the files of a feed are read",
            description =
                    "By kind: the column of each field, constants, and how dates and decimals are written; as it was"
                            + " stated, or proposed from the headers and decided by the columns of earlier files.")
    Map<FactKind, KindMapping> get(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant, @PathVariable String feed) {
        return tenancy.call(tenant, () -> store.feeds().find(feed))
                .map(mapping -> new TreeMap<>(mapping.kinds()))
                .orElseThrow(() -> ProblemException.notFound("feed", feed));
    }

    @PutMapping("/{feed}/mapping")
    @Operation(
            summary = "State how the files of a feed are read",
            description =
                    "Takes the place of what was remembered; a field that is left out is proposed from the header again.")
    Map<FactKind, KindMapping> put(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant,
            @PathVariable String feed,
            @RequestBody JsonNode mapping) {
        try {
            imports.state(tenant, Mappings.requireFeed(feed), Mappings.read(mapping.toString()));
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest(e.getMessage() + ".");
        }
        return get(tenant, Mappings.requireFeed(feed));
    }
}
