package io.recital.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.models.evidence.Sha256;
import io.recital.models.evidence.Span;
import io.recital.models.evidence.StoredText;
import io.recital.samples.SamplePortfolio;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as a plugin meets it: real files, the real database, plain HTTP. */
class ServiceTest {
    private static final SamplePortfolio PORTFOLIO = SamplePortfolio.load();

    @TempDir
    static Path folder;

    private static RecitalService service;
    private static ApiClient api;
    private static JsonNode job;

    @BeforeAll
    static void ingestTheSamples() throws IOException {
        service = RecitalService.start(folder.resolve("data"), 0);
        api = new ApiClient(service.address(), service.issueFirstKey().orElseThrow());
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Path file : PORTFOLIO.copyTo(folder.resolve("samples"))) {
            files.put(file.getFileName().toString(), Files.readAllBytes(file));
        }
        job = api.ingest(files, Map.of("role", "buyer", "externalIds", "{\"clm\":\"C-7\"}"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static HttpResponse<byte[]> assertProblem(HttpResponse<byte[]> response, int status, String type) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).contains("application/problem+json");
        JsonNode problem = JsonMapper.builder().build().readTree(response.body());
        assertThat(problem.path("type").asString()).isEqualTo("urn:recital:problem:" + type);
        assertThat(problem.path("detail").asString()).isNotBlank();
        return response;
    }

    @Test
    void readsEverySampleAndReportsWhatCameOfIt() {
        assertThat(job.path("documents").asInt())
                .isEqualTo(PORTFOLIO.documents().size());
        assertThat(job.path("states").path("ingested").asInt())
                .isEqualTo(PORTFOLIO.documents().size());
        assertThat(job.path("passages").asInt()).isGreaterThan(50);
        assertThat(job.path("findings").asInt()).isGreaterThan(50);
    }

    @Test
    void showsContractsWithFactsWhoseQuotesStandInTheStoredText() {
        JsonNode contracts = api.json("/api/v1/contracts?limit=3");
        assertThat(contracts.path("items").size()).isEqualTo(3);
        JsonNode rest = api.json(
                "/api/v1/contracts?limit=100&cursor=" + contracts.path("next").asString());
        assertThat(rest.path("items").size())
                .isGreaterThanOrEqualTo(PORTFOLIO.documents().size() - 3);

        JsonNode findings = api.json("/api/v1/findings?limit=500");
        assertThat(findings.path("items").size()).isGreaterThan(50);
        Map<String, StoredText> texts = new LinkedHashMap<>();
        for (JsonNode finding : findings.path("items")) {
            for (JsonNode citation : finding.path("citations")) {
                StoredText text =
                        texts.computeIfAbsent(citation.path("document").asString(), ServiceTest::text);
                String quote = citation.path("quote").asString();
                Span span = new Span(
                        citation.path("start").asInt(), citation.path("end").asInt());
                assertThat(text.slice(span)).isEqualTo(quote);
                assertThat(citation.path("sha256").asString())
                        .isEqualTo(Sha256.of(quote).hex());
            }
        }
    }

    private static StoredText text(String document) {
        return StoredText.of(
                new String(api.get("/api/v1/documents/" + document + "/text").body(), StandardCharsets.UTF_8));
    }

    @Test
    void filtersFindingsByKindTypeAndConfidence() {
        JsonNode levers = api.json("/api/v1/findings?kind=lever&type=payment-term&minConfidence=0.5");

        assertThat(levers.path("items").size()).isGreaterThan(0);
        for (JsonNode lever : levers.path("items")) {
            assertThat(lever.path("kind").asString()).isEqualTo("lever");
            assertThat(lever.path("type").asString()).isEqualTo("payment-term");
            assertThat(lever.path("confidence").asDouble()).isGreaterThanOrEqualTo(0.5);
        }
        assertProblem(api.get("/api/v1/findings?kind=nonsense"), 400, "bad-request");
    }

    @Test
    void answersTheDemoQuestionsWithQuotesThatStandInTheText() {
        for (String question : PORTFOLIO.demoQuestions()) {
            JsonNode answer = api.post("/api/v1/questions", Map.of("question", question, "asOf", "2026-06-30"));

            assertThat(answer.path("abstained").asBoolean()).as(question).isFalse();
            JsonNode citation = answer.path("citations").path(0);
            Span span = new Span(
                    citation.path("start").asInt(), citation.path("end").asInt());
            assertThat(text(citation.path("document").asString()).slice(span))
                    .isEqualTo(citation.path("quote").asString());
        }
    }

    @Test
    void abstainsFromAQuestionAboutSomebodyUnknown() {
        JsonNode answer =
                api.post("/api/v1/questions", Map.of("question", "What is the governing law of the Zyxograph lease?"));

        assertThat(answer.path("abstained").asBoolean()).isTrue();
        assertThat(answer.path("reason").asString()).contains("Zyxograph");
        assertThat(answer.path("citations").isEmpty()).isTrue();
        assertThat(answer.path("passages").isEmpty()).isFalse();
    }

