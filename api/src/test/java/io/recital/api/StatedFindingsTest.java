package io.recital.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.api.finding.StatedExamples;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people state of a contract, as a plugin and the command line meet it. */
class StatedFindingsTest {
    static final String CONTRACT = """
            SITE SERVICES AGREEMENT

            This Site Services Agreement is made on 1 January 2026 between Ostrava Foods plc (the "Customer") and Brightlamp
            Services Limited (the "Supplier").

            1. Services
            1.1 The Supplier shall visit each site of the Customer.

            2. Deductions
            2.1 Quarter with fewer than 12 site visits: the Customer may deduct GBP 150 for each missing visit.
            2.2 Deductions are notified within two months of the end of the quarter.

            3. Charges
            3.1 Call-outs are charged at GBP 95 at most, whatever the hour.
            3.2 Invoices are payable within 45 days of receipt.
            3.3 Each inspection costs GBP 400.
            3.4 The monthly charge of GBP 1,000 rises by 3 % on 1 January of each year, for the first time on 1 January 2026.
            3.5 Waste above 50 kg a collection costs GBP 2 a kg.
            """;
    static final String AMENDMENT = """
            AMENDMENT NO. 1 TO THE SITE SERVICES AGREEMENT

            This Amendment No. 1 is made on 1 December 2025 between Ostrava Foods plc (the "Customer") and Brightlamp
            Services Limited (the "Supplier") and amends the Site Services Agreement between them of 1 January 2026. It is
            effective from 1 January 2026.

            1. Clause 3.3 of the Agreement is amended as follows: From 1 January 2026 the Supplier grants 10 % on the charge
            of each inspection.
            """;
    private static final String EVENTS = """
            id,vendor,contract,event,subject,date
            E-1,Brightlamp Services Limited,,site-visit,Site 1,2026-01-20
            E-2,Brightlamp Services Limited,,site-visit,Site 2,2026-02-20
            E-3,Brightlamp Services Limited,,site-visit,Site 2,2026-04-20
            """;
    private static final String LINES = """
            id,invoice,vendor,direction,invoice_date,description,quantity,unit_price,net,currency
            L-1,B-1,Brightlamp Services Limited,received,2026-02-03,Call-out on a Sunday,2,110.00,220.00,GBP
            L-2,B-2,Brightlamp Services Limited,received,2026-03-03,Call-out,1,95.00,95.00,GBP
            L-3,B-3,Brightlamp Services Limited,received,2026-03-31,Monthly charge,1,1050.00,1050.00,GBP
            L-4,B-3,Brightlamp Services Limited,received,2026-03-31,Waste of site 1,60,2.00,120.00,GBP
            L-5,B-3,Brightlamp Services Limited,received,2026-03-31,Waste of site 2,40,0.00,0.00,GBP
            """;

    @TempDir
    static Path folder;

    private static ApiClient api;
    private static String contract;

    @BeforeAll
    static void readTheContract() {
        api = SharedService.newTenant(folder.resolve("data"));
        api.ingest(Map.of("site-services.txt", bytes(CONTRACT)), Map.of("role", "buyer"));
        ApiClient.json(api.upload(
                "/api/v1/facts", Map.of("events.csv", bytes(EVENTS), "invoices.csv", bytes(LINES)), Map.of()));
        contract = api.json("/api/v1/contracts").path("items").get(0).path("id").asString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static HttpResponse<byte[]> send(String path, String body) {
        return api.send("POST", path, "application/json", bytes(body));
    }

    private static JsonNode ledger() {
        return api.json("/api/v1/ledger?asOf=2026-06-30");
    }

    private static String run(String... command) {
        StringWriter out = new StringWriter();
        CommandLine line = Recital.commandLine();
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(out));
        line.execute(command);
        return out.toString();
    }

    @Test
    void aTrialShowsEveryPeriodAndKeepsNothing() {
        JsonNode before = api.json("/api/v1/findings?kind=check");
        JsonNode trial = ApiClient.json(
                send("/api/v1/ledger/trial?contract=" + contract + "&asOf=2026-06-30", StatedExamples.CHECK));
        assertThat(trial.path("outcomes").size()).isEqualTo(2);
        JsonNode first = trial.path("outcomes").get(0);
        assertThat(first.path("title").asString()).contains("Deduction for missing site visits for 2026-01-01");
        assertThat(first.path("amount").path("amount").decimalValue()).isEqualByComparingTo("1500.00");
        assertThat(first.path("recoverableUntil").asString()).isEqualTo("2026-05-31");
        assertThat(first.path("lapsed").asBoolean()).isTrue();
        assertThat(first.path("rows").toString()).contains("event:E-1", "event:E-2");
        assertThat(api.json("/api/v1/findings?kind=check")).isEqualTo(before);
    }

    @Test
    void risesFormulasOverRowsAndBusinessDaysAreComputed() {
        String path = "/api/v1/ledger/trial?contract=" + contract + "&asOf=2026-03-31";
        JsonNode risen = ApiClient.json(send(path, StatedExamples.RISE)).path("outcomes");
        assertThat(risen).hasSize(1);
        // GBP 1,000 and 3 % of it
        assertThat(risen.get(0).path("amount").path("amount").decimalValue()).isEqualByComparingTo("20");
        // ten business days after 31 March, over Easter
        assertThat(risen.get(0).path("recoverableUntil").asString()).isEqualTo("2026-04-16");
        JsonNode waste = ApiClient.json(send(path, StatedExamples.ROWS)).path("outcomes");
        assertThat(waste).hasSize(1);
        // 10 kg too many at GBP 2, of GBP 120 charged
        assertThat(waste.get(0).path("amount").path("amount").decimalValue()).isEqualByComparingTo("100");
    }

