package io.recital.api.family;

import io.recital.api.counterparty.NamedCounterparty;
import io.recital.api.problem.ProblemException;
import io.recital.api.security.ApiKeyFilter;
import io.recital.models.clause.Clause;
import io.recital.models.contract.Contract;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.FamilyMember;
import io.recital.models.finding.Finding;
import io.recital.models.store.Repositories;
import io.recital.models.store.StoredFamilies;
import io.recital.models.store.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How contracts stand to each other, and which text holds on a day. */
@RestController
@Tag(name = "Contract families")
class FamilyController {
    private final Repositories store;
    private final Tenancy tenancy;
    private final Clock clock;

    FamilyController(Repositories store, Tenancy tenancy, Clock clock) {
        this.store = store;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @GetMapping("/api/v1/families")
    @Operation(
            summary = "Get the contracts with a counterparty and how they stand to each other",
            description = "Each relation (amends, restates, supplements, waives, overrides, schedule-to, duplicate-of,"
                    + " refers-to-missing, unsigned) with its confidence and the words that it was read from; the days of"
                    + " signature, effect and of becoming known are kept apart.")
    FamilyView family(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant,
            @Parameter(description = "Id or name of one counterparty", example = "Tarnwell") @RequestParam
                    String supplier,
            @Parameter(description = "Today when left out", example = "2026-06-30")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate asOf) {
        return tenancy.call(tenant, () -> {
            UUID counterparty =
                    NamedCounterparty.get(store.counterparties(), supplier).id();
            return FamilyView.of(family(counterparty), dayOf(asOf));
        });
    }

    @GetMapping("/api/v1/findings/{id}/governing")
    @Operation(
            summary = "Tell what became of a finding by a day",
            description = "Whether it holds, or which text has taken its place, with the chain that leads there.")
    GoverningView finding(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant,
            @PathVariable UUID id,
            @Parameter(description = "Today when left out", example = "2026-06-30")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate asOf) {
        return tenancy.call(tenant, () -> {
            Finding finding = store.findings().find(id).orElseThrow(() -> ProblemException.notFound("finding", id));
            return GoverningView.of(familyOf(finding.contract()).governing(finding, dayOf(asOf)));
        });
    }

    @GetMapping("/api/v1/contracts/{id}/governing")
    @Operation(
            summary = "Tell what became of a clause by a day",
            description = "Whether it holds, or which text has changed it or taken its place, with the chain that leads"
                    + " there: texts that name the clause by its number or its heading, and terms of the same subject.")
    GoverningView clause(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant,
            @PathVariable UUID id,
            @Parameter(description = "Its path, its heading or its id", example = "4.4") @RequestParam String clause,
            @Parameter(description = "Today when left out", example = "2026-06-30")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate asOf) {
        return tenancy.call(tenant, () -> {
            ContractFamily family = familyOf(id);
            FamilyMember member = family.find(id).orElseThrow();
            return GoverningView.of(
                    family.governing(member, asked(member, clause.strip()), this::clauses, dayOf(asOf)));
        });
    }

    /** By path or id, or else by its heading. */
    private Clause asked(FamilyMember member, String named) {
        List<Clause> clauses = clauses(member);
        return clauses.stream()
                .filter(each -> each.path().equalsIgnoreCase(named)
                        || each.id().toString().equals(named))
                .findFirst()
                .or(() -> clauses.stream()
                        .filter(each -> named.equalsIgnoreCase(each.heading()))
                        .findFirst())
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "not-found",
                        "“" + member.contract().title() + "” has no clause “" + named
                                + "”: give its number, such as 4.4, or its whole heading."));
    }

    private List<Clause> clauses(FamilyMember member) {
        return store.clauses().listByDocument(member.contract().document());
    }

    private ContractFamily familyOf(UUID id) {
        Contract contract = store.contracts().find(id).orElseThrow(() -> ProblemException.notFound("contract", id));
        UUID counterparty = contract.counterparty();
        if (counterparty == null) {
            throw ProblemException.badRequest("It is not told whose “" + contract.title()
                    + "” is, so nothing is known of what changes it: state its counterparty first.");
        }
        return family(counterparty);
    }

    private ContractFamily family(UUID counterparty) {
        return new StoredFamilies(store)
                .list(contract -> counterparty.equals(contract.counterparty())).stream()
                        .filter(family -> family.counterparty().id().equals(counterparty))
                        .findFirst()
                        .orElseThrow(() -> ProblemException.notFound("contract with counterparty", counterparty));
    }

    private LocalDate dayOf(@Nullable LocalDate asOf) {
        return asOf == null ? LocalDate.now(clock) : asOf;
    }
}
