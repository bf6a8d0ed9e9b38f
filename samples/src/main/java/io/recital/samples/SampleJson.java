package io.recital.samples;

import io.recital.models.store.FindingJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON that people write: nothing misspelt or said twice goes unnoticed, no decimal changes. */
public final class SampleJson {
    private static final JsonMapper MAPPER = FindingJson.configure(JsonMapper.builder())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private SampleJson() {}

    /** The file's content; empty, with a complaint, when it is not JSON. */
    public static Optional<JsonNode> read(Path file, Complaints complaints) {
        try {
            return Optional.of(MAPPER.readTree(Files.readString(file)));
        } catch (JacksonException e) {
            complaints.add(file.getFileName().toString(), reason(e) + " (" + place(e) + ")");
            return Optional.empty();
        } catch (IOException e) {
            throw new SampleException(SampleException.Category.FILE, "Cannot read " + file, e);
        }
    }

    /** A part of it as a record; empty, with a complaint, when it does not have the record's form. */
    public static <T> Optional<T> as(Class<T> type, JsonNode node, String where, Complaints complaints) {
        try {
            return Optional.of(MAPPER.treeToValue(node, type));
        } catch (JacksonException e) {
            complaints.add(where, reason(e));
        } catch (IllegalArgumentException e) {
            complaints.add(where, String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    private static String reason(JacksonException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("not readable").replace("io.recital.samples.", "");
    }

    private static String place(JacksonException e) {
        return "line " + (e.getLocation() == null ? "?" : e.getLocation().getLineNr());
    }
}
