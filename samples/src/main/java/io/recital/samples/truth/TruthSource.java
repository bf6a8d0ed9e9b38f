package io.recital.samples.truth;

import io.recital.samples.Complaints;
import io.recital.samples.SampleJson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What is planted in one counterparty's documents and facts, as {@code truth.json} says it.
 *
 * @param family the counterparty's short name
 */
public record TruthSource(String family, List<Relation> relations, List<TruthItem> items) {
    private static final Set<String> PARTS = Set.of("relations", "items");

    public TruthSource {
        relations = List.copyOf(relations);
        items = List.copyOf(items);
    }

    /** What can be read of the file. */
    public static TruthSource read(String family, JsonNode json, Complaints complaints) {
        for (String part : json.propertyNames()) {
            if (!PARTS.contains(part)) {
                complaints.add("truth.json", "it holds relations and items, not “" + part + "”");
            }
        }
        List<Relation> relations = new ArrayList<>();
        for (JsonNode node : json.path("relations")) {
            String where = "truth.json, relation of " + node.path("document").asString("?");
            SampleJson.as(Relation.class, node, where, complaints).ifPresent(relations::add);
        }
        List<TruthItem> items = new ArrayList<>();
        for (JsonNode node : json.path("items")) {
            String where = "truth.json, " + node.path("id").asString("item without id");
            SampleJson.as(TruthItem.class, node, where, complaints).ifPresent(items::add);
        }
        return new TruthSource(family, relations, items);
    }

    /** The ids of the facts that its items name one by one. */
    public Set<String> namedRows() {
        Set<String> ids = new HashSet<>();
        for (TruthItem item : items) {
            ids.addAll(item.rows() == null ? List.of() : item.rows());
            item.inputs().values().forEach(input -> {
                if (input.row() != null) {
                    ids.add(input.row());
                }
                if (input.days() != null) {
                    ids.addAll(input.days());
                }
            });
        }
        return ids;
    }
}
