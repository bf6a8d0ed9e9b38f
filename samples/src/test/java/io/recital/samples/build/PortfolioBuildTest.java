package io.recital.samples.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.samples.Sources;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PortfolioBuildTest {
    private static final String GOLD = """
            {"parties": {"Supplier": "Mill Ltd"},
             "findings": [
             {"id": "mill-1-ob", "path": "1.1", "quote": "shall deliver flour within ten (10) days",
              "content": {"kind": "obligation", "modality": "duty", "obligor": "Supplier", "obligee": "each party",
                          "action": "deliver flour"}},
             {"id": "mill-1-label", "path": "1.2", "quote": "No party is liable for more than £5,000",
              "content": {"kind": "label", "label": "Cap On Liability"}}
            ]}
            """;
    private static final String QUESTIONS = """
            [{"id": "q1", "kind": "fact", "question": "How fast is flour?", "answerable": true, "answer": "Ten days",
              "value": {"type": "time-span", "value": {"count": 10, "unit": "days"}},
              "quotes": [{"document": "mill-1-agreement", "path": "1.1", "text": "ten (10) days"}]},
             {"id": "q2", "kind": "follow-up", "follows": "q1", "question": "And who pays?", "answerable": true,
              "answer": "The supplier", "rows": ["M-INV-1-1"]},
             {"id": "q3", "kind": "unanswerable", "question": "What does sugar cost?", "answerable": false}]
            """;

    @TempDir
    private Path folder;

    private Path family;

    @BeforeEach
    void writeSources() throws IOException {
        family = folder.resolve("sources/mill");
        Sources.write(family, "mill-1-agreement", "pdf", """
                # Supply Agreement

                ## 1. Duties

                1.1 The Supplier shall deliver flour within ten (10) days.

                1.2 No party is liable for more than £5,000 in a year.
                """);
        Files.writeString(
                folder.resolve("sources/portfolio.json"),
                "{\"asOf\": \"2026-06-30\", \"tenantCompanies\": [\"Bakers plc\"], \"demoQuestions\": []}");
        Files.writeString(family.resolve("mill-1-agreement.gold.json"), GOLD);
        Files.writeString(family.resolve("questions.json"), QUESTIONS);
        Files.createDirectories(family.resolve("facts"));
        Files.writeString(
                family.resolve("facts/vendors.csv"),
                "id,vendor_id,name,alias_of,parent,country,tax_number,currency\nM-V-1,4711,MILL,,,GB,,GBP\n");
        Files.writeString(family.resolve("facts/invoices.csv"), """
                id,invoice,line,direction,vendor_id,vendor,invoice_date,received_on,due_on,paid_on,paid_amount,contract,order,description,product,quantity,unit,unit_price,net,tax_rate,tax,currency,service_from,service_to
                M-INV-1-1,INV-1,1,received,4711,MILL,2026-05-01,2026-05-02,2026-06-01,,,T/1,,Flour,F1,3,bag,7.00,21.00,20,4.20,GBP,2026-05-01,2026-05-31
                """);
    }

    @Test
    void givesEachQuoteItsOffsetsInTheStoredText() throws IOException {
        JsonNode document = json(build(), "gold.json").get("documents").get(0);
        assertThat(document.get("file").asString()).isEqualTo("mill-1-agreement.pdf");
        JsonNode finding = document.get("findings").get(0);
        assertThat(finding.get("content").get("obligor").get("name").asString()).isEqualTo("Mill Ltd");
        assertThat(finding.get("content").get("obligee").has("name")).isFalse();
        JsonNode quote = finding.get("quotes").get(0);
        assertThat(quote.get("end").asInt() - quote.get("start").asInt())
                .isEqualTo(quote.get("text").asString().length());
        assertThat(quote.get("page").asInt()).isEqualTo(1);
        assertThat(json(build(), "questions.json")
                        .get(0)
                        .get("quotes")
                        .get(0)
                        .get("file")
                        .asString())
                .isEqualTo("mill-1-agreement.pdf");
        assertThat(json(build(), "portfolio.json")
                        .get("documents")
                        .get(0)
                        .get("family")
                        .asString())
                .isEqualTo("mill");
    }

    @Test
    void givesTheSameBytesEachTime() throws IOException {
        Map<String, byte[]> first = build().files();
        Map<String, byte[]> second = build().files();
        assertThat(second.keySet()).isEqualTo(first.keySet());
        first.forEach((name, bytes) -> assertThat(second.get(name)).as(name).isEqualTo(bytes));
    }

    @Test
    void listsWhatIsPlantedApartFromTheReadmeWhereThereIsAFileForIt() throws IOException {
        assertThat(build().files()).containsKey("README.md").doesNotContainKey("PLANTED.md");
        String marks = "<!-- truth: written by build.sh from sources/*/truth.json -->\n<!-- /truth -->\n";
        Files.writeString(folder.resolve("PLANTED.md"), "# Planted\n\n" + marks);
        assertThat(build().files()).containsKey("PLANTED.md").doesNotContainKey("README.md");
        byte[] listing = Objects.requireNonNull(build().files().get("PLANTED.md"));
        assertThat(new String(listing, StandardCharsets.UTF_8))
                .startsWith("# Planted")
                .contains("<!-- /truth -->");
    }

    @Test
    void writesDatesAndNumbersIntoTheWorkbooks() throws IOException {
        byte[] bytes = Objects.requireNonNull(build().files().get("facts/invoices.xlsx"));
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            var row = workbook.getSheet("Invoice lines").getRow(1);
            assertThat(row.getCell(6).getLocalDateTimeCellValue().toLocalDate()).hasToString("2026-05-01");
            assertThat(row.getCell(18).getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(row.getCell(18).getNumericCellValue()).isEqualTo(21.0);
            assertThat(workbook.getSheet("Credit notes")).isNotNull();
        }
    }

    @Test
    void collectsAllComplaintsOfAFamily() throws IOException {
        Files.writeString(
                family.resolve("mill-1-agreement.gold.json"),
                GOLD.replace("shall deliver flour", "must deliver flour").replace("Cap On Liability", "Cap"));
        Files.writeString(
                family.resolve("questions.json"),
                QUESTIONS
                        .replace("\"follows\": \"q1\"", "\"follows\": \"q9\"")
                        .replace("M-INV-1-1", "M-INV-9")
                        .replace("\"type\": \"time-span\"", "\"type\": \"colour\"")
                        .replace("\"answerable\": false", "\"answerable\": true"));
        Files.writeString(family.resolve("truth.json"), "{\"items\": [}");
        assertThat(complaints(build()))
                .anyMatch(line -> line.contains("mill-1-ob: quote [1.1]"))
                .anyMatch(line -> line.contains("there is no label “Cap”"))
                .anyMatch(line -> line.contains("q2: no question before it has the id q9"))
                .anyMatch(line -> line.contains("q2: no fact has the id M-INV-9"))
                .anyMatch(line -> line.contains("q1: ") && line.contains("colour"))
                .anyMatch(line -> line.contains("q3: a question of this kind is not answerable"))
                .anyMatch(line -> line.startsWith("truth.json: "));
    }

    @Test
    void leavesOtherFamiliesAloneWhenOneIsNamed() throws IOException {
        Files.createDirectories(folder.resolve("sources/other"));
        Files.writeString(folder.resolve("sources/other/other-1.md"), "not a source");
        assertThat(build(Optional.of("mill")).complaints()).containsOnlyKeys("mill");
        assertThat(complaints(build())).hasSize(1);
    }

    private PortfolioBuild build() throws IOException {
        return build(Optional.empty());
    }

    private PortfolioBuild build(Optional<String> only) throws IOException {
        PortfolioBuild build = new PortfolioBuild(folder, folder.resolve("built"), only);
        build.run();
        return build;
    }

    private static List<String> complaints(PortfolioBuild build) {
        return build.complaints().values().stream().flatMap(List::stream).toList();
    }

    private static JsonNode json(PortfolioBuild build, String file) {
        assertThat(complaints(build)).isEmpty();
        byte[] bytes = Objects.requireNonNull(build.files().get(file));
        return JsonMapper.shared().readTree(new String(bytes, StandardCharsets.UTF_8));
    }
}
