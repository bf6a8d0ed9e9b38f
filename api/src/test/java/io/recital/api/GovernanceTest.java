package io.recital.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.samples.SamplePortfolio;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Governance as a plugin and the command line meet it, over two counterparties of the sample portfolio. */
class GovernanceTest {
    private static final String TARNWELL = "Tarnwell Digital Services Limited";
    private static final String DAY = "2026-06-30";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    static Path folder;

    private static ApiClient api;

    @BeforeAll
    static void readTwoCounterparties() throws IOException {
        api = SharedService.newTenant(folder.resolve("data"));
        SamplePortfolio samples = SamplePortfolio.load();
        api.ingest(
                files(samples.copyTo(folder.resolve("samples")), name -> name.matches("(?:tarnwell|ferrow).*")),
                Map.of("role", "buyer"));
        ApiClient.json(api.upload(
                "/api/v1/facts", files(samples.copyFactsTo(folder.resolve("facts")), name -> true), Map.of()));
    }

    private static Map<String, byte[]> files(Iterable<Path> all, Predicate<String> condition) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Path file : all) {
            if (condition.test(file.getFileName().toString())) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    private static HttpResponse<byte[]> send(String method, String path, String body) {
        return api.send(method, path, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    /** What a report says in a section. */
    private static JsonNode section(String report, String title) {
        return section(api.json("/api/v1/reports/" + report + "?asOf=" + DAY), title);
    }

    private static JsonNode section(JsonNode report, String title) {
        return StreamSupport.stream(report.path("sections").spliterator(), false)
                .filter(section -> section.path("title").asString().startsWith(title))
                .findFirst()
                .orElseThrow()
                .path("rows");
    }

    private static JsonNode risk(int likelihood) {
        return JSON.readTree("{\"by\": \"M. Sand\", \"supplier\": \"Ferrow\", \"record\": {\"title\": \"One lab only\","
                + " \"likelihood\": " + likelihood
                + ", \"impact\": 4, \"owner\": \"M. Sand\", \"mitigation\": \"Another\","
                + " \"raisedOn\": \"2026-01-01\", \"reviewOn\": \"2026-03-01\"}}");
    }

    @Test
    void takesEveryExampleOfTheDescriptionAndReportsIt() {
        JsonNode examples = api.json("/api/v1/openapi")
                .path("paths")
                .path("/api/v1/governance/{kind}")
                .path("post")
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("examples");
        String contract = StreamSupport.stream(
                        api.json("/api/v1/contracts?limit=100").path("items").spliterator(), false)
                .filter(each -> each.path("title").asString().equals("Master Services Agreement"))
                .map(each -> each.path("id").asString())
                .findFirst()
                .orElseThrow();

        assertThat(examples.size()).isEqualTo(8);
        examples.propertyStream().forEach(example -> {
            JsonNode value = example.getValue().path("value");
            String body = (value.isString() ? value.asString() : value.toString())
                    .replace("11111111-1111-1111-1111-111111111111", contract);
            HttpResponse<byte[]> made = send("POST", "/api/v1/governance/" + example.getKey(), body);

            assertThat(made.statusCode())
                    .as(example.getKey() + " " + new String(made.body(), StandardCharsets.UTF_8))
                    .isEqualTo(201);
            assertThat(api.json("/api/v1/governance/" + example.getKey()).isEmpty())
                    .isFalse();
        });
        assertThat(section("governance", "Corrective actions")
                        .get(0)
                        .path("effect")
                        .asString())
                .containsAnyOf("better by", "worse by", "no change");
        assertThat(section("objectives", "Objectives").get(0).path("realised").asString())
                .contains("the baseline");
        assertThat(section("objectives", "Contracts that serve no objective").isEmpty())
                .isFalse();
        assertThat(section("scorecard", "Scores").toString()).contains("1 of 1");
        assertThat(section("scorecard", "Evidence of the scores").toString())
                .contains("action:", "responsiveness", "invoice-line:");
    }

    @Test
    void keepsEveryVersionAndNamesWhatIsWrong() {
        JsonNode made = ApiClient.json(send("POST", "/api/v1/governance/risks", risk(2).toString()));
        String path = "/api/v1/governance/risks/" + made.path("id").asString();

        JsonNode changed = ApiClient.json(send("PUT", path, risk(5).toString()));

        assertThat(changed.path("version").asInt()).isEqualTo(2);
        assertThat(api.json(path + "/versions").size()).isEqualTo(2);
        assertThat(send("PUT", path, risk(6).toString()).statusCode()).isEqualTo(400);
        assertThat(send("PUT", path.replace("risks", "ideas"), risk(1).toString())
                        .statusCode())
                .isEqualTo(404);
        assertThat(send("POST", "/api/v1/governance/wishes", "{}").statusCode()).isEqualTo(404);
        assertThat(send("POST", "/api/v1/governance/risks", "{\"record\": {}}").statusCode())
                .isEqualTo(400);
        assertThat(section("governance", "Risks").toString()).contains("review overdue");
        assertThat(api.send("DELETE", path + "?by=M.%20Sand", "", new byte[0]).statusCode())
                .isEqualTo(204);
        assertThat(api.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void weightsCountFromTheirDayOn() {
        String body = "{\"weights\": {\"measures\": 100}, \"from\": \"2026-06-01\", \"by\": \"M. Sand\"}";

        assertThat(send("PUT", "/api/v1/scorecard/weights", body.replace("100", "90"))
                        .statusCode())
                .isEqualTo(400);
        ApiClient.json(send("PUT", "/api/v1/scorecard/weights", body));

        assertThat(api.json("/api/v1/scorecard/weights?asOf=2026-05-31")
                        .path("weights")
                        .path("duties")
                        .asInt())
                .isEqualTo(24);
        assertThat(api.json("/api/v1/scorecard/weights?asOf=2026-06-01")
                        .path("weights")
                        .path("duties")
                        .asInt())
                .isZero();
        assertThat(api.json("/api/v1/reports/scorecard?asOf=" + DAY).toString()).contains("set by M. Sand");
        assertThat(api.json("/api/v1/reports/scorecard?asOf=2026-05-31").toString())
                .contains("the default");
        assertThat(run("weights", "--as-of", "2026-05-31"))
                .contains("measures 40", "credits 10", "responsiveness 5", "the default");
    }

    private static ApiClient shared(String supplier) {
        JsonNode issued = api.post(
                "/api/v1/shares", Map.of("supplier", supplier, "name", "Their portal", "by", "M. Sand", "days", 5));
        return new ApiClient(SharedService.address(), issued.path("token").asString());
    }

    @Test
    void aCounterpartySeesItsOwnScorecardAndNothingElse() {
        send("POST", "/api/v1/governance/risks", risk(5).toString());
        ApiClient theirs = shared("Ferrow");

        JsonNode view = theirs.json("/api/v1/shared?asOf=" + DAY);

        assertThat(view.path("counterparty").asString()).containsIgnoringCase("Ferrow");
        assertThat(view.path("score").isNumber()).isTrue();
        assertThat(view.path("parts").has("invoices")).isFalse();
        assertThat(view.path("measures").isEmpty()).isFalse();
        view.path("measures")
                .forEach(measure -> assertThat(measure.path("row").asString()).startsWith("F-"));
        assertThat(view.toString())
                .doesNotContain("One lab only", "recoverable", "exposure", "amount", "Tarnwell", "Order Platform");
        for (String path : new String[] {
            "/api/v1/contracts",
            "/api/v1/ledger",
            "/api/v1/reports/scorecard",
            "/api/v1/governance/risks",
            "/api/v1/shares",
            "/api/v1/renewal-brief?supplier=Ferrow",
            "/api/v1/shared/../contracts",
            "/api/v1/shared/%2e%2e/contracts",
            "/api/v1/shared;x=/../contracts",
            "/actuator/health/../../api/v1/contracts"
        }) {
            assertThat(theirs.get(path).statusCode()).as(path).isIn(400, 401, 404);
        }
        assertThat(theirs.get("/api/v1/shared/../contracts").statusCode()).isNotEqualTo(200);
        assertThat(api.get("/api/v1/shared").statusCode())
                .as("keys of the tenant do not open it")
                .isEqualTo(401);
    }

    @Test
    void aTokenOfAnotherTenantOrWithAnotherSecretOpensNothing() {
        JsonNode issued = api.post("/api/v1/shares", Map.of("supplier", "Ferrow", "name", "Portal 2", "by", "M. Sand"));
        byte[] token =
                Base64.getUrlDecoder().decode(issued.path("token").asString().substring(3));
        for (int at : new int[] {3, token.length - 1}) {
            byte[] other = token.clone();
            other[at] ^= 1;
            ApiClient stranger = new ApiClient(
                    SharedService.address(),
                    "rs_" + Base64.getUrlEncoder().withoutPadding().encodeToString(other));
            assertThat(stranger.get("/api/v1/shared").statusCode()).isEqualTo(401);
        }
        ApiClient theirs =
                new ApiClient(SharedService.address(), issued.path("token").asString());
        assertThat(theirs.get("/api/v1/shared").statusCode()).isEqualTo(200);
        String id = StreamSupport.stream(api.json("/api/v1/shares").spliterator(), false)
                .filter(share -> share.path("name").asString().equals("Portal 2"))
                .map(share -> share.path("id").asString())
                .findFirst()
                .orElseThrow();
        run("share", "--revoke", id);
        assertThat(theirs.get("/api/v1/shared").statusCode()).isEqualTo(401);
    }

    @Test
    void aCounterpartyCommentsAndDisputesOnlyWhatIsItsOwn() {
        ApiClient theirs = shared(TARNWELL);
        String row = api.json("/api/v1/ledger?supplier=Tarnwell&asOf=" + DAY).findValues("rows").stream()
                .flatMap(rows -> StreamSupport.stream(rows.spliterator(), false))
                .map(JsonNode::asString)
                .filter(each -> each.startsWith("measurement:T-M"))
                .findFirst()
                .orElseThrow()
                .substring("measurement:".length());
        Map<String, String> dispute = Map.of("by", "L. Brandt", "measurement", row, "reason", "Wrong clock");

        theirs.post("/api/v1/shared/comments", Map.of("by", "L. Brandt", "text", "We are on it."));
        assertThat(theirs.post("/api/v1/shared/disputes", dispute).path("state").asString())
                .isEqualTo("open");

        assertThat(theirs.json("/api/v1/shared").toString()).contains("We are on it.", "Wrong clock");
        assertThat(shared("Ferrow").json("/api/v1/shared").toString()).doesNotContain("We are on it.", "Wrong clock");
        assertThat(theirs.send("POST", "/api/v1/shared/disputes", "application/json", JSON.writeValueAsBytes(dispute))
                        .statusCode())
                .as("not twice")
                .isEqualTo(409);
        assertThat(shared("Ferrow")
                        .send("POST", "/api/v1/shared/disputes", "application/json", JSON.writeValueAsBytes(dispute))
                        .statusCode())
                .as("not that of another counterparty")
                .isEqualTo(404);
        String today = api.json("/api/v1/ledger?supplier=Tarnwell").toString();
        assertThat(today).contains("\"disputedSince\":\"20");
    }

    @Test
    void aBriefSaysWhatToAskForAndCitesEveryLine() throws IOException {
        JsonNode brief = api.json("/api/v1/renewal-brief?supplier=Tarnwell&asOf=" + DAY);

        assertThat(brief.path("sections").findValuesAsString("title")).contains("Dates", "What to ask for", "Money");
        for (JsonNode section : brief.path("sections")) {
            for (JsonNode line : section.path("lines")) {
                assertThat(line.path("citations").size() + line.path("records").size())
                        .as(line.path("text").asString())
                        .isPositive();
            }
        }
        assertThat(run("brief", "--supplier", "Tarnwell", "--as-of", DAY)).contains("Renewal brief", "Records:");
        Path file = folder.resolve("brief.docx");
        run("brief", "--supplier", "Tarnwell", "--as-of", DAY, "--format", "docx", "--out", file.toString());
        assertThat(Files.readAllBytes(file)).startsWith(new byte[] {'P', 'K'});
        assertThat(api.get("/api/v1/renewal-brief?supplier=Nobody").statusCode())
                .isEqualTo(404);
    }

    @Test
    void keepsRecordsByCommand() {
        String made = run(
                "governance",
                "record",
                "idea",
                "--supplier",
                "Ferrow",
                "--by",
                "M. Sand",
                "{\"title\": \"Calibrate on site\", \"sort\": \"innovation\", \"stage\": \"proposed\","
                        + " \"owner\": \"M. Sand\", \"proposedOn\": \"2026-01-01\"}");

        assertThat(run("governance", "list", "ideas", "--supplier", "Ferrow"))
                .contains("Calibrate on site")
                .contains(JSON.readTree(made).path("id").asString());
        assertThat(run("governance", "list", "ideas", "--supplier", TARNWELL)).doesNotContain("Calibrate on site");
    }

    @Test
    void maturityIsAnsweredByCommand() {
        assertThat(run("maturity")).contains("owners (governance)", "not answered");
        assertThat(run("maturity", "owners", "yes", "--by", "M. Sand")).contains("signature? yes");
    }

    @Test
    void maturityIsShownByQuarterByUnitAndForAllAreasOfTheContractModel() {
        JsonNode report = api.json("/api/v1/reports/maturity?asOf=" + DAY);

        assertThat(section(report, "Stages by quarter"))
                .extracting(row -> row.path("quarter").asString())
                .containsExactly("2025 Q3", "2025 Q4", "2026 Q1", "2026 Q2");
        assertThat(section(report, "Peer units"))
                .extracting(row -> row.path("unit").asString())
                .isNotEmpty()
                .doesNotContain("side not told");
        assertThat(section(report, "Process areas"))
                .filteredOn(row -> row.path("model").asString().equals("CMMM"))
                .hasSize(6);
        assertThat(section(report, "Evidence"))
                .filteredOn(row -> row.path("criterion").asString().equals("owned"))
                .singleElement()
                .satisfies(row -> assertThat(row.path("found").asString()).contains(" of "));
    }

    private static String run(String... args) {
        StringWriter out = new StringWriter();
        CommandLine line = Recital.commandLine();
        line.setOut(new PrintWriter(out, true));
        String[] all = java.util.Arrays.copyOf(args, args.length + 2);
        all[args.length] = "--data-dir";
        all[args.length + 1] = folder.resolve("data").toString();
        assertThat(line.execute(all)).isZero();
        return out.toString();
    }

    @Test
    void whatWasCheckedAndFoundInOrderIsListedWithWhatItRestsOn() {
        String path = "/api/v1/ledger/in-order?supplier=Tarnwell&asOf=" + DAY;
        JsonNode all = api.json(path);

        assertThat(all.size()).isPositive();
        for (JsonNode each : all) {
            assertThat(each.path("counterparty").asString()).startsWithIgnoringCase("Tarnwell");
            assertThat(each.path("check").asString()).isNotBlank();
            assertThat(each.path("rests").size()).isPositive();
            assertThat(each.path("rows").size()).isPositive();
        }
        JsonNode month = api.json(path + "&from=2026-03-01&to=2026-03-31");
        assertThat(month.size()).isBetween(1, all.size() - 1);
        assertThat(api.json(path + "&from=2031-01-01").size()).isZero();
        assertThat(api.get(path + "&from=2026-04-01&to=2026-03-01").statusCode())
                .isEqualTo(400);
        assertThat(api.get("/api/v1/ledger/in-order?supplier=Nobody").statusCode())
                .isEqualTo(404);
    }
}
