package io.recital.api.ledger;

import io.recital.api.counterparty.AskedStandings;
import io.recital.api.counterparty.NamedCounterparty;
import io.recital.api.problem.ProblemException;
import io.recital.api.security.ApiKeyFilter;
import io.recital.models.contract.Counterparty;
import io.recital.models.fact.Period;
import io.recital.models.ledger.catalogue.Checks;
import io.recital.models.report.ReportQuestion;
import io.recital.models.report.Standing;
import io.recital.models.store.Repositories;
import io.recital.models.store.Tenancy;
import io.recital.performance.claim.ClaimLetter;
import io.recital.performance.claim.LetterDocument;
import io.recital.performance.claim.NothingToClaim;
import io.recital.performance.ledger.Ledgers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What contracts and facts come to in money, with every clause and row, and letters that claim it. */
@RestController
@RequestMapping("/api/v1/ledger")
@Tag(name = "Ledger")
class LedgerController {
    private final Repositories store;
    private final Tenancy tenancy;
    private final Ledgers ledgers;

    LedgerController(Repositories store, Tenancy tenancy, Ledgers ledgers) {
        this.store = store;
        this.tenancy = tenancy;
        this.ledgers = ledgers;
    }

    /** What was said of a matter; {@code said} is false when a run no longer found it. */
    record Version(Instant at, LocalDate asOf, boolean said, OutcomeView outcome) {}

    @GetMapping
    @Operation(
            summary = "Get the ledger",
            description = "Entries of money by class, breaches without a sum, and what could not be checked with the"
                    + " input that is missing; each with its findings, citations, rows and calculation.")
    LedgerView get(@Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant, AskedStandings asked) {
        ReportQuestion question = asked.read(tenant, store, tenancy, ledgers);
        return LedgerView.of(question.standings(), question.asOf());
    }

    @GetMapping("/in-order")
    @Operation(
            summary = "List what was held against its clause and found in order",
            description = "By contract and period, with what clears the suspicion that it might have raised. It is"
                    + " computed when it is asked for and stands in no ledger.")
    List<InOrderView> inOrder(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant,
            AskedStandings asked,
            @Parameter(description = "First day of the periods", example = "2026-04-01")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate from,
            @Parameter(description = "Last day of the periods", example = "2026-06-30")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate to) {
        Period window = window(from, to);
        return asked.read(tenant, store, tenancy, ledgers).standings().stream()
                .flatMap(standing -> Checks.listInOrder(standing.dossier()).stream()
                        .filter(found -> found.period().overlaps(window))
                        .map(found -> InOrderView.of(standing, found)))
                .toList();
    }

    private static Period window(@Nullable LocalDate from, @Nullable LocalDate to) {
        LocalDate first = from == null ? Ledgers.ALWAYS.from() : from;
        LocalDate last = to == null ? Ledgers.ALWAYS.to() : to;
        if (last.isBefore(first)) {
            throw ProblemException.badRequest("The list would end before it begins: 'to' is before 'from'.");
        }
        return new Period(first, last);
    }

    @GetMapping("/history")
    @Operation(
            summary = "Get all that the ledger ever said of a counterparty",
            description = "The oldest first. A run adds what is new, other than before, or no longer found.")
    List<Version> history(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant,
            @Parameter(description = "Id or name of the counterparty") @RequestParam String supplier) {
        return tenancy.call(
                tenant,
                () -> ledgers.listHistory(tenant, counterparty(supplier).id()).stream()
                        .map(version -> new Version(
                                version.at(),
                                version.asOf(),
                                version.said(),
                                OutcomeView.of(version.outcome(), version.asOf())))
                        .toList());
    }

    @GetMapping("/claim-letter")
    @Operation(
            summary = "Get a letter that claims what a counterparty owes",
            description =
                    "Only what rests on accepted findings and can still be claimed, with the words of the clauses,"
                            + " the records and the calculation. A conflict says why there is nothing to claim.")
    @ApiResponse(
            responseCode = "200",
            description = "The letter",
            content = {
                @Content(mediaType = LetterDocument.MEDIA_TYPE, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = MediaType.TEXT_PLAIN_VALUE, schema = @Schema(type = "string"))
            })
    ResponseEntity<byte[]> claimLetter(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant,
            @Parameter(description = "Id or name of the counterparty") @RequestParam String supplier,
            @Parameter(description = "Today when left out", example = "2026-06-30")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate asOf,
            @Parameter(description = "docx or txt") @RequestParam(defaultValue = "docx") String format) {
        boolean word = format.equals("docx");
        if (!word && !format.equals("txt")) {
            throw ProblemException.badRequest("A claim letter is written as docx or txt.");
        }
        ClaimLetter letter = tenancy.call(tenant, () -> letter(tenant, counterparty(supplier), asOf));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(word ? LetterDocument.MEDIA_TYPE : "text/plain;charset=UTF-8"))
                .body(word ? letter.docx() : letter.text().getBytes(StandardCharsets.UTF_8));
    }

    private ClaimLetter letter(UUID tenant, Counterparty counterparty, @Nullable LocalDate asOf) {
        Standing standing = ledgers.find(tenant, counterparty.id(), asOf)
                .orElseThrow(() -> conflict("There is no contract with " + counterparty.name() + " to claim under."));
        try {
            return ClaimLetter.of(standing, standing.dossier().asOf());
        } catch (NothingToClaim e) {
            throw conflict(Objects.requireNonNullElse(e.getMessage(), "There is nothing to claim."));
        }
    }

    private static ProblemException conflict(String reason) {
        return new ProblemException(HttpStatus.CONFLICT, "nothing-to-claim", reason);
    }

    private Counterparty counterparty(String named) {
        return NamedCounterparty.get(store.counterparties(), named);
    }
}
