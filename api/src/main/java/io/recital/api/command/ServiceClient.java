package io.recital.api.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the REST API with a key; a problem becomes a {@link CommandException} with its detail. */
final class ServiceClient {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int NOT_FOUND = 404;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI address;
    private final String key;

    ServiceClient(URI address, String key) {
        this.address = address;
        this.key = key;
    }

    URI address() {
        return address;
    }

    JsonNode get(String path) {
        return JSON.readTree(send(request(path).GET()));
    }

    /**
     * All items of a list that comes in pages.
     *
     * @param path with at least one parameter
     */
    List<JsonNode> pages(String path) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get(path + cursor);
            page.path("items").forEach(items::add);
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + URLEncoder.encode(page.path("next").asString(), StandardCharsets.UTF_8);
        } while (!cursor.isEmpty());
        return items;
    }

    /** A resource as it is, not as JSON. */
    byte[] getBytes(String path) {
        return send(request(path).GET());
    }

    /** A resource as it is; empty when there is none at this path. */
    Optional<byte[]> findBytes(String path) {
        HttpResponse<byte[]> response = response(request(path).GET());
        return response.statusCode() == NOT_FOUND ? Optional.empty() : Optional.of(body(response));
    }

    JsonNode post(String path, Object body) {
        return send("POST", path, body);
    }

    JsonNode put(String path, Object body) {
        return send("PUT", path, body);
    }

    private JsonNode send(String method, String path, Object body) {
        return JSON.readTree(send(request(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))));
    }

    void delete(String path) {
        send(request(path).DELETE());
    }

    /** Uploads files, streamed from disk, and gives the answer. */
    JsonNode upload(String path, List<Upload> files, Map<String, String> fields) {
        String boundary = UUID.randomUUID().toString();
        return JSON.readTree(send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> multipart(files, fields, boundary)))));
    }

    private static InputStream multipart(List<Upload> files, Map<String, String> fields, String boundary) {
        List<InputStream> parts = new ArrayList<>();
        fields.forEach((name, value) -> parts.add(text("--" + boundary + "\r\nContent-Disposition: form-data; name=\""
                + name + "\"\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n" + value + "\r\n")));
        for (Upload file : files) {
            parts.add(text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"files\"; filename*=UTF-8''"
                    + URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20")
                    + "\r\nContent-Type: application/octet-stream\r\n\r\n"));
            try {
                parts.add(Files.newInputStream(file.path()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            parts.add(text("\r\n"));
        }
        parts.add(text("--" + boundary + "--\r\n"));
        return new SequenceInputStream(Collections.enumeration(parts));
    }

    private static InputStream text(String value) {
        return new java.io.ByteArrayInputStream(value.getBytes(StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofMinutes(10))
                .header("Authorization", "Bearer " + key);
    }

    private byte[] send(HttpRequest.Builder request) {
        return body(response(request));
    }

    private static byte[] body(HttpResponse<byte[]> response) {
        if (response.statusCode() / 100 != 2) {
            throw new CommandException(problem(response));
        }
        return response.body();
    }

    private HttpResponse<byte[]> response(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (ConnectException e) {
            throw new CommandException("No service answers at " + address + ": start it with 'recital serve'", e);
        } catch (IOException e) {
            throw new CommandException("The connection to " + address + " broke; try again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("Interrupted", e);
        }
    }

    private static String problem(HttpResponse<byte[]> response) {
        try {
            String detail = JSON.readTree(response.body()).path("detail").asString("");
            return detail.isEmpty() ? "The service answered with status " + response.statusCode() : detail;
        } catch (RuntimeException e) {
            return "The service answered with status " + response.statusCode();
        }
    }
}
