package io.recital.api.counterparty;

import io.recital.api.problem.ProblemException;
import io.recital.api.security.ApiKeyFilter;
import io.recital.models.contract.Counterparty;
import io.recital.models.store.Repositories;
import io.recital.models.store.Tenancy;
import io.recital.performance.scorecard.Scorecards;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The other sides of contracts: names, aliases, parents. */
@RestController
@RequestMapping("/api/v1/counterparties")
@Tag(name = "Counterparties")
class CounterpartyController {
    private final Repositories store;
    private final Tenancy tenancy;
    private final Scorecards scorecards;
    private final Clock clock;

    CounterpartyController(Repositories store, Tenancy tenancy, Scorecards scorecards, Clock clock) {
        this.store = store;
        this.tenancy = tenancy;
        this.scorecards = scorecards;
        this.clock = clock;
    }

    /** What can be added by hand. */
    record Change(
            @Nullable List<String> addAliases, @Nullable UUID parent) {}

    @GetMapping
    @Operation(summary = "List counterparties by name")
    List<Counterparty> list(@Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant) {
        return tenancy.call(tenant, () -> store.counterparties().list());
    }

    @GetMapping("/{id}")
    @Operation(summary = "Get a counterparty")
    Counterparty get(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant, @PathVariable UUID id) {
        return tenancy.call(tenant, () -> store.counterparties().find(id))
                .orElseThrow(() -> ProblemException.notFound("counterparty", id));
    }

    @PatchMapping("/{id}")
    @Operation(summary = "Add aliases or say which company it belongs to")
    Counterparty change(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant,
            @PathVariable UUID id,
            @RequestBody Change change) {
        return tenancy.call(tenant, () -> {
            if (store.counterparties().find(id).isEmpty()) {
                throw ProblemException.notFound("counterparty", id);
            }
            if (change.addAliases() != null) {
                change.addAliases().forEach(alias -> store.counterparties().addAlias(id, alias));
            }
            if (change.parent() != null) {
                if (store.counterparties().find(change.parent()).isEmpty()) {
                    throw ProblemException.notFound("counterparty", change.parent());
                }
                store.counterparties().setParent(id, change.parent());
            }
            return store.counterparties().get(id);
        });
    }

    @GetMapping("/{id}/scorecard")
    @Operation(
            summary = "Get the scorecard of a counterparty",
            description = "Obligations by status and next due date, performance measures, levers, contract value; every"
                    + " line carries its finding and citations.")
    ScorecardView scorecard(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant,
            @PathVariable UUID id,
            @Parameter(description = "Today when left out", example = "2026-06-30")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate asOf) {
        return scorecards
                .find(tenant, id, asOf == null ? LocalDate.now(clock) : asOf)
                .map(ScorecardView::of)
                .orElseThrow(() -> ProblemException.notFound("counterparty", id));
    }
}
