package io.recital.api.description;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts the examples of this folder into the description: {@code request/NAME.json} and {@code response/NAME.json}, where
 * the name is the method and the path, such as {@code patch-contracts-id}.
 */
public final class DescribedExamples {
    private static final String BASE = "/api/v1/";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private DescribedExamples() {}

    /** The name under which the examples of an operation are kept. */
    public static String nameOf(String method, String path) {
        return method.toLowerCase(Locale.ROOT)
                + "-"
                + path.replace(BASE, "").replaceAll("[{}]", "").replace('/', '-');
    }

    /** Adds an example wherever there is one and none was written at the operation itself. */
    public static void addTo(OpenAPI description) {
        description.getPaths().forEach(DescribedExamples::addTo);
    }

    private static void addTo(String path, PathItem item) {
        item.readOperationsMap().forEach((method, operation) -> addTo(nameOf(method.name(), path), operation));
    }

    private static void addTo(String name, Operation operation) {
        if (operation.getRequestBody() != null) {
            find("request", name)
                    .ifPresent(
                            example -> put(example, operation.getRequestBody().getContent()));
        }
        find("response", name)
                .ifPresent(example -> operation.getResponses().entrySet().stream()
                        .filter(response -> response.getKey().startsWith("2"))
                        .forEach(
                                response -> putInto(example, response.getValue().getContent())));
    }

    /** Of an answer that has several forms, only those in JSON have the example. */
    private static void putInto(Object answer, @Nullable Content content) {
        if (content != null) {
            content.forEach((form, media) -> {
                if (form.contains("json") || form.equals("*/*")) {
                    put(answer, media);
                }
            });
        }
    }

    private static void put(Object example, @Nullable Content content) {
        if (content != null) {
            content.values().forEach(media -> put(example, media));
        }
    }

    private static void put(Object example, MediaType media) {
        if (media.getExamples() == null) {
            media.setExample(example);
        }
    }

    private static Optional<Object> find(String side, String name) {
        try (InputStream file = DescribedExamples.class.getResourceAsStream(side + "/" + name + ".json")) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(
                            JSON.readValue(new String(file.readAllBytes(), StandardCharsets.UTF_8), Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException("The example " + name + " cannot be read", e);
        }
    }
}
