package io.recital.api.verify;

import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** JSON in the one form that is hashed (RFC 8785, for the strings and whole numbers that answers hold). */
final class CanonicalJson {
    private CanonicalJson() {}

    /** An object without some of its own properties. */
    static String without(JsonNode object, Predicate<String> leftOut) {
        StringJoiner properties = new StringJoiner(",", "{", "}");
        TreeMap<String, JsonNode> sorted = new TreeMap<>();
        object.properties().stream()
                .filter(property -> !leftOut.test(property.getKey()))
                .forEach(property -> sorted.put(property.getKey(), property.getValue()));
        sorted.forEach((name, value) -> properties.add(string(name) + ":" + of(value)));
        return properties.toString();
    }

    private static String of(JsonNode node) {
        if (node.isObject()) {
            return without(node, name -> false);
        }
        if (node.isArray()) {
            StringJoiner elements = new StringJoiner(",", "[", "]");
            node.forEach(element -> elements.add(of(element)));
            return elements.toString();
        }
        return node.isString() ? string(node.asString()) : node.toString();
    }

    private static String string(String value) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            int simple = "\b\t\n\f\r\"\\".indexOf(c);
            if (simple >= 0) {
                out.append('\\').append("btnfr\"\\".charAt(simple));
            } else if (c < ' ') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
