package io.recital.api.calendar;

import io.recital.api.counterparty.NamedCounterparty;
import io.recital.api.problem.ProblemException;
import io.recital.api.security.ApiKeyFilter;
import io.recital.models.store.CalendarFeed;
import io.recital.models.store.CalendarToken;
import io.recital.models.store.Repositories;
import io.recital.models.store.Tenancy;
import io.recital.performance.calendar.CalendarFile;
import io.recital.performance.calendar.Calendars;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The days that should not be missed, as a calendar file and as feeds that programs subscribe to. */
@RestController
@Tag(name = "Calendar")
class CalendarController {
    private static final String CALENDAR = "text/calendar";

    private final Repositories store;
    private final Tenancy tenancy;
    private final Calendars calendars;

    CalendarController(Repositories store, Tenancy tenancy, Calendars calendars) {
        this.store = store;
        this.tenancy = tenancy;
        this.calendars = calendars;
    }

    /** What a new feed is about. */
    @Schema(example = "{\"name\": \"Ida's phone\", \"owner\": \"Ida Berg\"}")
    record FeedRequest(
            @Nullable String name,

            @Schema(description = "Id or name of one counterparty; all when left out") @Nullable
            String supplier,

            @Schema(description = "Only what this person sees to; all when left out") @Nullable
            String owner) {}

    /** A new feed with its secret address, which is shown once. */
    record NewFeed(String name, String path) {}

    @GetMapping("/api/v1/calendar.ics")
    @Operation(
            summary = "Get the calendar",
            description = "Duties that are still to be done, notices and last days of claims as an iCalendar file; each"
                    + " with the words of the contract and what was assumed.")
    @ApiResponse(
            responseCode = "200",
            description = "The calendar",
            content = @Content(mediaType = CALENDAR, schema = @Schema(type = "string")))
    ResponseEntity<byte[]> get(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant,
            @Parameter(description = "Id or name of one counterparty; all when left out")
                    @RequestParam(required = false)
                    @Nullable
                    String supplier,
            @Parameter(description = "Only what this person sees to") @RequestParam(required = false) @Nullable
                    String owner,
            @Parameter(description = "Today when left out", example = "2026-06-30")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate asOf) {
        return file(calendars.file(tenant, counterparty(tenant, supplier), owner, asOf));
    }

    @PostMapping("/api/v1/calendar/feeds")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Make a feed that calendar programs can subscribe to",
            description =
                    "The answer holds its secret address, once; whoever knows it reads the calendar without a key.")
    NewFeed issue(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant,
            @RequestBody FeedRequest request) {
        String name = request.name();
        if (name == null || name.isBlank()) {
            throw ProblemException.badRequest("Say what the feed is for (name), so that it can be told from others.");
        }
        UUID counterparty = counterparty(tenant, request.supplier());
        CalendarToken token = tenancy.call(
                tenant, () -> store.calendarFeeds().issue(tenant, name.strip(), counterparty, request.owner()));
        return new NewFeed(name.strip(), ApiKeyFilter.OPEN_CALENDARS + "/" + token.written() + ".ics");
    }

    @GetMapping("/api/v1/calendar/feeds")
    @Operation(summary = "List the feeds that still work")
    List<CalendarFeed> list(@Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant) {
        return tenancy.call(tenant, () -> store.calendarFeeds().list());
    }

    @DeleteMapping("/api/v1/calendar/feeds/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End a feed", description = "Its address stops working at once.")
    void revoke(@Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant, @PathVariable UUID id) {
        if (!tenancy.call(tenant, () -> store.calendarFeeds().revoke(id))) {
            throw ProblemException.notFound("feed", id);
        }
    }

    @GetMapping(ApiKeyFilter.OPEN_CALENDARS + "/{token}.ics")
    @Operation(summary = "Fetch a feed by its secret address", description = "Needs no key.")
    @ApiResponse(
            responseCode = "200",
            description = "The calendar",
            content = @Content(mediaType = CALENDAR, schema = @Schema(type = "string")))
    ResponseEntity<byte[]> fetch(@PathVariable String token) {
        return CalendarToken.parse(token)
                .flatMap(calendars::fetch)
                .map(CalendarController::file)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND, "not-found", "There is no such calendar, or it has been ended."));
    }

    private static ResponseEntity<byte[]> file(byte[] calendar) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .contentType(MediaType.parseMediaType(CalendarFile.MEDIA_TYPE))
                .body(calendar);
    }

    private @Nullable UUID counterparty(UUID tenant, @Nullable String supplier) {
        return supplier == null
                ? null
                : tenancy.call(
                        tenant,
                        () -> NamedCounterparty.get(store.counterparties(), supplier)
                                .id());
    }
}
