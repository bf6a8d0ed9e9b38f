package io.recital.api.counterparty;

import io.recital.models.report.ReportQuestion;
import io.recital.models.store.Repositories;
import io.recital.models.store.Tenancy;
import io.recital.performance.ledger.Ledgers;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

/** With whom, and as of which day: what every question asks that is answered from contracts and facts together. */
@ParameterObject
public record AskedStandings(
        @Parameter(description = "Id or name of one counterparty; all when left out", example = "Tarnwell") @Nullable
        String supplier,

        @Parameter(description = "Today when left out", example = "2026-06-30") @Nullable
        LocalDate asOf) {
    /** How those counterparties stood on that day. */
    public ReportQuestion read(UUID tenant, Repositories store, Tenancy tenancy, Ledgers ledgers) {
        return ledgers.question(tenant, findCounterparty(tenant, store, tenancy), Ledgers.ALWAYS, asOf);
    }

    /** The counterparty that is named; null where all are asked about. */
    public @Nullable UUID findCounterparty(UUID tenant, Repositories store, Tenancy tenancy) {
        String named = supplier;
        return named == null || named.isBlank()
                ? null
                : tenancy.call(
                        tenant,
                        () -> NamedCounterparty.get(store.counterparties(), named)
                                .id());
    }
}
