package io.recital.api.occurrence;

import io.recital.api.counterparty.AskedStandings;
import io.recital.api.problem.ProblemException;
import io.recital.api.security.ApiKeyFilter;
import io.recital.models.duty.OccurrenceChange;
import io.recital.models.duty.OccurrenceId;
import io.recital.models.duty.OccurrenceRecord;
import io.recital.models.fact.Period;
import io.recital.models.ledger.duty.DutyState.Status;
import io.recital.models.store.Repositories;
import io.recital.models.store.Tenancy;
import io.recital.performance.obligation.ChangeRefused;
import io.recital.performance.obligation.OccurrenceFilter;
import io.recital.performance.obligation.Occurrences;
import io.recital.performance.obligation.OwedOccurrence;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The times at which duties fall due: who owns them, what shows that they were done, what is waived. */
@RestController
@RequestMapping("/api/v1/occurrences")
@Tag(name = "Occurrences")
class OccurrenceController {
    private final Repositories store;
    private final Tenancy tenancy;
    private final Occurrences occurrences;

    OccurrenceController(Repositories store, Tenancy tenancy, Occurrences occurrences) {
        this.store = store;
        this.tenancy = tenancy;
        this.occurrences = occurrences;
    }

    /**
     * Occurrences as they stood on a day.
     *
     * @param total how many there are, however many are shown
     * @param stray records of duties that are no longer read from the contracts
     */
    record OccurrenceList(LocalDate asOf, int total, List<OccurrenceView> items, List<StrayView> stray) {}

    /** A record of a duty that is no longer read from the contracts. */
    record StrayView(
            String id, UUID contract, String duty, @Nullable String owner, int version) {}

    /** One change, with what it changed from and to. */
    record HistoryView(
            int version,
            Instant at,
            String by,
            LocalDate on,
            OccurrenceChange.Step step,
            String from,
            String to,
            @Nullable EvidenceView evidence,
            @Nullable String reason) {}

    @GetMapping
    @Operation(
            summary = "List the times at which duties fall due",
            description = "How they stand by the facts and by what people decided, the first due first. What people"
                    + " decided goes before what the facts tell.")
    OccurrenceList list(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant,
            AskedStandings asked,
            @Parameter(description = "Who sees to it", example = "Ida Berg") @RequestParam(required = false) @Nullable
                    String owner,
            @Parameter(
                            description = "open, due, done, late, overdue, not-recorded or waived; several with commas",
                            example = "due,overdue")
                    @RequestParam(required = false)
                    @Nullable
                    String status,
            @Parameter(description = "First day on which it may fall due", example = "2026-06-01")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate from,
            @Parameter(description = "Last day on which it may fall due", example = "2026-09-30")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate to,
            @RequestParam(defaultValue = "200") int limit) {
        LocalDate day = Objects.requireNonNullElse(asked.asOf(), occurrences.today());
        UUID counterparty = asked.findCounterparty(tenant, store, tenancy);
        OccurrenceFilter filter = new OccurrenceFilter(counterparty, owner, statuses(status), window(from, to, day));
        List<OwedOccurrence> found = occurrences.list(tenant, filter, day);
        return new OccurrenceList(
                day,
                found.size(),
                found.stream()
                        .limit(Math.max(1, Math.min(limit, 2000)))
                        .map(OccurrenceView::of)
                        .toList(),
                occurrences.listStray(tenant, day).stream()
                        .map(OccurrenceController::stray)
                        .toList());
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "Get one time that a duty falls due",
            description = "The ETag is the version of its record; send it as If-Match with a change.")
    ResponseEntity<OccurrenceView> get(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant,
            @Parameter(example = "0f6e2b9c1d3a4857-2026-05-29") @PathVariable String id,
            @Parameter(description = "Today when left out", example = "2026-06-30")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate asOf) {
        return view(tenant, parsed(id), Objects.requireNonNullElse(asOf, occurrences.today()));
    }

