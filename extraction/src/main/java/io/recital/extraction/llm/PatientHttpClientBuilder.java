package io.recital.extraction.llm;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import java.time.Duration;

/** Builds clients that wait as long as a busy endpoint asks them to. */
final class PatientHttpClientBuilder implements HttpClientBuilder {
    private final Duration longestWait;
    private Duration connectTimeout = Duration.ofSeconds(5);
    private Duration readTimeout = Duration.ofSeconds(60);

    PatientHttpClientBuilder(Duration longestWait) {
        this.longestWait = longestWait;
    }

    @Override
    public Duration connectTimeout() {
        return connectTimeout;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
        connectTimeout = timeout;
        return this;
    }

    @Override
    public Duration readTimeout() {
        return readTimeout;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
        readTimeout = timeout;
        return this;
    }

    @Override
    public HttpClient build() {
        return new PatientHttpClient(connectTimeout, readTimeout, longestWait);
    }
}
