package io.recital.api.remedy;

import io.recital.api.counterparty.AskedStandings;
import io.recital.api.security.ApiKeyFilter;
import io.recital.models.ledger.duty.RemedyCourse;
import io.recital.models.store.Repositories;
import io.recital.models.store.Tenancy;
import io.recital.performance.ledger.Ledgers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Times to put a breach right, levels of escalation, and rights that repeated misses bring, each followed to its end. */
@RestController
@RequestMapping("/api/v1/remedies")
@Tag(name = "Remedies")
class RemedyController {
    private final Repositories store;
    private final Tenancy tenancy;
    private final Ledgers ledgers;

    RemedyController(Repositories store, Tenancy tenancy, Ledgers ledgers) {
        this.store = store;
        this.tenancy = tenancy;
        this.ledgers = ledgers;
    }

    @GetMapping
    @Operation(
            summary = "List what clauses give to whoever was let down, and how far each went",
            description = "A time to put something right runs from the notice that the events hold; a disagreement goes"
                    + " from level to level; a right that repeated misses bring arises from the measurements. Nothing is"
                    + " given that the words do not give, and what nobody decided yet is named.")
    List<RemedyView> list(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant, AskedStandings asked) {
        return asked.read(tenant, store, tenancy, ledgers).standings().stream()
                .flatMap(standing -> RemedyCourse.of(standing.dossier()).stream()
                        .map(course -> RemedyView.of(standing.name(), course)))
                .toList();
    }
}
