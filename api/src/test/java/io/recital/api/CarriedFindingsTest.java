package io.recital.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.api.finding.StatedExamples;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** What people stated of a contract lives on in its new versions, as a plugin and the command line meet it. */
class CarriedFindingsTest {
    /** Another clause before them, and another price for call-outs. */
    private static final String SECOND = StatedFindingsTest.CONTRACT
            .replace("1.1 The Supplier shall visit", "1.1 At its own cost, the Supplier shall visit")
            .replace("2.2 Deductions are", "2.2 No deduction is interest.\n2.3 Deductions are")
            .replace("GBP 95 at most", "GBP 99 at most");

    private static final String EVENTS = """
            id,vendor,contract,event,subject,date
            E-1,Brightlamp Services Limited,,site-visit,Site 1,2026-01-20
            """;

    @TempDir
    static Path folder;

    private static ApiClient api;
    private static String contract;
    private static JsonNode deduction;
    private static JsonNode callOuts;
    private static JsonNode payment;
    private static JsonNode job;

    @BeforeAll
    static void stateAndReplace() {
        api = SharedService.newTenant(folder.resolve("data"));
        api.ingest(Map.of("site-services.txt", bytes(StatedFindingsTest.CONTRACT)), Map.of("role", "buyer"));
        ApiClient.json(api.upload("/api/v1/facts", Map.of("events.csv", bytes(EVENTS)), Map.of()));
        contract = api.json("/api/v1/contracts").path("items").get(0).path("id").asString();
        deduction = state(StatedExamples.CHECK);
        callOuts = state(StatedExamples.ROW);
        payment = state(StatedExamples.LEVER);
        send("/api/v1/findings/" + id(payment) + "/reviews", "{\"status\": \"rejected\", \"reviewer\": \"R. Okafor\"}");
        job = api.ingest(Map.of("site-services-2.txt", bytes(SECOND)), Map.of("replaces", contract));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static HttpResponse<byte[]> send(String path, String body) {
        return api.send("POST", path, "application/json", bytes(body));
    }

    private static JsonNode state(String finding) {
        return ApiClient.json(send("/api/v1/contracts/" + contract + "/findings", finding));
    }

    private static String id(JsonNode finding) {
        return finding.path("id").asString();
    }

    private static JsonNode served(String kind, String summary) {
        return StreamSupport.stream(
                        api.json("/api/v1/findings?limit=500&kind=" + kind)
                                .path("items")
                                .spliterator(),
                        false)
                .filter(finding -> finding.path("summary").asString().startsWith(summary)
                        && finding.path("extractor").asString().equals("stated/1"))
                .findFirst()
                .orElseThrow();
    }

    private static String run(String... command) {
        StringWriter out = new StringWriter();
        CommandLine line = Recital.commandLine();
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(out));
        line.execute(command);
        return out.toString();
    }

    @Test
    void whatStandsInTheNewVersionGoesOnWithItsDecisionAndItsNewPlaces() {
        JsonNode carried = served("check", "Deduction for missing site visits");
        assertThat(id(carried)).isNotEqualTo(id(deduction));
        assertThat(carried.path("review").asString()).isEqualTo("accepted");
        assertThat(carried.path("carried").path("finding").asString()).isEqualTo(id(deduction));
        assertThat(carried.path("carried").path("version").asInt()).isEqualTo(1);
        assertThat(carried.path("carried").path("clauseChanged").asBoolean()).isFalse();
        JsonNode notified = carried.path("citations").get(1);
        assertThat(notified.path("path").asString()).isEqualTo("2.3");
        assertThat(notified.path("file").asString()).isEqualTo("site-services-2.txt");
        String text = new String(
                api.get("/api/v1/documents/" + notified.path("document").asString() + "/text")
                        .body(),
                StandardCharsets.UTF_8);
        assertThat(text.substring(
                        notified.path("start").asInt(), notified.path("end").asInt()))
                .isEqualTo(notified.path("quote").asString());
        assertThat(api.json("/api/v1/findings/" + id(carried) + "/reviews").toString())
                .contains("R. Okafor");
        assertThat(api.json("/api/v1/ledger?asOf=2026-06-30").toString())
                .contains("Deduction for missing site visits for 2026-01-01")
                .contains("1650");
        assertThat(job.path("notes").toString()).contains("2 carried over, 1 to be stated again");
    }

