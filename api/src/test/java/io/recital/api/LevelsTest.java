package io.recital.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** A contract's words and a month's rows on their way to a report, a claim letter and the command line. */
class LevelsTest {
    private static final String DAY = "2025-05-20";
    private static final String CONTRACT = """
            HOSTING AGREEMENT No. HA-2025-01

            This Hosting Agreement is made on 2 January 2025 between Norrby Retail Ltd, London (the "Customer") and Vexholm Hosting Ltd, Leeds (the "Supplier"). It takes effect on 2 January 2025.

            1. Charges

            1.1 The Customer pays a Hosting Fee of £10,000.00 per month.

            2. Service Levels

            2.1 Platform Availability (SL1) is at least 99.5% in each calendar month. If Platform Availability is below 99.5%, the Supplier gives a Service Credit of 5% of the Hosting Fee for that month.

            2.2 Mail Availability (SL2) is at least 98% in each calendar month. If Mail Availability is below 98%, the Supplier gives a Service Credit of 3% of the Hosting Fee for that month.

            2.3 If Platform Availability in a month is 99.9% or more, the Supplier may invoice a bonus of 1% of the Hosting Fee for that month.

            3. Credits

            3.1 Where a single incident causes a failure of more than one Service Level, only the highest Service Credit applies.

            3.2 The Customer shall claim a Service Credit within sixty (60) days after the end of the month.

            3.3 Service Credits do not limit the Customer's right to damages, but any Service Credit paid is deducted from damages for the same event.

            4. Gain-share

            4.1 The Customer shall pay the Supplier 30% of the verified savings of a calendar quarter, at most £2,000.00.

            5. Law

            5.1 English law governs this Agreement.
            """;
    private static final String MEASURED = """
            id,vendor_id,vendor,contract,measure,from,to,numerator,denominator,unit,value,reported_on,incident
            M1,V1,Vexholm Hosting Ltd,HA-2025-01,SL1 Platform Availability,2025-03-01,2025-03-31,,,%,99.1,2025-04-03,INC-4711
            M2,V1,Vexholm Hosting Ltd,HA-2025-01,SL2 Mail Availability,2025-03-01,2025-03-31,,,%,97.0,2025-04-03,INC-4711
            M3,V1,Vexholm Hosting Ltd,HA-2025-01,SL1 Platform Availability,2025-04-01,2025-04-30,,,%,99.95,2025-05-03,
            M4,V1,Vexholm Hosting Ltd,HA-2025-01,SL2 Mail Availability,2025-04-01,2025-04-30,,,%,99.0,2025-05-03,
            M5,V1,Vexholm Hosting Ltd,HA-2025-01,SL1 Platform Availability,2025-05-01,2025-05-31,,,%,99.4,2025-05-16,
            M6,V1,Vexholm Hosting Ltd,HA-2025-01,Verified savings,2025-01-01,2025-03-31,,,GBP,4000.00,2025-04-20,
            """;
    private static final String INVOICED = """
            id,invoice,line,direction,vendor_id,vendor,invoice_date,received_on,due_on,paid_on,paid_amount,contract,order,description,product,quantity,unit,unit_price,net,tax_rate,tax,currency,service_from,service_to
            I1,VX-3,1,received,V1,Vexholm Hosting Ltd,2025-03-31,2025-04-01,,2025-04-20,,HA-2025-01,,Hosting Fee March 2025,HST,1,month,10000.00,10000.00,0,0,GBP,2025-03-01,2025-03-31
            I2,VX-4,1,received,V1,Vexholm Hosting Ltd,2025-04-30,2025-05-01,,2025-05-18,,HA-2025-01,,Hosting Fee April 2025,HST,1,month,10000.00,10000.00,0,0,GBP,2025-04-01,2025-04-30
            """;

    @TempDir
    static Path folder;

    private static ApiClient api;

