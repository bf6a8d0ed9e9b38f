package io.recital.api.whatif;

import io.recital.api.counterparty.AskedStandings;
import io.recital.api.problem.ProblemException;
import io.recital.api.security.ApiKeyFilter;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.Scenario;
import io.recital.models.ledger.duty.RenewalChoice;
import io.recital.models.ledger.exit.EarlyEnd;
import io.recital.models.ledger.measure.ChangedTarget;
import io.recital.models.ledger.spend.TierCliff;
import io.recital.models.store.Repositories;
import io.recital.models.store.Tenancy;
import io.recital.performance.ledger.Ledgers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What would be if more were spent, a contract renewed or ended, or a target were another. */
@RestController
@RequestMapping("/api/v1/what-if")
@Tag(name = "What-if")
class WhatIfController {
    private final Repositories store;
    private final Tenancy tenancy;
    private final Ledgers ledgers;

    WhatIfController(Repositories store, Tenancy tenancy, Ledgers ledgers) {
        this.store = store;
        this.tenancy = tenancy;
        this.ledgers = ledgers;
    }

    @GetMapping("/spend")
    @Operation(
            summary = "Tell what reaching the next band of a rebate or discount takes and pays",
            description = "Of the running year by which the contract reckons, from the invoices so far.")
    List<ScenarioView> spend(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant, AskedStandings asked) {
        return scenarios(tenant, asked, TierCliff::of);
    }

    @GetMapping("/renewal")
    @Operation(
            summary = "Hold renewal against termination",
            description =
                    "What renews itself, for how long and at what committed value, and by when a notice ends it; and"
                            + " what ending a contract for convenience today costs, or which input is missing to tell.")
    List<ScenarioView> renewal(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant, AskedStandings asked) {
        return scenarios(
                tenant,
                asked,
                dossier -> Stream.concat(RenewalChoice.of(dossier).stream(), EarlyEnd.of(dossier).stream())
                        .toList());
    }

    @GetMapping("/target")
    @Operation(
            summary = "Hold another target against the measurements of the last twelve months",
            description = "How often it would have been missed, and which credits it would have earned.")
    List<ScenarioView> target(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant,
            @Parameter(description = "Name or code of a performance measure, or words of its name", example = "SL1")
                    @RequestParam
                    String measure,
            @Parameter(description = "In the measure's own unit", example = "99.95") @RequestParam BigDecimal target,
            AskedStandings asked) {
        if (measure.isBlank()) {
            throw ProblemException.badRequest("Name a performance measure, such as SL1 or availability (measure).");
        }
        return scenarios(tenant, asked, dossier -> ChangedTarget.of(dossier, measure, target));
    }

    private List<ScenarioView> scenarios(
            UUID tenant, AskedStandings asked, Function<Dossier, List<Scenario>> reckoning) {
        return asked.read(tenant, store, tenancy, ledgers).standings().stream()
                .flatMap(standing -> reckoning.apply(standing.dossier()).stream()
                        .map(scenario -> ScenarioView.of(standing.name(), scenario)))
                .toList();
    }
}
