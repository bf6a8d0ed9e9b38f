package io.recital.ingestion.facts;

import io.recital.models.fact.Facts;
import java.util.List;

/** What files of facts came to: the facts, and what was refused. */
public record FactReading(Facts facts, List<RefusedRow> refused) {
    public FactReading {
        refused = List.copyOf(refused);
    }
}
