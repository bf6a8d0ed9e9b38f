package io.recital.api.ledger;

import io.recital.api.finding.SentFinding;
import io.recital.api.finding.StatedExamples;
import io.recital.api.problem.ProblemException;
import io.recital.api.security.ApiKeyFilter;
import io.recital.models.clause.Clause;
import io.recital.models.contract.Contract;
import io.recital.models.family.FamilyMember;
import io.recital.models.finding.ClauseCheck;
import io.recital.models.finding.Finding;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.InOrder;
import io.recital.models.ledger.Ledger;
import io.recital.models.ledger.Outcome;
import io.recital.models.ledger.catalogue.Checks;
import io.recital.models.report.Standing;
import io.recital.models.store.Repositories;
import io.recital.models.store.Tenancy;
import io.recital.performance.ledger.Ledgers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a finding would come to, before anybody states it. */
@RestController
@RequestMapping("/api/v1/ledger/trial")
@Tag(name = "Ledger")
class TrialController {
    private final Repositories store;
    private final Tenancy tenancy;
    private final Ledgers ledgers;

    TrialController(Repositories store, Tenancy tenancy, Ledgers ledgers) {
        this.store = store;
        this.tenancy = tenancy;
        this.ledgers = ledgers;
    }

    /**
     * All that the ledger would say that rests on it.
     *
     * @param changed quoted clauses that another text of the family changed by that day, and which the author does not quote
     */
    record Trial(List<OutcomeView> outcomes, List<InOrderView> inOrder, List<ChangedQuote> changed) {}

    @PostMapping
    @Operation(
            summary = "Try a finding",
            description = "What the ledger would say of it on a day, period by period, with every calculation: what is"
                    + " owed, what is in order, and what cannot be checked; and which of the quoted clauses another text of"
                    + " the family changed by then. Nothing is kept. Its body is that of"
                    + " POST /contracts/{id}/findings.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            examples = {
                                                @ExampleObject(name = "check", value = StatedExamples.CHECK),
                                                @ExampleObject(name = "row", value = StatedExamples.ROW),
                                                @ExampleObject(name = "family", value = StatedExamples.FAMILY),
                                                @ExampleObject(name = "rise", value = StatedExamples.RISE),
                                                @ExampleObject(name = "rows", value = StatedExamples.ROWS)
                                            })))
    Trial run(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant,
            @Parameter(description = "Id of the contract") @RequestParam UUID contract,
            @Parameter(description = "Today when left out", example = "2026-06-30")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate asOf,
            @RequestBody SentFinding sent) {
        Contract read = tenancy.call(tenant, () -> store.contracts().find(contract))
                .orElseThrow(() -> ProblemException.notFound("contract", contract));
        Finding finding = tenancy.call(tenant, () -> sent.read(store, contract));
        UUID counterparty = read.counterparty();
        if (counterparty == null) {
            throw ProblemException.badRequest(
                    "Nobody knows yet with whom this contract is: say it first, PATCH /contracts/{id} with 'counterparty'.");
        }
        Standing standing = ledgers.find(tenant, counterparty, asOf)
                .orElseThrow(() -> ProblemException.notFound("counterparty", counterparty));
        Dossier dossier = standing.dossier()
                .without(stated -> isAnEarlierFormOf(finding, stated))
                .with(finding);
        return new Trial(
                Ledger.of(dossier, Checks.all()).outcomes().stream()
                        .filter(outcome -> restsOn(finding, outcome))
                        .map(outcome -> OutcomeView.of(outcome, dossier.asOf()))
                        .toList(),
                Checks.listInOrder(dossier).stream()
                        .filter(outcome -> restsOn(finding, outcome))
                        .map((InOrder found) -> InOrderView.of(standing, found))
                        .toList(),
                tenancy.call(
                        tenant, () -> ChangedQuote.list(finding, standing.family(), this::clauses, dossier.asOf())));
    }

    private List<Clause> clauses(FamilyMember member) {
        return store.clauses().listByDocument(member.contract().document());
    }

    /** A check of the same name of the same contract, which would claim the same money. */
    private static boolean isAnEarlierFormOf(Finding finding, Finding stated) {
        return finding.content() instanceof ClauseCheck tried
                && stated.content() instanceof ClauseCheck known
                && stated.contract().equals(finding.contract())
                && known.name().equals(tried.name());
    }

    private static boolean restsOn(Finding finding, Outcome outcome) {
        return outcome.rests().stream().anyMatch(rest -> rest.id().equals(finding.id()));
    }
}
