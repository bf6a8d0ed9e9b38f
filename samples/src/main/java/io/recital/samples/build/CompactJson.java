package io.recital.samples.build;

import io.recital.models.store.FindingJson;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes JSON with one finding, item or question a line, so that what changed can be read. */
final class CompactJson {
    private static final JsonMapper MAPPER =
            FindingJson.configure(JsonMapper.builder()).build();

    private CompactJson() {}

    /**
     * The text, ending with a line break.
     *
     * @param depth how many levels of containers are opened over several lines
     */
    static String write(JsonNode root, int depth) {
        StringBuilder text = new StringBuilder();
        write(root, depth, 0, text);
        return text.append('\n').toString();
    }

    private static void write(JsonNode node, int depth, int indent, StringBuilder text) {
        if (depth == 0 || !node.isContainer() || node.isEmpty()) {
            text.append(MAPPER.writeValueAsString(node));
            return;
        }
        List<String> keys = new ArrayList<>();
        List<JsonNode> children = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            keys.add(MAPPER.writeValueAsString(property.getKey()) + ": ");
            children.add(property.getValue());
        }
        for (Iterator<JsonNode> elements =
                        node.isArray() ? node.iterator() : List.<JsonNode>of().iterator();
                elements.hasNext(); ) {
            keys.add("");
            children.add(elements.next());
        }
        text.append(node.isArray() ? "[" : "{");
        for (int i = 0; i < children.size(); i++) {
            text.append(i == 0 ? "\n" : ",\n").append(" ".repeat(indent + 1)).append(keys.get(i));
            write(children.get(i), depth - 1, indent + 1, text);
        }
        text.append('\n').append(" ".repeat(indent)).append(node.isArray() ? "]" : "}");
    }
}
