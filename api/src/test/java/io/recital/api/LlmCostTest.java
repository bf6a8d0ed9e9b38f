package io.recital.api;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a language model was asked and what it cost is shown, bounded, and never paid twice. */
class LlmCostTest {
    private static final String PATH = "/v1/chat/completions";
    private static final int TOKENS_IN = 1000;
    private static final int TOKENS_OUT = 20;
    private static final BigDecimal COST = new BigDecimal("0.00216");
    private static final Map<String, String> SETTINGS = Map.of(
            "recital.llm.model", "small",
            "recital.llm.concurrency", "2",
            "recital.llm.max-answer-tokens", "500",
            "recital.llm.price.input", "2",
            "recital.llm.price.output", "8",
            "recital.llm.price.currency", "EUR",
            "recital.llm.budget.money", "0.02");

    @TempDir
    static Path folder;

    private static WireMockServer model;
    private static RecitalService service;
    private static ApiClient api;

    @BeforeAll
    static void start() {
        model = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
        model.start();
        model.stubFor(post(PATH).willReturn(okJson("""
                {"id":"c1","object":"chat.completion","model":"small",
                 "choices":[{"index":0,"finish_reason":"stop",
                   "message":{"role":"assistant","content":"{\\"findings\\":[]}"}}],
                 "usage":{"prompt_tokens":%d,"completion_tokens":%d,"total_tokens":%d}}""".formatted(TOKENS_IN, TOKENS_OUT, TOKENS_IN + TOKENS_OUT))));
        System.setProperty("recital.llm.base-url", "http://127.0.0.1:" + model.port() + "/v1");
        SETTINGS.forEach(System::setProperty);
        service = RecitalService.start(folder.resolve("data"), 0);
        api = new ApiClient(service.address(), service.issueFirstKey().orElseThrow());
    }

    @AfterAll
    static void stop() {
        System.clearProperty("recital.llm.base-url");
        SETTINGS.keySet().forEach(System::clearProperty);
        service.close();
        model.stop();
    }

    @BeforeEach
    void forget() {
        model.resetRequests();
    }

    private static int asked() {
        return model.findAll(postRequestedFor(urlEqualTo(PATH))).size();
    }

    /** A contract in which so many things are to be done, and nobody is said to do them. */
    private static String agreement(String goods, int passives) {
        return "SUPPLY AGREEMENT FOR " + goods.toUpperCase(Locale.ROOT)
                + "\n\n1. Term. This Agreement begins on 1 March 2026 and ends on 28 February 2029.\n\n"
                + IntStream.rangeClosed(2, passives + 1)
                        .mapToObj(n -> "%d. Statements. A statement of %s no. %d shall be delivered within %d days."
                                .formatted(n, goods, n, n))
                        .collect(Collectors.joining("\n\n"))
                + "\n";
    }

    private static JsonNode ingest(String name, String text) {
        return api.ingest(Map.of(name, text.getBytes(StandardCharsets.UTF_8)), Map.of());
    }

    private static JsonNode file(JsonNode job) {
        return api.json("/api/v1/jobs/" + job.path("id").asString() + "/files")
                .path("items")
                .get(0);
    }

    @Test
    void showsInTheJobWhatWasAskedAndWhatItCost() {
        JsonNode job = ingest("flour.txt", agreement("flour", 3));

        assertThat(asked()).isEqualTo(3);
        JsonNode llm = job.path("llm");
        assertThat(llm.path("calls").asInt()).isEqualTo(3);
        assertThat(llm.path("tokensIn").asInt()).isEqualTo(3 * TOKENS_IN);
        assertThat(llm.path("tokensOut").asInt()).isEqualTo(3 * TOKENS_OUT);
        assertThat(llm.path("cost").path("amount").decimalValue())
                .isEqualByComparingTo(COST.multiply(BigDecimal.valueOf(3)));
        assertThat(llm.path("cost").path("currency").asString()).isEqualTo("EUR");
        assertThat(llm.path("notAsked").asInt()).isZero();
        assertThat(file(job).path("llm")).isEqualTo(llm);
        assertThat(api.json("/api/v1/jobs").path("items").toString())
                .contains(job.path("id").asString());
    }

    @Test
    void paysOnceForTheSameWordsInTwoDocumentsAndForReadingAgain() {
        JsonNode first = ingest("salt.txt", agreement("salt", 2));
        assertThat(asked()).isEqualTo(2);
        model.resetRequests();

        JsonNode second = ingest("salt-2.txt", agreement("salt", 2) + "\n");
        JsonNode comparison =
                api.post("/api/v1/documents/" + file(first).path("document").asString() + "/readings", Map.of());

        assertThat(asked()).isZero();
        assertThat(second.path("llm").path("calls").asInt()).isZero();
        assertThat(second.path("llm").path("cached").asInt()).isEqualTo(2);
        assertThat(second.path("findings").asInt())
                .isEqualTo(first.path("findings").asInt());
        assertThat(comparison.path("added").size() + comparison.path("removed").size())
                .isZero();
    }

    @Test
    void stopsAskingWhereTheBudgetOfTheContractEndsAndSaysSoOnTheCommandLine() throws Exception {
        Path contract = Files.writeString(folder.resolve("sugar.txt"), agreement("sugar", 20));

        String report = run(
                "ingest",
                contract.toString(),
                "--data-dir",
                folder.resolve("data").toString());

        assertThat(asked()).isBetween(5, 9);
        int left = 20 - asked();
        assertThat(report)
                .contains("language model: " + asked() + " calls (")
                .contains(" tokens in, ")
                .contains(", EUR 0.01")
                .contains(left + " questions not asked for lack of budget")
                .contains("llm:small was not asked " + left + " questions: the budget of 200000 tokens or EUR 0.02");
    }

    @Test
    void printsTheSameInJson() throws Exception {
        Path contract = Files.writeString(folder.resolve("yeast.txt"), agreement("yeast", 1));

        String report = run(
                "ingest",
                contract.toString(),
                "--json",
                "--data-dir",
                folder.resolve("data").toString());

        JsonNode llm = JsonMapper.builder().build().readTree(report).path("llm");
        assertThat(llm.path("calls").asInt()).isEqualTo(1);
        assertThat(llm.path("cost").path("amount").decimalValue()).isEqualByComparingTo(COST);
    }

    private static String run(String... arguments) {
        StringWriter out = new StringWriter();
        CommandLine line = Recital.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(new StringWriter(), true));
        assertThat(line.execute(arguments)).as(List.of(arguments).toString()).isZero();
        return out.toString();
    }
}
