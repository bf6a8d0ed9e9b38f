package io.recital.api.fact;

import io.recital.models.fact.FactKind;
import io.recital.models.store.FactJson;
import io.recital.models.store.StoredFact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A version of a fact.
 *
 * @param fact its fields, those that are empty left out
 * @param sheet name of the worksheet; empty in a CSV file
 * @param supersededAt when a later version took its place; null while it holds
 */
record FactView(
        FactKind kind,
        int version,
        JsonNode fact,
        String feed,
        String file,
        String sheet,
        int line,
        Instant recordedAt,
        @Nullable Instant supersededAt) {
    static FactView of(StoredFact stored) {
        return new FactView(
                stored.fact().kind(),
                stored.version(),
                FactJson.tree(stored.fact()),
                stored.feed(),
                stored.file(),
                stored.sheet(),
                stored.line(),
                stored.recordedAt(),
                stored.supersededAt());
    }
}
