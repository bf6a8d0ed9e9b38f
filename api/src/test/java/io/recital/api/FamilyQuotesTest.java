package io.recital.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.api.finding.StatedExamples;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** A check whose figures stand in two documents of one family. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FamilyQuotesTest {
    private static final String LINES = """
            id,invoice,vendor,direction,invoice_date,description,quantity,unit_price,net,currency
            L-1,B-1,Brightlamp Services Limited,received,2026-02-03,Inspection of site 1,2,400.00,800.00,GBP
            L-2,B-2,Brightlamp Services Limited,received,2026-03-03,Inspection of site 2,1,360.00,360.00,GBP
            """;
    private static final String ALONE = StatedExamples.FAMILY
            .replaceFirst("(?s),\\s*\\{\"text\": \"From 1 January.*?\\}\\]", "]")
            .replaceFirst("(?s),\\s*\\{\"type\": \"written\", \"name\": \"discount\".*?\\}\\]", "]")
            .replace(" * (100 - discount) / 100", "");

    @TempDir
    static Path folder;

    private static RecitalService service;
    private static ApiClient api;
    private static String master;
    private static String amendment;

    @BeforeAll
    static void readTheFamily() {
        service = RecitalService.start(folder.resolve("data"), 0);
        api = new ApiClient(service.address(), service.issueFirstKey().orElseThrow());
        api.ingest(
                Map.of(
                        "site-services.txt",
                        bytes(StatedFindingsTest.CONTRACT),
                        "site-services-amendment.txt",
                        bytes(StatedFindingsTest.AMENDMENT)),
                Map.of("role", "buyer"));
        ApiClient.json(api.upload("/api/v1/facts", Map.of("invoices.csv", bytes(LINES)), Map.of()));
        master = contract("site services");
        amendment = contract("amendment");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String contract(String title) {
        return StreamSupport.stream(api.json("/api/v1/contracts").path("items").spliterator(), false)
                .filter(each ->
                        each.path("title").asString().toLowerCase(Locale.ROOT).startsWith(title))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    private static HttpResponse<byte[]> send(String path, String body) {
        return api.send("POST", path, "application/json", bytes(body));
    }

    private static JsonNode trial(String body) {
        return ApiClient.json(send("/api/v1/ledger/trial?contract=" + master + "&asOf=2026-06-30", body));
    }

    private static String problem(String body) {
        HttpResponse<byte[]> answer = send("/api/v1/contracts/" + master + "/findings", body);
        assertThat(answer.statusCode()).isEqualTo(400);
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @Test
    @Order(1)
    void figuresAreLookedForInTheQuotesOfBothDocuments() {
        JsonNode trial = trial(StatedExamples.FAMILY);
        JsonNode entry = trial.path("outcomes").get(0);
        assertThat(trial.path("outcomes")).hasSize(1);
        assertThat(entry.path("amount").path("amount").decimalValue()).isEqualByComparingTo("80");
        assertThat(entry.path("workings").toString()).contains("site-services.txt", "site-services-amendment.txt");
        assertThat(trial.path("inOrder")).hasSize(1);
        assertThat(trial.path("changed")).isEmpty();
    }

    @Test
    @Order(2)
    void aQuoteNamesItsDocumentByFileTitleOrId() {
        String title = "Amendment No. 1 to the Site Services Agreement";
        for (String name : new String[] {title, amendment, "SITE-SERVICES-AMENDMENT.TXT"}) {
            assertThat(trial(StatedExamples.FAMILY.replace("site-services-amendment.txt", name))
                            .path("outcomes"))
                    .hasSize(1);
        }
        assertThat(problem(StatedExamples.FAMILY.replace("site-services-amendment.txt", "amendment-7.txt")))
                .contains("no document “amendment-7.txt” in the family")
                .contains("site-services-amendment.txt");
        assertThat(problem(StatedExamples.FAMILY.replace("grants 10 %", "grants 12 %")))
                .contains("does not stand in site-services-amendment.txt");
        assertThat(
                        problem(
                                StatedExamples.FAMILY.replace(
                                        "{\"text\": \"Each inspection costs GBP 400.\"}",
                                        "{\"text\": \"effective from 1 January 2026\", \"document\": \"site-services-amendment.txt\"}")))
                .contains("None of the quotes is of site-services.txt");
    }

    @Test
    @Order(3)
    void aTrialSaysWhichQuotedClauseAnotherTextOfTheFamilyChanged() throws Exception {
        JsonNode changed = trial(ALONE).path("changed");
        assertThat(changed).hasSize(1);
        assertThat(changed.get(0).path("path").asString()).isEqualTo("3.3");
        assertThat(changed.get(0).path("state").asString()).isEqualTo("changed");
        assertThat(changed.get(0).path("from").asString()).isEqualTo("2026-01-01");
        assertThat(changed.get(0).path("text").asString()).contains("grants 10 %");

        StringWriter out = new StringWriter();
        CommandLine line = Recital.commandLine();
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(out));
        Path file = Files.writeString(folder.resolve("alone.json"), ALONE.replace("\"by\": \"R. Okafor\",", ""));
        line.execute(
                "findings",
                "try",
                file.toString(),
                "--contract",
                master,
                "--as-of",
                "2026-06-30",
                "--data-dir",
                folder.resolve("data").toString());
        assertThat(out.toString()).contains("look at        site-services.txt 3.3 is quoted and was changed by ");
    }

    @Test
    @Order(4)
    void aNewVersionOfTheOtherDocumentIsLookedThroughToo() {
        JsonNode stated = ApiClient.json(send("/api/v1/contracts/" + master + "/findings", StatedExamples.FAMILY));
        assertThat(stated.path("citations").get(1).path("contract").asString()).isEqualTo(amendment);

        api.ingest(
                Map.of("amendment-2.txt", bytes("EXECUTION COPY\n\n" + StatedFindingsTest.AMENDMENT)),
                Map.of("replaces", amendment));
        JsonNode carried = stated();
        assertThat(carried.path("id").asString()).isNotEqualTo(stated.path("id").asString());
        assertThat(carried.path("carried").path("finding").asString())
                .isEqualTo(stated.path("id").asString());
        assertThat(carried.path("document").asString())
                .isEqualTo(stated.path("document").asString());
        assertThat(carried.path("citations").get(1).path("file").asString()).isEqualTo("amendment-2.txt");
        assertThat(ledger()).contains("Inspections without their discount for 2026-02-03");

        api.ingest(
                Map.of("amendment-3.txt", bytes(StatedFindingsTest.AMENDMENT.replace("grants 10 %", "grants 12 %"))),
                Map.of("replaces", amendment));
        assertThat(api.json("/api/v1/findings?kind=check").path("items")).isEmpty();
        assertThat(api.json("/api/v1/findings/lost?contract=" + master)
                        .get(0)
                        .path("id")
                        .asString())
                .isEqualTo(carried.path("id").asString());
        assertThat(ledger())
                .doesNotContain("Inspections without their discount for 2026-02-03")
                .contains("no longer stands in amendment-3.txt: state it again");
    }

    private static JsonNode stated() {
        return api.json("/api/v1/findings?kind=check").path("items").get(0);
    }

    private static String ledger() {
        return api.json("/api/v1/ledger?asOf=2026-06-30").toString();
    }
}