    @Test
    void whatSomebodyWithdrewStaysWithdrawn() {
        JsonNode carried = served("lever", "payment term");
        assertThat(carried.path("review").asString()).isEqualTo("rejected");
        assertThat(carried.path("carried").path("finding").asString()).isEqualTo(id(payment));
    }

    @Test
    void aDecisionAboutTheEarlierOneIsNotTakenAndTheOneToDecideAboutIsNamed() {
        HttpResponse<byte[]> answer = send(
                "/api/v1/findings/" + id(deduction) + "/reviews",
                "{\"status\": \"rejected\", \"reviewer\": \"R. Okafor\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .contains(id(served("check", "Deduction for missing site visits")));
    }

    @Test
    void whatHasToBeStatedAgainIsListedUntilItIs() {
        JsonNode lost = api.json("/api/v1/findings/lost?kind=check&contract=" + contract);
        assertThat(lost).hasSize(1);
        assertThat(id(lost.get(0))).isEqualTo(id(callOuts));
        assertThat(lost.get(0).path("lost").path("quote").asString()).startsWith("Call-outs are charged at GBP 95");
        assertThat(lost.get(0).path("lost").path("reason").asString())
                .isEqualTo("no longer stands in site-services-2.txt");
        assertThat(api.json("/api/v1/findings/lost?kind=lever")).isEmpty();
        assertThat(api.json("/api/v1/ledger?asOf=2026-06-30").toString())
                .contains("“Call-outs are charged at GBP 95 at most, whatever the hour.” no longer stands in"
                        + " site-services-2.txt: state it again, or reject it");
        assertThat(api.json("/api/v1/reports/discovery?asOf=2026-06-30").toString())
                .contains("Stated findings to be stated again", id(callOuts));
        String data = folder.resolve("data").toString();
        assertThat(run("findings", "list", "--contract", contract, "--kind", "check", "--data-dir", data))
                .contains("carried over from version 1")
                .contains(id(callOuts))
                .contains(
                        "TO BE STATED AGAIN: “Call-outs are charged at GBP 95 at most, whatever the hour.” no longer stands");
        assertThat(run("findings", "list", "--contract", contract, "--kind", "check", "--json", "--data-dir", data))
                .contains("\"lost\":{\"quote\":\"Call-outs");

        assertThat(send(
                                "/api/v1/contracts/" + contract + "/findings",
                                StatedExamples.ROW
                                        .replace("GBP 95", "GBP 99")
                                        .replace("\"quotes\"", "\"again\": \"" + contract + "\", \"quotes\""))
                        .statusCode())
                .isEqualTo(400);
        JsonNode again = state(StatedExamples.ROW
                .replace("GBP 95", "GBP 99")
                .replace("Call-outs above the ceiling", "Call-outs above GBP 99")
                .replace("\"quotes\"", "\"again\": \"" + id(callOuts) + "\", \"quotes\""));
        assertThat(again.has("carried")).isFalse();
        assertThat(api.json("/api/v1/findings/lost?kind=check&contract=" + contract))
                .isEmpty();
    }

    @Test
    void anotherReadingOfTheNewVersionLeavesWhatIsStated() {
        String document = served("check", "Deduction for missing site visits")
                .path("document")
                .asString();
        JsonNode run = ApiClient.json(send("/api/v1/documents/" + document + "/readings", "{}"));
        send("/api/v1/documents/" + document + "/readings/" + run.path("id").asString() + "/adoption", "{}");
        api.ingest(Map.of("site-services-2.txt", bytes(SECOND)), Map.of());
        assertThat(served("check", "Deduction for missing site visits")
                        .path("review")
                        .asString())
                .isEqualTo("accepted");
    }
}
