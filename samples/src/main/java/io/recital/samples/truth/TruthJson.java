package io.recital.samples.truth;

import io.recital.samples.evidence.QuoteJson;
import io.recital.samples.truth.CheckedTruth.CheckedItem;
import io.recital.samples.truth.CheckedTruth.CheckedRelation;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The truth of all counterparties as the built file holds it: quotes with offsets, inputs with values. */
public final class TruthJson {
    private static final JsonMapper MAPPER = io.recital.models.store.FindingJson.configure(JsonMapper.builder())
            .changeDefaultPropertyInclusion(inclusion ->
                    inclusion.withValueInclusion(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL))
            .build();

    private TruthJson() {}

    public static ObjectNode write(List<CheckedTruth> truths) {
        ObjectNode root = MAPPER.createObjectNode();
        ArrayNode relations = root.putArray("relations");
        ArrayNode items = root.putArray("items");
        for (CheckedTruth truth : truths) {
            for (CheckedRelation relation : truth.relations()) {
                ObjectNode node = MAPPER.valueToTree(relation.relation());
                node.set("quotes", QuoteJson.write(relation.quotes(), true));
                relations.add(node);
            }
            for (CheckedItem item : truth.items()) {
                items.add(item(item, truth.family()));
            }
        }
        return root;
    }

    private static ObjectNode item(CheckedItem checked, String family) {
        ObjectNode source = MAPPER.valueToTree(checked.item());
        ObjectNode node = MAPPER.createObjectNode();
        node.set("id", source.get("id"));
        node.put("family", family);
        source.properties().forEach(property -> node.set(property.getKey(), property.getValue()));
        node.set("quotes", QuoteJson.write(checked.quotes(), true));
        ObjectNode inputs = node.putObject("inputs");
        for (Map.Entry<String, TruthItem.Input> input : checked.item().inputs().entrySet()) {
            ObjectNode form = MAPPER.valueToTree(input.getValue());
            Given given = checked.given().get(input.getKey());
            if (given != null) {
                form.put("value", given.display());
            }
            inputs.set(input.getKey(), form);
        }
        return node;
    }
}
