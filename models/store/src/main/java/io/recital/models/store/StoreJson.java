package io.recital.models.store;

import io.recital.models.clause.TableRow;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The small JSON columns: statements of the uploader, table rows. */
final class StoreJson {
    private static final JsonMapper MAPPER =
            FindingJson.configure(JsonMapper.builder()).build();
    private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};
    private static final TypeReference<List<TableRow>> ROWS = new TypeReference<>() {};

    private StoreJson() {}

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static Map<String, String> readStrings(String json) {
        return MAPPER.readValue(json, STRINGS);
    }

    static List<TableRow> readRows(String json) {
        return MAPPER.readValue(json, ROWS);
    }
}
