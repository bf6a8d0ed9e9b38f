package io.recital.ingestion.facts;

import io.recital.models.fact.FactKind;
import io.recital.models.fact.PerformanceFact;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** The ids that a file has had so far, by kind. */
final class SeenIds {
    /** Where an id stood first, and what its row said. */
    private record Seen(String sheet, int line, int hash) {}

    private final Map<FactKind, Map<String, Seen>> byKind = new EnumMap<>(FactKind.class);

    /** Refuses a row whose id the file has had already; the first is the one that counts. */
    void refuseSecond(PerformanceFact fact, TableRow row) {
        Seen before = byKind.computeIfAbsent(fact.kind(), kind -> new HashMap<>())
                .putIfAbsent(
                        fact.id(), new Seen(row.sheet(), row.line(), row.cells().hashCode()));
        if (before == null) {
            return;
        }
        String first =
                (before.sheet().equals(row.sheet()) ? "" : "sheet " + before.sheet() + ", ") + "line " + before.line();
        throw new IllegalArgumentException(
                before.hash() == row.cells().hashCode()
                        ? "It is the same as " + first + ", which was taken."
                        : "Its id " + fact.id() + " is that of " + first
                                + ", which says otherwise and was taken; give each row an id of its own.");
    }
}
