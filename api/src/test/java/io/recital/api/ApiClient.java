package io.recital.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A plugin's view of the service: plain HTTP with a key. */
final class ApiClient {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;
    private final String key;

    ApiClient(URI address, String key) {
        this.address = address;
        this.key = key;
    }

    ApiClient withKey(String other) {
        return new ApiClient(address, other);
    }

    HttpResponse<byte[]> send(String method, String path, String contentType, byte[] body) {
        return send(method, path, Map.of("Content-Type", contentType), body);
    }

    /** Posts JSON on the condition that the resource is still as it was seen. */
    HttpResponse<byte[]> postIfMatch(String path, String tag, String body) {
        return send(
                "POST",
                path,
                Map.of("Content-Type", "application/json", "If-Match", tag),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<byte[]> send(String method, String path, Map<String, String> headers, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        headers.forEach((name, value) -> {
            if (!value.isEmpty()) {
                request.header(name, value);
            }
        });
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<byte[]> get(String path) {
        return send("GET", path, "", new byte[0]);
    }

    JsonNode json(String path) {
        return json(get(path));
    }

    JsonNode post(String path, Map<String, ?> body) {
        return json(send("POST", path, "application/json", JSON.writeValueAsBytes(body)));
    }

    static JsonNode json(HttpResponse<byte[]> response) {
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException(
                    "Status " + response.statusCode() + ": " + new String(response.body(), StandardCharsets.UTF_8));
        }
        return JSON.readTree(response.body());
    }

    HttpResponse<byte[]> upload(Map<String, byte[]> files, Map<String, String> fields) {
        return upload("/api/v1/documents", files, fields);
    }

    HttpResponse<byte[]> upload(String path, Map<String, byte[]> files, Map<String, String> fields) {
        String boundary = "b0undary";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        files.forEach((name, bytes) -> {
            body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name
                            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(bytes);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        });
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send("POST", path, "multipart/form-data; boundary=" + boundary, body.toByteArray());
    }

    /** Uploads and waits until the job is done. */
    JsonNode ingest(Map<String, byte[]> files, Map<String, String> fields) {
        JsonNode job = json(upload(files, fields));
        return await(job.path("id").asString(), Duration.ofMinutes(3));
    }

    JsonNode await(String job, Duration patience) {
        Instant end = Instant.now().plus(patience);
        while (Instant.now().isBefore(end)) {
            JsonNode state = json("/api/v1/jobs/" + job);
            if (state.path("state").asString().equals("done")) {
                return state;
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("Job " + job + " is not done after " + patience);
    }
}