    private ResponseEntity<OccurrenceView> view(UUID tenant, OccurrenceId id, LocalDate asOf) {
        OwedOccurrence owed =
                occurrences.find(tenant, id, asOf).orElseThrow(() -> ProblemException.notFound("occurrence", id));
        int version = occurrences
                .findRecord(tenant, id)
                .map(OccurrenceRecord::version)
                .orElse(0);
        return ResponseEntity.ok().eTag("\"" + version + "\"").body(OccurrenceView.of(owed));
    }

    @GetMapping("/{id}/history")
    @Operation(summary = "List what was done about it", description = "The first first: who, when, from what to what.")
    List<HistoryView> history(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant, @PathVariable String id) {
        return AuditTrail.of(occurrences.listHistory(tenant, parsed(id)));
    }

    @PostMapping("/{id}/changes")
    @Operation(
            summary = "Assign it, say that it was done, waive it, reopen it, or add evidence",
            description = "Added to its record and never written over. With If-Match, it is refused (412) when somebody"
                    + " else changed it since; what contradicts an earlier decision is refused with a conflict (409). The"
                    + " answer has no content when the contracts as they are read now know no such duty any more.")
    ResponseEntity<OccurrenceView> change(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant,
            @PathVariable String id,
            @Parameter(description = "The ETag that was seen", example = "\"0\"")
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable
                    String ifMatch,
            @RequestBody ChangeRequest request) {
        OccurrenceId which = parsed(id);
        OccurrenceChange change = tenancy.call(tenant, () -> request.read(store, occurrences.today()));
        try {
            occurrences.change(tenant, which, change, seen(ifMatch));
        } catch (ChangeRefused refused) {
            throw problem(refused);
        }
        return occurrences.find(tenant, which, change.on()).isPresent()
                ? view(tenant, which, change.on())
                : ResponseEntity.noContent().build();
    }

    private static ProblemException problem(ChangeRefused refused) {
        String message = Objects.requireNonNullElse(refused.getMessage(), "");
        return switch (refused.category()) {
            case UNKNOWN -> new ProblemException(HttpStatus.NOT_FOUND, "not-found", message);
            case STALE -> new ProblemException(HttpStatus.PRECONDITION_FAILED, "changed-since", message);
            case CONTRADICTION -> new ProblemException(HttpStatus.CONFLICT, "contradiction", message);
        };
    }

    private static @Nullable Integer seen(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        try {
            return Integer.valueOf(ifMatch.replaceAll("[\"\\s]|W/", ""));
        } catch (NumberFormatException e) {
            throw ProblemException.badRequest("If-Match is the ETag of the occurrence as you got it, such as \"2\".");
        }
    }

    private static OccurrenceId parsed(String id) {
        return OccurrenceId.parse(id).orElseThrow(() -> ProblemException.notFound("occurrence", id));
    }

    private static StrayView stray(OccurrenceRecord record) {
        return new StrayView(
                record.id().toString(),
                record.contract(),
                record.action(),
                record.owner().orElse(null),
                record.version());
    }

    private static Period window(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate day) {
        LocalDate first = from == null ? OccurrenceFilter.ALL.window().from() : from;
        LocalDate last = to == null ? day.plusDays(92) : to;
        if (last.isBefore(first)) {
            throw ProblemException.badRequest("The list would end before it begins: 'to' is before 'from'.");
        }
        return new Period(first, last);
    }

    private static Set<Status> statuses(@Nullable String status) {
        if (status == null || status.isBlank()) {
            return Set.of();
        }
        return Arrays.stream(status.split(","))
                .map(word -> Arrays.stream(Status.values())
                        .filter(each -> each.display().replace(' ', '-').equals(word.strip()))
                        .findFirst()
                        .orElseThrow(() -> ProblemException.badRequest("There is no status “" + word.strip()
                                + "”; use open, due, done, late, overdue, not-recorded or waived.")))
                .collect(Collectors.toSet());
    }
}
