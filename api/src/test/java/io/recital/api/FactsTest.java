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
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Performance facts as a plugin and the command line bring them in. */
class FactsTest {
    private static final String HEADER = "id,Invoice No.,Supplier,Invoice Date,Qty,Unit Price,Net Amount,Currency\n";

    @TempDir
    static Path folder;

    private static ApiClient api;
    private static JsonNode first;

    @BeforeAll
    static void importTheSamples() throws IOException {
        api = SharedService.newTenant(folder.resolve("data"));
        first = ApiClient.json(api.upload("/api/v1/facts", samples(), Map.of("feed", "samples")));
    }

    private static Map<String, byte[]> samples() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Path file : SamplePortfolio.load().copyFactsTo(folder.resolve("facts"))) {
            files.put(file.getFileName().toString(), Files.readAllBytes(file));
        }
        return files;
    }

    private static HttpResponse<byte[]> send(String feed, String content) {
        return api.upload(
                "/api/v1/facts", Map.of("lines.csv", content.getBytes(StandardCharsets.UTF_8)), Map.of("feed", feed));
    }

    @Test
    void importsEverySampleOnce() throws IOException {
        assertThat(first.path("counts").path("invoice-line").path("added").asInt())
                .isEqualTo(719);
        assertThat(first.path("counts").size()).isEqualTo(9);
        assertThat(first.path("refusedInAll").asInt()).isZero();

        JsonNode again = ApiClient.json(api.upload("/api/v1/facts", samples(), Map.of("feed", "samples")));

        for (JsonNode counts : again.path("counts")) {
            assertThat(counts.path("added").asInt() + counts.path("changed").asInt())
                    .isZero();
            assertThat(counts.path("unchanged").asInt()).isPositive();
        }
    }

    @Test
    void listsFactsByKindAndVendorWithTheirRows() {
        JsonNode page = api.json("/api/v1/facts?kind=invoice-line&vendor=V20988&limit=2");

        assertThat(page.path("items").size()).isEqualTo(2);
        assertThat(page.path("next").asString()).isNotBlank();
        JsonNode line = page.path("items").get(0);
        assertThat(line.path("fact").path("vendor").path("id").asString()).isEqualTo("V20988");
        assertThat(line.path("file").asString()).isEqualTo("invoices.xlsx");
        assertThat(line.path("line").asInt()).isGreaterThan(1);
        assertThat(api.json("/api/v1/facts?vendor=Nobody").path("items")).isEmpty();
        LocalDate yesterday = LocalDate.now(ZoneId.systemDefault()).minusDays(1);
        assertThat(api.json("/api/v1/facts?knownOn=" + yesterday).path("items")).isEmpty();
    }

    @Test
    void showsWhatWasSaidBeforeACorrection() {
        ApiClient.json(send("erp", HEADER + "c-1,A-1,Arkel,2026-04-01,1,10.00,10.00,USD\n"));
        ApiClient.json(send("erp", HEADER + "c-1,A-1,Arkel,2026-04-01,1,12.00,12.00,USD\n"));

        JsonNode versions = api.json("/api/v1/facts/versions?kind=invoice-line&id=c-1");

        assertThat(versions.size()).isEqualTo(2);
        assertThat(versions.get(0).path("fact").path("net").decimalValue()).isEqualByComparingTo("10");
        assertThat(versions.get(0).path("supersededAt").asString())
                .isEqualTo(versions.get(1).path("recordedAt").asString());
    }

    @Test
    void refusesBadRowsWithLineAndReasonAndTakesAMappingForThem() {
        JsonNode undecided = ApiClient.json(send("uk", HEADER + "u-1,A-1,Arkel,03/04/2026,1,10.00,10.00,USD\n"));
        assertThat(undecided.path("refused").get(0).path("line").asInt()).isEqualTo(2);
        assertThat(undecided.path("refused").get(0).path("reason").asString()).contains("day-first");

        HttpResponse<byte[]> stated = api.send(
                "PUT",
                "/api/v1/facts/feeds/uk/mapping",
                "application/json",
                "{\"invoice-line\": {\"dates\": \"day-first\"}}".getBytes(StandardCharsets.UTF_8));
        assertThat(stated.statusCode()).isEqualTo(200);

        assertThat(ApiClient.json(send("uk", HEADER + "u-1,A-1,Arkel,03/04/2026,1,10.00,10.00,USD\n"))
                        .path("refused"))
                .isEmpty();
        assertThat(api.json("/api/v1/facts/feeds/uk/mapping")
                        .path("invoice-line")
                        .path("columns")
                        .path("invoice")
                        .asString())
                .isEqualTo("Invoice No.");
        assertThat(api.json("/api/v1/facts/feeds").toString()).contains("\"uk\"", "\"samples\"");
    }

    @Test
    void answersWrongRequestsWithWhatToDo() {
        assertProblem(
                api.upload("/api/v1/facts", Map.of("a.csv", new byte[] {65}), Map.of("mapping", "{\"invoices\": 1}")),
                400,
                "invoice-line");
        assertProblem(
                api.upload(
                        "/api/v1/facts",
                        Map.of("a.csv", new byte[] {65}),
                        Map.of("mapping", "{\"claim\": {\"columns\": {\"sum\": \"X\"}}}")),
                400,
                "'sum'");
        assertProblem(api.get("/api/v1/facts?kind=invoices"), 400, "invoice-line");
        assertProblem(api.get("/api/v1/facts/feeds/none/mapping"), 404, "feed");
        assertProblem(api.get("/api/v1/facts/versions?kind=claim&id=none"), 404, "claim");
    }

    private static void assertProblem(HttpResponse<byte[]> response, int status, String word) {
        assertThat(response.statusCode()).isEqualTo(status);
        JsonNode problem = JsonMapper.builder().build().readTree(response.body());
        assertThat(problem.path("detail").asString()).contains(word);
    }

    @Test
    void aDecisionLinksAVendorToACounterparty() {
        ApiClient.json(send("erp", HEADER + "d-1,D-1,Orlenne Health,2026-04-01,1,10.00,10.00,USD\n"));
        assertThat(unmatched()).contains("Orlenne Health");

        assertProblem(
                api.send(
                        "POST",
                        "/api/v1/vendors/decisions",
                        "application/json",
                        "{\"decidedBy\": \"ana\"}".getBytes(StandardCharsets.UTF_8)),
                400,
                "'id'");
        JsonNode decided = api.post("/api/v1/vendors/decisions", Map.of("name", "ORLENNE HEALTH", "decidedBy", "ana"));

        assertThat(decided.path("standing").asString()).isEqualTo("unknown");
        assertThat(decided.path("evidence").asString()).contains("decided");
    }

    private static List<String> unmatched() {
        return api.json("/api/v1/vendors/unmatched")
                .valueStream()
                .map(vendor -> vendor.path("name").asString())
                .toList();
    }

    @Test
    void isDescribedInTheApiDescription() {
        JsonNode paths = api.json("/api/v1/openapi").path("paths");

        assertThat(paths.path("/api/v1/facts").path("post").path("summary").asString())
                .contains("Import");
        assertThat(paths.path("/api/v1/vendors/unmatched")
                        .path("get")
                        .path("summary")
                        .asString())
                .isNotBlank();
    }

    @Test
    void theCommandLineImportsAndLists() throws IOException {
        Path file = Files.writeString(
                folder.resolve("more.csv"),
                HEADER + "m-1,M-1,Arkel,2026-04-01,1,10.00,10.00,USD\nm-2,M-2,Arkel,2026-04-01,1,10.00,10.00,ZZZZ\n");

        assertThat(run("facts", "import", file.toString(), "--feed", "cli"))
                .contains("1 new", "line 3", "ZZZZ", "net = Net Amount");
        assertThat(run("facts", "list", "--kind", "invoice-line", "--vendor", "Arkel"))
                .contains("invoice-line m-1", "more.csv, line 2");
        assertThat(run("facts", "vendors")).contains("Arkel").contains("invoices and no contract");
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
}
