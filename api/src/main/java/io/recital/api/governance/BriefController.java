package io.recital.api.governance;

import io.recital.api.counterparty.NamedCounterparty;
import io.recital.api.problem.ProblemException;
import io.recital.api.security.ApiKeyFilter;
import io.recital.models.contract.Counterparty;
import io.recital.models.governance.brief.RenewalBrief;
import io.recital.models.store.Repositories;
import io.recital.models.store.Tenancy;
import io.recital.performance.brief.BriefLetter;
import io.recital.performance.brief.Briefs;
import io.recital.performance.claim.LetterDocument;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
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

/** What to bring to a renewal. */
@RestController
@RequestMapping("/api/v1/renewal-brief")
@Tag(name = "Governance")
class BriefController {
    private final Repositories store;
    private final Tenancy tenancy;
    private final Briefs briefs;

    BriefController(Repositories store, Tenancy tenancy, Briefs briefs) {
        this.store = store;
        this.tenancy = tenancy;
        this.briefs = briefs;
    }

    @GetMapping
    @Operation(
            summary = "Get the brief for renewing the contracts with a counterparty",
            description = "Dates, what to ask for, what was kept, money, terms beside the tenant's other contracts, and"
                    + " what people keep of objectives, risks and ideas; every line with the words or records it rests"
                    + " on.")
    @ApiResponse(
            responseCode = "200",
            description = "The brief",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = RenewalBrief.class)),
                @Content(mediaType = MediaType.TEXT_PLAIN_VALUE, schema = @Schema(type = "string")),
                @Content(mediaType = LetterDocument.MEDIA_TYPE, schema = @Schema(type = "string", format = "binary"))
            })
    ResponseEntity<?> get(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant,
            @Parameter(description = "Id or name of the counterparty", example = "Tarnwell Digital Services Limited")
                    @RequestParam
                    String supplier,
            @Parameter(description = "Today when left out", example = "2026-06-30")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate asOf,
            @Parameter(description = "json, text or docx") @RequestParam(defaultValue = "json") String format) {
        RenewalBrief brief = tenancy.call(tenant, () -> {
            Counterparty counterparty = NamedCounterparty.get(store.counterparties(), supplier);
            return briefs.find(tenant, counterparty.id(), asOf)
                    .orElseThrow(() -> new ProblemException(
                            HttpStatus.NOT_FOUND,
                            "not-found",
                            "There is no contract with " + counterparty.name() + " to renew."));
        });
        return switch (format) {
            case "json" -> ResponseEntity.ok(brief);
            case "text" ->
                ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                        .body(new BriefLetter(brief).text());
            case "docx" ->
                ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(LetterDocument.MEDIA_TYPE))
                        .body(new BriefLetter(brief).docx());
            default -> throw ProblemException.badRequest("A brief is written as json, text or docx.");
        };
    }
}