    @Test
    void whatIsStatedIsInTheLedgerUntilItIsRejectedAndTheSameAgainChangesNothing() {
        String path = "/api/v1/contracts/" + contract + "/findings";
        JsonNode stated = ApiClient.json(send(path, StatedExamples.ROW));
        assertThat(stated.path("review").asString()).isEqualTo("accepted");
        assertThat(stated.path("citations").get(0).path("path").asString()).isEqualTo("3.1");
        assertThat(ledger().toString())
                .contains("Call-outs above the ceiling for 2026-02-03, B-1", "{\"amount\":30.0,\"currency\":\"GBP\"}");

        String id = stated.path("id").asString();
        assertThat(ApiClient.json(send(path, StatedExamples.ROW)).path("id").asString())
                .isEqualTo(id);
        String document = stated.path("document").asString();
        ApiClient.json(send("/api/v1/documents/" + document + "/readings", "{}"));
        assertThat(ledger().toString()).contains("Call-outs above the ceiling for 2026-02-03, B-1");

        send("/api/v1/findings/" + id + "/reviews", "{\"status\": \"rejected\", \"reviewer\": \"R. Okafor\"}");
        assertThat(ledger().toString()).doesNotContain("Call-outs above the ceiling");
    }

    @Test
    void anyKindOfFindingCanBeStated() {
        JsonNode stated = ApiClient.json(send("/api/v1/contracts/" + contract + "/findings", StatedExamples.LEVER));
        assertThat(stated.path("kind").asString()).isEqualTo("lever");
        assertThat(stated.path("extractor").asString()).isEqualTo("stated/1");
        assertThat(api.json("/api/v1/findings/" + stated.path("id").asString() + "/reviews")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void whatIsWrongWithItIsSaidInOneSentence() {
        String path = "/api/v1/contracts/" + contract + "/findings";
        assertProblem(path, StatedExamples.CHECK.replace("\"by\": \"R. Okafor\",", ""), "Who states it?");
        assertProblem(
                path,
                StatedExamples.CHECK.replace("GBP 150 for each", "GBP 175 for each"),
                "does not stand in site-services.txt");
        assertProblem(
                path,
                StatedExamples.CHECK.replace("\"written\": \"12\"", "\"written\": \"13\""),
                "stands in none of the quotes");
        assertProblem(path, StatedExamples.CHECK.replace("missing * price", "missing * 150"), "leads back to nothing");
        assertProblem(
                path, StatedExamples.CHECK.replace("\"every\": \"quarter\"", "\"every\": \"fortnight\""), "half-year");
        assertProblem(path, StatedExamples.CHECK.replace("\"take\"", "\"takes\""), "takes");
        assertProblem(
                path,
                StatedExamples.CHECK.replace("\"event\": \"site-visit\"", "\"kind\": \"site-visit\""),
                "no column “kind”");
        assertProblem(path, "{\"by\": \"R. Okafor\"}", "'content' and 'quotes'");
        assertThat(send("/api/v1/contracts/11111111-1111-1111-1111-111111111111/findings", StatedExamples.CHECK)
                        .statusCode())
                .isEqualTo(404);
    }

    private static void assertProblem(String path, String body, String words) {
        HttpResponse<byte[]> response = send(path, body);
        assertThat(response.statusCode()).as(words).isEqualTo(400);
        assertThat(new String(response.body(), StandardCharsets.UTF_8))
                .contains(words)
                .doesNotContain("io.recital");
    }

    @Test
    void theCommandLineTriesStatesListsAndWithdraws() throws IOException {
        Path file = folder.resolve("visits.json");
        JsonNode whole = JsonMapper.shared().readTree(StatedExamples.CHECK);
        Files.writeString(
                file, "[{\"quotes\": " + whole.path("quotes") + ", \"content\": " + whole.path("content") + "}]");
        String data = folder.resolve("data").toString();

        assertThat(run(
                        "findings",
                        "try",
                        file.toString(),
                        "--contract",
                        contract,
                        "--as-of",
                        "2026-06-30",
                        "--data-dir",
                        data))
                .contains(
                        "GBP 1500.00 unclaimed-entitlement  Deduction for missing site visits",
                        "(over)",
                        "formula = 10");
        String stated = run(
                "findings", "state", file.toString(), "--contract", contract, "--by", "R. Okafor", "--data-dir", data);
        assertThat(stated).contains("accepted  check  Deduction for missing site visits");
        String id = stated.substring(0, stated.indexOf(' '));
        assertThat(run("findings", "list", "--contract", contract, "--kind", "check", "--data-dir", data))
                .contains(id);
        assertThat(run("findings", "review", "rejected", "--by", "R. Okafor", id, "--data-dir", data))
                .startsWith(id + "  rejected");
        assertThat(run("findings", "review", "maybe", "--by", "R. Okafor", id, "--data-dir", data))
                .contains("say accepted or rejected");
        assertThat(run(
                        "findings",
                        "state",
                        file + ".txt",
                        "--contract",
                        contract,
                        "--by",
                        "R. Okafor",
                        "--data-dir",
                        data))
                .contains("name a file that is there");
        assertThat(run("findings", "try", file.toString(), "--data-dir", data)).contains("--contract");
    }
}