    @Test
    void keepsWhoDecidedWhatAndExportsItAsGold() {
        String id = api.json("/api/v1/findings?kind=fact&type=governing-law&limit=1")
                .path("items")
                .get(0)
                .path("id")
                .asString();
        String reviews = "/api/v1/findings/" + id + "/reviews";
        api.post(reviews, Map.of("status", "rejected", "reviewer", "ada@calderbrook.example", "note", "wrong clause"));
        JsonNode corrected = api.post(
                reviews,
                Map.of(
                        "status", "corrected",
                        "reviewer", "bo@calderbrook.example",
                        "correction",
                                Map.of(
                                        "kind", "fact",
                                        "fact", "governing-law",
                                        "value", Map.of("type", "text", "value", "the Isle of Man"))));

        assertThat(corrected.path("review").asString()).isEqualTo("corrected");
        assertThat(corrected.path("summary").asString()).contains("Isle of Man");
        JsonNode decisions = api.json(reviews);
        assertThat(decisions.size()).isEqualTo(2);
        assertThat(decisions.get(1).path("review").path("reviewer").asString()).isEqualTo("bo@calderbrook.example");
        assertThat(decisions.get(1).path("at").asString()).startsWith("20");
        String export = new String(api.get("/api/v1/findings/reviews").body(), StandardCharsets.UTF_8);
        JsonNode line = JsonMapper.builder()
                .build()
                .readTree(export.lines()
                        .filter(each -> each.contains(id))
                        .findFirst()
                        .orElseThrow());
        assertThat(line.path("status").asString()).isEqualTo("corrected");
        assertThat(line.path("content").path("value").path("value").asString()).isEqualTo("the Isle of Man");
        assertThat(line.path("citations").get(0).path("quote").asString()).isNotBlank();
        assertProblem(api.get("/api/v1/findings/" + UUID.randomUUID() + "/reviews"), 404, "not-found");
    }

    @Test
    void readsADocumentAgainAndAdoptsTheReading() {
        String document = api.json("/api/v1/contracts?limit=1")
                .path("items")
                .get(0)
                .path("document")
                .asString();
        String readings = "/api/v1/documents/" + document + "/readings";

        JsonNode comparison = api.post(readings, Map.of());

        assertThat(comparison.path("added").size()).isZero();
        assertThat(comparison.path("removed").size()).isZero();
        assertThat(comparison.path("unchanged").asInt())
                .isEqualTo(comparison.path("reading").path("findings").asInt());
        String run = comparison.path("reading").path("id").asString();
        assertThat(api.json(readings).get(0).path("id").asString()).isEqualTo(run);
        assertThat(api.json(readings + "/" + run).path("changed").size()).isZero();
        assertThat(api.post(readings + "/" + run + "/adoption", Map.of())
                        .path("current")
                        .asBoolean())
                .isTrue();
        assertProblem(
                api.send("POST", readings + "/" + UUID.randomUUID() + "/adoption", "", new byte[0]), 404, "not-found");
        assertProblem(
                api.send("POST", "/api/v1/documents/" + UUID.randomUUID() + "/readings", "", new byte[0]),
                404,
                "not-found");
    }

