package io.recital.extraction.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real HTTP server that answers as an OpenAI-compatible endpoint does, in good and in bad ways. */
public final class LlmServer implements AutoCloseable {
    public static final String PATH = "/v1/chat/completions";
    public static final String NOTHING = "{\"findings\":[]}";
    public static final int TOKENS_IN = 700;
    public static final int TOKENS_OUT = 50;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern PLACE = Pattern.compile("(?m)^\\S+ place\\n(\\S*)");

    private final WireMockServer server =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    private final int port;
    private Duration patience = Duration.ofSeconds(20);

    public LlmServer() {
        server.start();
        port = server.port();
    }

    public LlmExtractor extractor() {
        return new LlmExtractor(LlmConnection.open(settings()), "small", 400);
    }

    public LlmSettings settings() {
        return new LlmSettings("http://127.0.0.1:" + port + "/v1", "small", "key-1", patience, Duration.ofSeconds(2));
    }

    /** How long extractors made from now on wait for an answer. */
    public void patience(Duration longest) {
        patience = longest;
    }

    /** WireMock itself, for what is not common. */
    public WireMockServer wire() {
        return server;
    }

    /** Every question is answered so, unless something more special is said. */
    public void answers(String content) {
        server.stubFor(post(PATH).atPriority(9).willReturn(okJson(completion(content))));
    }

    /** Questions whose material holds the words are answered so. */
    public void answers(String words, String content) {
        answers(words, okJson(completion(content)));
    }

    /** Questions whose material holds the words are answered so, well or badly. */
    public void answers(String words, ResponseDefinitionBuilder response) {
        server.stubFor(asked(words).willReturn(response));
    }

    public static ResponseDefinitionBuilder status(int status) {
        return aResponse().withStatus(status);
    }

    private static MappingBuilder asked(String words) {
        return post(PATH).atPriority(1).withRequestBody(matchingJsonPath("$.messages[1].content", containing(words)));
    }

    /** What was asked so far, oldest first, such as {@code lever 7.2}. */
    public List<String> asked() {
        return server.findAll(postRequestedFor(urlEqualTo(PATH))).stream()
                .map(request -> JSON.readTree(request.getBodyAsString()))
                .map(LlmServer::question)
                .toList();
    }

    private static String question(JsonNode request) {
        String schema =
                request.path("response_format").path("json_schema").path("name").asString();
        Matcher place = PLACE.matcher(material(request));
        return schema.replace("_findings", "") + " " + (place.find() ? place.group(1) : "");
    }

    /** The material of every question so far, oldest first. */
    public List<String> materials() {
        return server.findAll(postRequestedFor(urlEqualTo(PATH))).stream()
                .map(request -> material(JSON.readTree(request.getBodyAsString())))
                .toList();
    }

    private static String material(JsonNode request) {
        return request.path("messages").path(1).path("content").asString();
    }

    /** Forgets what was asked. */
    public void forget() {
        server.resetRequests();
    }

    /** A finding of a lever with one period, as the model would answer it. */
    public static String lever(String quote, String lever, String period) {
        return "{\"findings\":[{\"quote\":%s,\"lever\":\"%s\",\"parameters\":[{\"name\":\"period\",\"value\":%s}]}]}"
                .formatted(JSON.writeValueAsString(quote), lever, JSON.writeValueAsString(period));
    }

    /** The endpoint's answer with the model's words in it, and what it counts. */
    public static String completion(String content) {
        return """
                {"id":"c1","object":"chat.completion","model":"small",
                 "choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":%s}}],
                 "usage":{"prompt_tokens":%d,"completion_tokens":%d,"total_tokens":%d}}""".formatted(JSON.writeValueAsString(content), TOKENS_IN, TOKENS_OUT, TOKENS_IN + TOKENS_OUT);
    }

    @Override
    public void close() {
        server.stop();
    }
}
