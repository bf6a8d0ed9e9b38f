package io.recital.eval.findings;

import io.recital.models.evidence.Span;
import io.recital.models.evidence.StoredText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts a document's words where gold names only their place, {@code @start:end} in code points of the stored text. */
record Wording(StoredText text) {
    private static final Pattern PLACE = Pattern.compile("@(\\d{1,9}):(\\d{1,9})");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** A copy in which each place has become the words that stand there, on one line. */
    JsonNode in(JsonNode node) {
        if (node.isObject()) {
            ObjectNode filled = JsonMapper.shared().createObjectNode();
            node.properties().forEach(field -> filled.set(field.getKey(), in(field.getValue())));
            return filled;
        }
        if (node.isArray()) {
            ArrayNode filled = JsonMapper.shared().createArrayNode();
            node.forEach(member -> filled.add(in(member)));
            return filled;
        }
        Matcher place = PLACE.matcher(node.isString() ? node.stringValue() : "");
        return place.matches() ? JsonMapper.shared().getNodeFactory().stringNode(words(place)) : node;
    }

    private String words(Matcher place) {
        Span span = new Span(Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2)));
        return SPACE.matcher(text.slice(span)).replaceAll(" ").strip();
    }
}