    @Test
    void holdsAContractAgainstTheOthersAndCitesBothSides() {
        int compared = 0;
        for (JsonNode contract : api.json("/api/v1/contracts?limit=100").path("items")) {
            JsonNode comparison =
                    api.json("/api/v1/contracts/" + contract.path("id").asString() + "/comparison");
            assertThat(comparison.path("explanation").asString()).isNotBlank();
            if (!comparison.path("basis").asString().equals("all-agreements")) {
                assertThat(comparison.path("missing").isEmpty()).isTrue();
                continue;
            }
            compared++;
            assertThat(comparison.path("others").asInt()).isBetween(5, 8);
            for (JsonNode missing : comparison.path("missing")) {
                assertThat(missing.path("have").asInt())
                        .isGreaterThanOrEqualTo(3 * comparison.path("others").asInt() / 4);
                JsonNode citation =
                        missing.path("typical").path(0).path("citations").path(0);
                Span span = new Span(
                        citation.path("start").asInt(), citation.path("end").asInt());
                assertThat(text(citation.path("document").asString()).slice(span))
                        .isEqualTo(citation.path("quote").asString());
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(6);
        assertProblem(api.get("/api/v1/contracts/" + UUID.randomUUID() + "/comparison"), 404, "not-found");
    }

    @Test
    void comparesAndReadsAgainOnTheCommandLine() {
        JsonNode comparisons = command("compare", "calibration", "--json");
        assertThat(comparisons.size()).isEqualTo(1);
        assertThat(comparisons.path(0).path("basis").asString()).isEqualTo("all-agreements");
        String document = api.json("/api/v1/contracts?limit=1")
                .path("items")
                .path(0)
                .path("document")
                .asString();

        JsonNode readings = command("reread", document, "--adopt", "--json");

        assertThat(readings.path(0).path("document").asString()).isEqualTo(document);
        assertThat(readings.path(0).path("added").isEmpty()).isTrue();
        assertThat(readings.path(0).path("unchanged").asInt()).isPositive();
        assertThat(readings.path(0).path("adopted").asBoolean()).isTrue();
        StringWriter errors = new StringWriter();
        assertThat(execute(
                        new StringWriter(), errors, "reread", UUID.randomUUID().toString()))
                .isEqualTo(1);
        assertThat(errors.toString().lines()).singleElement().asString().contains("There is no document with id");
        StringWriter unknown = new StringWriter();
        assertThat(execute(new StringWriter(), unknown, "compare", "Zyxograph")).isEqualTo(1);
        assertThat(unknown.toString()).contains("No contract has “Zyxograph” in its title");
    }

    private static JsonNode command(String... args) {
        StringWriter out = new StringWriter();
        StringWriter errors = new StringWriter();
        assertThat(execute(out, errors, args)).as(errors.toString()).isZero();
        return JsonMapper.builder().build().readTree(out.toString());
    }

    /** In the data directory of the service, so that the command finds it. */
    private static int execute(StringWriter out, StringWriter errors, String... args) {
        CommandLine line = Recital.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(errors, true));
        String[] all = Arrays.copyOf(args, args.length + 2);
        all[args.length] = "--data-dir";
        all[args.length + 1] = folder.resolve("data").toString();
        return line.execute(all);
    }

    @Test
    void keepsTheOriginalBytes() throws IOException {
        JsonNode files =
                api.json("/api/v1/jobs/" + job.path("id").asString() + "/files").path("items");
        assertThat(files.size()).isEqualTo(PORTFOLIO.documents().size());
        for (JsonNode file : files) {
            JsonNode version =
                    api.json("/api/v1/documents/" + file.path("document").asString());
            byte[] original = api.get(
                            "/api/v1/documents/" + file.path("document").asString() + "/original")
                    .body();

            assertThat(original)
                    .isEqualTo(Files.readAllBytes(
                            folder.resolve("samples").resolve(file.path("file").asString())));
            assertThat(Sha256.of(original).hex())
                    .isEqualTo(version.path("sha256").asString());
        }
    }

    @Test
    void takesTheSameBytesAsANoOp() throws IOException {
        String name = PORTFOLIO.documents().get(0).file();
        JsonNode again = api.ingest(
                Map.of(
                        "copy-" + name,
                        Files.readAllBytes(folder.resolve("samples").resolve(name))),
                Map.of());

        assertThat(again.path("states").path("unchanged").asInt()).isEqualTo(1);
    }

    @Test
    void makesANewVersionOfTheSameContract() {
        JsonNode first = api.ingest(
                Map.of("memo.txt", "1. Term. This Memo ends on 31 December 2027.\n".getBytes(StandardCharsets.UTF_8)),
                Map.of());
        String contract = api.json("/api/v1/jobs/" + first.path("id").asString() + "/files")
                .path("items")
                .path(0)
                .path("contract")
                .asString();

        api.ingest(
                Map.of("memo2.txt", "1. Term. This Memo ends on 31 March 2028.\n".getBytes(StandardCharsets.UTF_8)),
                Map.of("replaces", contract, "metadata", "{\"expirationDate\":\"2027-12-31\"}"));

        JsonNode details = api.json("/api/v1/contracts/" + contract);
        assertThat(details.path("versions").size()).isEqualTo(2);
        assertThat(details.path("versions").path(1).path("version").asInt()).isEqualTo(2);
    }

    @Test
    void showsAScorecardPerCounterparty() {
        JsonNode counterparties = api.json("/api/v1/counterparties");
        assertThat(counterparties.size()).isGreaterThanOrEqualTo(2);
        int measures = 0;
        for (JsonNode counterparty : counterparties) {
            JsonNode scorecard = api.json(
                    "/api/v1/counterparties/" + counterparty.path("id").asString() + "/scorecard?asOf=2026-06-30");
            assertThat(scorecard.path("asOf").asString()).isEqualTo("2026-06-30");
            measures += scorecard.path("measures").size();
        }
        assertThat(measures).isGreaterThan(0);
    }

    @Test
    void refusesWithoutAKeyAndWithAWrongOne() {
        assertProblem(api.withKey("").get("/api/v1/contracts"), 401, "api-key");
        assertProblem(api.withKey("rk_wrong").get("/api/v1/contracts"), 401, "api-key");
        assertThat(api.withKey("").get("/actuator/health").statusCode()).isEqualTo(200);
    }

    @Test
    void saysWhatIsNotThereAndWhatIsWrong() {
        UUID nobody = UUID.randomUUID();
        assertProblem(api.get("/api/v1/contracts/" + nobody), 404, "not-found");
        assertProblem(api.get("/api/v1/documents/" + nobody + "/text"), 404, "not-found");
        assertProblem(api.get("/api/v1/contracts/not-an-id"), 400, "bad-request");
        assertThat(api.send(
                                "POST",
                                "/api/v1/questions",
                                "application/json",
                                "{\"question\":\"\"}".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(400);
        assertThat(api.send("POST", "/api/v1/questions", "application/json", "{".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void refusesABrokenFileWithAReasonAndGoesOn() {
        JsonNode end = api.ingest(
                Map.of(
                        "empty.pdf",
                        new byte[0],
                        "broken.docx",
                        "PK\u0003\u0004 not really a zip".getBytes(StandardCharsets.UTF_8),
                        "good.txt",
                        "2. Payment. Customer shall pay within 20 days of receipt of an invoice.\n"
                                .getBytes(StandardCharsets.UTF_8)),
                Map.of());

        assertThat(end.path("states").path("refused").asInt()).isEqualTo(2);
        assertThat(end.path("states").path("ingested").asInt()).isEqualTo(1);
        for (JsonNode file :
                api.json("/api/v1/jobs/" + end.path("id").asString() + "/files").path("items")) {
            if (file.path("state").asString().equals("refused")) {
                assertThat(file.path("reason").asString()).isNotBlank();
            }
        }
    }

    @Test
    void describesItselfAsOpenApi31AndExportsMetrics() {
        JsonNode description = api.withKey("").json("/api/v1/openapi");
        assertThat(description.path("openapi").asString()).startsWith("3.1");
        assertThat(description.path("paths").propertyNames())
                .contains(
                        "/api/v1/documents",
                        "/api/v1/questions",
                        "/api/v1/counterparties/{id}/scorecard",
                        "/api/v1/contracts/{id}/comparison");
        assertThat(new String(api.get("/actuator/prometheus").body(), StandardCharsets.UTF_8))
                .contains("jvm_memory_used_bytes");
    }

    @Test
    void reportsComeInFourFormatsAndUnknownOnesAreNamed() {
        String leakage = "/api/v1/reports/leakage?asOf=2026-06-30&supplier=Tarnwell%20Digital";
        JsonNode report = api.json(leakage);
        assertThat(report.path("asOf").asString()).isEqualTo("2026-06-30");
        assertThat(report.path("sections").findValuesAsString("title"))
                .contains("Totals by class and currency", "Entries", "Not checkable");
        assertThat(new String(api.get(leakage + "&format=csv").body(), StandardCharsets.UTF_8))
                .startsWith("Totals by class and currency");
        assertThat(new String(api.get(leakage + "&format=table").body(), StandardCharsets.UTF_8))
                .startsWith("Value leakage, as of 2026-06-30");
        assertThat(api.get(leakage + "&format=xlsx").body()).startsWith('P', 'K');
        assertProblem(api.get(leakage + "&format=pdf"), 400, "bad-request");
        assertProblem(api.get("/api/v1/reports/gains"), 404, "not-found");
        assertProblem(api.get("/api/v1/reports/leakage?supplier=Nobody"), 404, "not-found");
        assertProblem(api.get("/api/v1/reports/leakage?from=2026-02-01&to=2026-01-01"), 400, "bad-request");
    }

    @Test
    void noClaimLetterIsWrittenWhileNobodyHasReviewedAnything() {
        assertProblem(
                api.get("/api/v1/ledger/claim-letter?supplier=Tarnwell&asOf=2026-06-30"), 409, "nothing-to-claim");
        JsonNode ledger = api.json("/api/v1/ledger?supplier=Tarnwell&asOf=2026-06-30");
        assertThat(ledger.path("counterparties").size()).isEqualTo(1);
        assertThat(api.json("/api/v1/ledger/history?supplier=Tarnwell").isArray())
                .isTrue();
    }

    @Test
    void theCalendarHoldsMilestonesThatAreStillToCome() {
        String early = new String(
                        api.get("/api/v1/calendar.ics?supplier=Brightmoor&asOf=2025-08-01")
                                .body(),
                        StandardCharsets.UTF_8)
                .replace("\r\n ", "");
        assertThat(early).contains("UID:milestone-").contains("DTSTART;VALUE=DATE:20250829");

        String late = new String(
                api.get("/api/v1/calendar.ics?supplier=Brightmoor&asOf=2028-01-01")
                        .body(),
                StandardCharsets.UTF_8);
        assertThat(late).doesNotContain("UID:milestone-");
    }
}
