package io.recital.extraction.llm;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/** Sends requests over the JDK's client and obeys {@code Retry-After} (in seconds) on 429 and 503, twice at most. */
final class PatientHttpClient implements HttpClient {
    private static final int RETRIES = 2;

    private final java.net.http.HttpClient client;
    private final Duration readTimeout;
    private final Duration longestWait;

    PatientHttpClient(Duration connectTimeout, Duration readTimeout, Duration longestWait) {
        this.client = java.net.http.HttpClient.newBuilder()
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .connectTimeout(connectTimeout)
                .build();
        this.readTimeout = readTimeout;
        this.longestWait = longestWait;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        try {
            HttpResponse<String> response = send(request);
            for (int retry = 0; retry < RETRIES && asksToWait(response); retry++) {
                Thread.sleep(waitOf(response).toMillis());
                response = send(request);
            }
            return successful(response);
        } catch (HttpTimeoutException e) {
            throw new TimeoutException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException(e);
        }
    }

    /** Answers are asked for whole. */
    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new IllegalStateException("Answers are not streamed");
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        java.net.http.HttpRequest.Builder builder = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .timeout(readTimeout)
                .method(
                        request.method().name(),
                        request.body() == null
                                ? java.net.http.HttpRequest.BodyPublishers.noBody()
                                : java.net.http.HttpRequest.BodyPublishers.ofString(request.body()));
        request.headers().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        return client.send(builder.build(), HttpResponse.BodyHandlers.ofString());
    }

    private boolean asksToWait(HttpResponse<String> response) {
        boolean busy = response.statusCode() == 429 || response.statusCode() == 503;
        Duration wait = waitOf(response);
        return busy && !wait.isNegative() && wait.compareTo(longestWait) <= 0;
    }

    /** Negative when the endpoint names no wait in seconds. */
    private static Duration waitOf(HttpResponse<String> response) {
        String header = response.headers().firstValue("Retry-After").orElse("");
        return header.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(header)) : Duration.ofSeconds(-1);
    }

    private static SuccessfulHttpResponse successful(HttpResponse<String> response) {
        if (response.statusCode() / 100 != 2) {
            throw new HttpException(response.statusCode(), "status " + response.statusCode());
        }
        return SuccessfulHttpResponse.builder()
                .statusCode(response.statusCode())
                .headers(response.headers().map())
                .body(response.body())
                .build();
    }
}