    @BeforeAll
    static void readAContractAndAMonth() {
        api = SharedService.newTenant(folder.resolve("data"));
        api.ingest(
                Map.of("hosting-agreement.txt", CONTRACT.getBytes(StandardCharsets.UTF_8)),
                Map.of("role", "buyer", "counterparty", "Vexholm Hosting Ltd"));
        Map<String, byte[]> facts = new LinkedHashMap<>();
        facts.put("measurements.csv", MEASURED.getBytes(StandardCharsets.UTF_8));
        facts.put("invoices.csv", INVOICED.getBytes(StandardCharsets.UTF_8));
        ApiClient.json(api.upload("/api/v1/facts", facts, Map.of()));
    }

    private static String table(String report) {
        return new String(
                api.get("/api/v1/reports/" + report + "?asOf=" + DAY + "&from=2025-03-01&format=csv")
                        .body(),
                StandardCharsets.UTF_8);
    }

    @Test
    void claimsTheHighestCreditOfAnIncidentAndTellsTheBonusAndTheShare() {
        String leakage = table("leakage");

        assertThat(leakage)
                .containsPattern(
                        "unclaimed-entitlement,service-credit,The credit for “Platform Availability”[^,]*,2025-03-01,2025-03-31,500\\.00")
                .containsPattern("exposure,performance-bonus,[^,]*,2025-04-01,2025-04-30,100\\.00")
                .containsPattern("exposure,gain-share,[^,]*,2025-01-01,2025-03-31,1200\\.00")
                .contains(
                        "greatest(credit for Platform Availability GBP 500.00, credit for Mail Availability GBP 300.00)")
                .contains("the loss that the misses caused, which must be shown; credits of GBP 500.00");
        assertThat(table("gain-share")).contains("From clauses and reported figures", "1200.00");
    }

    @Test
    void tellsWhatIsLeftBeforeThePeriodCloses() {
        String levels = table("service-levels");

        assertThat(levels).contains("Before the period closes", "projected", "hours left", "at stake");
        assertThat(levels.lines().filter(line -> line.contains("2025-05-01") && line.contains("missed")))
                .anyMatch(line -> line.contains("5 %"));
    }

    /** As Word and as text, by HTTP and by the command line, once somebody accepted what it rests on. */
    @Test
    void writesTheClaimAsWordAndText() throws IOException {
        for (JsonNode finding : api.json("/api/v1/findings?limit=500").path("items")) {
            api.post(
                    "/api/v1/findings/" + finding.path("id").asString() + "/reviews",
                    Map.of("status", "accepted", "reviewer", "ada@norrby.example"));
        }
        String path = "/api/v1/ledger/claim-letter?supplier=Vexholm&asOf=" + DAY + "&format=";
        HttpResponse<byte[]> text = api.get(path + "txt");

        assertThat(text.statusCode()).isEqualTo(200);
        assertThat(new String(text.body(), StandardCharsets.UTF_8))
                .contains(
                        "Claim for GBP 500.00",
                        "only the highest Service Credit applies",
                        "30 May 2025",
                        "measurement:M2");
        assertThat(words(api.get(path + "docx").body())).contains("Claim for GBP 500.00");
        for (String name : List.of("claim.docx", "claim.txt")) {
            Path letter = folder.resolve(name);
            int status = new CommandLine(new Recital())
                    .execute(
                            "claim",
                            "--supplier",
                            "Vexholm",
                            "--as-of",
                            DAY,
                            "--out",
                            letter.toString(),
                            "--data-dir",
                            folder.resolve("data").toString());
            assertThat(status).isZero();
            byte[] written = Files.readAllBytes(letter);
            assertThat(name.endsWith("docx") ? words(written) : new String(written, StandardCharsets.UTF_8))
                    .contains("Claim for GBP 500.00");
        }
    }

    private static String words(byte[] docx) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            return document.getParagraphs().stream().map(XWPFParagraph::getText).collect(Collectors.joining("\n"));
        }
    }

    @Test
    void theDescriptionNamesTheReports() {
        JsonNode report = api.json("/api/v1/reports/service-levels?asOf=" + DAY);

        assertThat(StreamSupport.stream(report.path("sections").spliterator(), false)
                        .map(section -> section.path("title").asString()))
                .containsExactly("Results", "Credits", "Before the period closes");
    }
}
