package io.recital.models.store;

import io.recital.models.governance.GovernanceRecord;
import io.recital.models.governance.RecordKind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Governance records as JSON, in the store and in the REST API alike. */
public final class GovernanceJson {
    private static final JsonMapper MAPPER =
            FindingJson.configure(JsonMapper.builder()).build();

    private GovernanceJson() {}

    static String write(GovernanceRecord content) {
        return MAPPER.writeValueAsString(content);
    }

    static GovernanceRecord read(RecordKind kind, String json) {
        return MAPPER.readValue(json, kind.type());
    }

    /** What somebody sent; an {@link IllegalArgumentException} says what is wrong with it. */
    public static GovernanceRecord parse(RecordKind kind, JsonNode sent) {
        try {
            return MAPPER.readerFor(kind.type())
                    .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(sent);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(JsonFault.of(e, "record"), e);
        }
    }
}
