package io.recital.api.report;

import io.recital.api.counterparty.NamedCounterparty;
import io.recital.api.problem.ProblemException;
import io.recital.api.security.ApiKeyFilter;
import io.recital.models.fact.Period;
import io.recital.models.ledger.catalogue.Reports;
import io.recital.models.report.Report;
import io.recital.models.report.Reporter;
import io.recital.models.store.Repositories;
import io.recital.models.store.Tenancy;
import io.recital.performance.ledger.Ledgers;
import io.recital.performance.report.ReportFormat;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports about counterparties, in four formats. */
@RestController
@RequestMapping("/api/v1/reports")
@Tag(name = "Reports")
class ReportController {
    private final Repositories store;
    private final Tenancy tenancy;
    private final Ledgers ledgers;

    ReportController(Repositories store, Tenancy tenancy, Ledgers ledgers) {
        this.store = store;
        this.tenancy = tenancy;
        this.ledgers = ledgers;
    }

    @GetMapping
    @Operation(summary = "List the names of the reports")
    List<String> list() {
        return Reports.all().stream().map(Reporter::name).toList();
    }

    @GetMapping("/{name}")
    @Operation(
            summary = "Get a report",
            description =
                    "Sections of named columns and rows. Money of provisional entries, which rest on findings that"
                            + " nobody has accepted, is totalled apart; classes and currencies are never added up.")
    @ApiResponse(
            responseCode = "200",
            description = "The report",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = Report.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                @Content(
                        mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = MediaType.TEXT_PLAIN_VALUE, schema = @Schema(type = "string"))
            })
    ResponseEntity<byte[]> get(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant,
            @Parameter(example = "leakage") @PathVariable String name,
            @Parameter(
                            description = "Id or name of one counterparty; all when left out",
                            example = "Tarnwell Digital Services Limited")
                    @RequestParam(required = false)
                    @Nullable
                    String supplier,
            @Parameter(description = "First day of what it is about", example = "2025-07-01")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate from,
            @Parameter(description = "Last day of what it is about", example = "2026-06-30")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate to,
            @Parameter(description = "Today when left out", example = "2026-06-30")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate asOf,
            @Parameter(description = "json, csv, xlsx or table") @RequestParam(defaultValue = "json") String format) {
        ReportFormat wanted = ReportFormat.find(format)
                .orElseThrow(() -> ProblemException.badRequest("There is no format “" + format + "”. Ask for one of: "
                        + Stream.of(ReportFormat.values())
                                .map(ReportFormat::label)
                                .collect(Collectors.joining(", "))
                        + "."));
        Reporter reporter = Reports.find(name)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "not-found",
                        "There is no report “" + name + "”. There are: " + String.join(", ", list()) + "."));
        Period window = window(from, to);
        byte[] body = tenancy.call(tenant, () -> {
            UUID counterparty = supplier == null
                    ? null
                    : NamedCounterparty.get(store.counterparties(), supplier).id();
            return wanted.write(ledgers.report(
                    reporter,
                    tenant,
                    counterparty,
                    window,
                    asOf,
                    question -> question.with(store.maturity().listAnswers())));
        });
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(wanted.mediaType()))
                .body(body);
    }

    private static Period window(@Nullable LocalDate from, @Nullable LocalDate to) {
        LocalDate first = from == null ? Ledgers.ALWAYS.from() : from;
        LocalDate last = to == null ? Ledgers.ALWAYS.to() : to;
        if (last.isBefore(first)) {
            throw ProblemException.badRequest("The report would end before it begins: 'to' is before 'from'.");
        }
        return new Period(first, last);
    }
}
