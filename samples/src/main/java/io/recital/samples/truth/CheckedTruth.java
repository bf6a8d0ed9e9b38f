package io.recital.samples.truth;

import io.recital.samples.evidence.PlacedQuote;
import java.util.List;
import java.util.Map;

/** A counterparty's truth with its quotes placed and its inputs read. */
public record CheckedTruth(String family, List<CheckedRelation> relations, List<CheckedItem> items) {
    /** A relation and where its quotes stand. */
    public record CheckedRelation(Relation relation, List<PlacedQuote> quotes) {}

    /** An item, where its quotes stand, and what its inputs are. */
    public record CheckedItem(TruthItem item, List<PlacedQuote> quotes, Map<String, Given> given) {}

    public CheckedTruth {
        relations = List.copyOf(relations);
        items = List.copyOf(items);
    }
}
