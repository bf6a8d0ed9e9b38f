package io.recital.api.governance;

import io.recital.api.counterparty.NamedCounterparty;
import io.recital.api.problem.ProblemException;
import io.recital.models.fact.FactKind;
import io.recital.models.governance.Dispute;
import io.recital.models.governance.GainShare;
import io.recital.models.governance.GovernanceRecord;
import io.recital.models.governance.Objective;
import io.recital.models.governance.RecordKind;
import io.recital.models.store.GovernanceJson;
import io.recital.models.store.Repositories;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A record as somebody sends it.
 *
 * @param by who records it
 * @param supplier id or name of the counterparty; null when the record names it itself, or none
 * @param record the fields of its kind
 */
@Schema(name = "GovernanceRequest")
record SentRecord(
        @Nullable String by,
        @Nullable String supplier,
        @Nullable ObjectNode record) {
    String requireBy() {
        if (by == null || by.isBlank()) {
            throw ProblemException.badRequest("Say who records it ('by').");
        }
        return by.strip();
    }

    /** What it says; call it in the name of a tenant. */
    GovernanceRecord read(RecordKind kind, Repositories store) {
        if (record == null) {
            throw ProblemException.badRequest("Send the record itself as 'record'.");
        }
        ObjectNode node = record.deepCopy();
        if (supplier != null) {
            node.put(
                    "counterparty",
                    NamedCounterparty.get(store.counterparties(), supplier).id().toString());
        }
        GovernanceRecord content = parse(kind, node);
        content.findCounterparty()
                .filter(id -> store.counterparties().find(id).isEmpty())
                .ifPresent(id -> {
                    throw ProblemException.notFound("counterparty", id);
                });
        contracts(content)
                .filter(id -> store.contracts().find(id).isEmpty())
                .findFirst()
                .ifPresent(id -> {
                    throw ProblemException.notFound("contract", id);
                });
        requireMeasurement(content, store);
        return content;
    }

    private static GovernanceRecord parse(RecordKind kind, ObjectNode node) {
        return ProblemException.valid(() -> GovernanceJson.parse(kind, node));
    }

    private static Stream<UUID> contracts(GovernanceRecord content) {
        if (content instanceof Objective objective) {
            return objective.links().stream().map(Objective.Link::contract);
        }
        return content instanceof GainShare share ? Stream.of(share.contract()) : Stream.empty();
    }

    private static void requireMeasurement(GovernanceRecord content, Repositories store) {
        if (content instanceof Dispute dispute
                && store.facts()
                        .listVersions(FactKind.MEASUREMENT, dispute.measurement())
                        .isEmpty()) {
            throw ProblemException.notFound("measurement", dispute.measurement());
        }
    }
}
