package io.recital.api.question;

import io.recital.models.evidence.Sha256;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Puts a hash of all its content on an answer, so that whoever passes it on cannot change a character unnoticed. */
final class AnswerSeal {
    private static final String FIELD = "sha256";

    private final JsonMapper json;
    private final JsonMapper canonical =
            JsonMapper.builder().disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE).build();

    /** @param json the mapper by which answers are sent */
    AnswerSeal(JsonMapper json) {
        this.json = json;
    }

    AnswerView seal(AnswerView answer) {
        ObjectNode content = json.valueToTree(answer);
        content.remove(FIELD);
        return answer.sealed(Sha256.of(canonical.writeValueAsString(sorted(content))));
    }

    private static JsonNode sorted(JsonNode node) {
        JsonMapper mapper = JsonMapper.shared();
        if (node.isArray()) {
            var array = mapper.createArrayNode();
            node.forEach(element -> array.add(sorted(element)));
            return array;
        }
        if (node.isObject()) {
            Map<String, JsonNode> properties = new TreeMap<>();
            node.properties().forEach(property -> properties.put(property.getKey(), sorted(property.getValue())));
            return mapper.createObjectNode().setAll(properties);
        }
        return node;
    }
}
