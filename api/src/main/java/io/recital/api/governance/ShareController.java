package io.recital.api.governance;

import io.recital.api.counterparty.NamedCounterparty;
import io.recital.api.problem.ProblemException;
import io.recital.api.security.ApiKeyFilter;
import io.recital.models.contract.Counterparty;
import io.recital.models.store.JdbcShares.Share;
import io.recital.models.store.Repositories;
import io.recital.models.store.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tokens with which counterparties see their own scorecards. */
@RestController
@RequestMapping("/api/v1/shares")
@Tag(name = "Shared view")
class ShareController {
    private static final int USUAL_DAYS = 90;
    private static final int MOST_DAYS = 366;

    private final Repositories store;
    private final Tenancy tenancy;
    private final Clock clock;

    ShareController(Repositories store, Tenancy tenancy, Clock clock) {
        this.store = store;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /**
     * Whom to share with.
     *
     * @param name what the token is for, such as a person or a portal
     * @param days until it expires; 90 when left out
     */
    record ShareRequest(
            @Nullable String supplier,
            @Nullable String name,
            @Nullable String by,
            @Nullable Integer days) {}

    /** A new token; it is shown this once. */
    record Issued(String token, String counterparty, Instant expiresAt) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Share a counterparty's own scorecard with it",
            description = "The token is shown once. It opens /api/v1/shared for this counterparty and nothing else.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            value =
                                                                    "{\"supplier\": \"Tarnwell Digital Services Limited\", \"name\": \"Service manager\", \"by\": \"R. Okafor\", \"days\": 30}"))))
    Issued issue(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant,
            @RequestBody ShareRequest request) {
        String supplier = required(request.supplier(), "supplier");
        String name = required(request.name(), "name");
        String by = required(request.by(), "by");
        Integer asked = request.days();
        int days = asked == null ? USUAL_DAYS : asked;
        if (days < 1 || days > MOST_DAYS) {
            throw ProblemException.badRequest("A token works for 1 to " + MOST_DAYS + " days.");
        }
        Instant expires = clock.instant().plus(days, ChronoUnit.DAYS);
        return tenancy.call(tenant, () -> {
            Counterparty counterparty = NamedCounterparty.get(store.counterparties(), supplier);
            String token = store.shares().issue(tenant, counterparty.id(), name, by, expires);
            return new Issued(token, counterparty.name(), expires);
        });
    }

    @GetMapping
    @Operation(summary = "List the tokens that were issued, without their secrets")
    List<Share> list(@Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant) {
        return tenancy.call(tenant, () -> store.shares().list());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revoke a token")
    void revoke(@Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant, @PathVariable UUID id) {
        boolean revoked = tenancy.call(tenant, () -> store.shares().revoke(id));
        if (!revoked) {
            throw ProblemException.notFound("token that works", id);
        }
    }

    private static String required(@Nullable String value, String field) {
        if (value == null || value.isBlank()) {
            throw ProblemException.badRequest("Say '" + field + "'.");
        }
        return value.strip();
    }
}
