package io.recital.samples.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.samples.BuildSamples;
import io.recital.samples.Complaints;
import io.recital.samples.SourceDocument;
import io.recital.samples.Sources;
import io.recital.samples.evidence.Quotes;
import io.recital.samples.evidence.StoredDocument;
import io.recital.samples.facts.FactReader;
import io.recital.samples.facts.FactTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class TruthCheckTest {
    private static final String ITEM = """
            {"id": "mill-credit-2026-05", "class": "unclaimed-entitlement", "check": "service-credit",
             "title": "The credit for May was never claimed",
             "quotes": [{"document": "mill-1-agreement", "path": "1.1", "text": "a credit of 4% of the charges"}],
             "inputs": {
               "up": {"row": "M-M-1", "column": "numerator"},
               "all": {"row": "M-M-1", "column": "denominator"},
               "charges": {"sum": "net", "file": "invoices", "where": {"contract": "T/1", "product": ["F1", "F2"]},
                           "from": "2026-05-01", "to": "2026-05-31", "on": "service_from"},
               "lines": {"count": true, "file": "invoices", "where": {"contract": "T/1"}},
               "late": {"days": ["M-INV-1-1", "due_on", "M-INV-1-1", "paid_on"]},
               "rate": {"quote": 0, "written": "4%", "value": 4}},
             "steps": [
               {"name": "availability", "formula": "FLOOR(up / all * 10000) / 100", "result": "99.71"},
               {"name": "missed", "formula": "availability < 100", "result": "true"},
               {"name": "credit", "formula": "ROUNDHALFUP(charges * rate / 100 * lines / lines + MAX(late, 0), 2)", "result": "1.21"}],
             "amount": {"amount": "1.21", "currency": "GBP"},
             "why": "4% of 30.13 is 1.2052, rounded to 1.21"}
            """;

    @TempDir
    private Path folder;

    private final Complaints complaints = new Complaints();

    @BeforeEach
    void writeFacts() throws IOException {
        Path facts = Files.createDirectories(folder.resolve("facts"));
        Files.writeString(facts.resolve("invoices.csv"), """
                id,invoice,line,direction,vendor_id,vendor,invoice_date,received_on,due_on,paid_on,paid_amount,contract,order,description,product,quantity,unit,unit_price,net,tax_rate,tax,currency,service_from,service_to
                M-INV-1-1,INV-1,1,received,4711,MILL,2026-05-01,2026-05-02,2026-06-01,2026-05-30,,T/1,,Flour,F1,3,bag,7.00,21.00,20,4.20,GBP,2026-05-01,2026-05-31
                M-INV-1-2,INV-1,2,received,4711,MILL,2026-05-01,2026-05-02,2026-06-01,2026-05-30,,T/1,,Bran,F2,1,bag,9.13,9.13,20,1.83,GBP,2026-05-01,2026-05-31
                M-INV-2-1,INV-2,1,received,4711,MILL,2026-06-01,2026-06-02,2026-07-01,,,T/2,,Flour,F1,3,bag,7.00,21.00,20,4.20,EUR,2026-06-01,2026-06-30
                """);
        Files.writeString(facts.resolve("measurements.csv"), """
                id,vendor_id,vendor,contract,measure,from,to,numerator,denominator,unit,value,reported_on,note
                M-M-1,4711,MILL,T/1,SL1,2026-05-01,2026-05-31,44515,44640,minutes,,2026-06-05,
                """);
    }

    @Test
    void calculatesAnItemAgain() throws IOException {
        CheckedTruth truth = check(ITEM);
        assertThat(complaints.list()).isEmpty();
        assertThat(truth.items().get(0).given().values().stream().map(Given::display))
                .containsExactly("44515", "44640", "30.13", "2", "-2", "4");
        assertThat(new TruthListing(java.util.Map.of("mill", "Mill Ltd")).write(List.of(truth)))
                .contains("### Mill Ltd", "**GBP 1.21**", "FLOOR(up / all * 10000) / 100", "44640");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "text": "a credit of 4% of the charges" | "text": "a credit of 5% of the charges" | quote [1.1]
            "path": "1.1"                    | "path": "1.2"              | it stands under “1.1”
            "result": "99.71"                | "result": "99.72"          | step availability: its result is 99.71
            "result": "true"                 | "result": "false"          | step missed: its result is 1
            "result": "1.21"                 | "result": "1.20"           | step credit: its result is 1.21
            "amount": "1.21"                 | "amount": "1.22"           | the last step is not the amount 1.22
            "row": "M-M-1", "column": "numerator" | "row": "M-M-2", "column": "numerator" | no fact has the id M-M-2
            "column": "numerator"            | "column": "net"            | have no column net
            "column": "numerator"            | "column": "value"          | value is empty
            "F2"                             | "F3"                       | its result is 0.84, not 1.21
            "from": "2026-05-01"             | "from": "2026-05-02"       | no row of invoices
            "written": "4%", "value": 4      | "written": "4%", "value": 5 | “4%” does not say 5
            "written": "4%"                  | "written": "5%"            | “5%” does not stand in quote 0
            "quote": 0                       | "quote": 1                 | the item has no quote 1
            "currency": "GBP"                | "currency": "EUR"          | its facts are in GBP
            "check": "service-credit"        | "check": "luck"            | there is no kind of check “luck”
            "class": "unclaimed-entitlement" | "class": "windfall"        | windfall
            "class": "unclaimed-entitlement" | "class": "trap"            | a breach or a trap has no amount
            "formula": "FLOOR(up / all * 10000) / 100" | "formula": "FLOOR(up / all * 10000) / 99" | The 99 in
            "formula": "FLOOR(up / all * 10000) / 100" | "formula": "FLOOR(down / all)" | down
            "why":                           | "remark": "x", "why":     | remark
            "why":                           | "rows": ["M-X"], "why":    | no fact has the id M-X
            """, quoteCharacter = '`')
    void refusesWhatDoesNotFollow(String right, String wrong, String complaint) throws IOException {
        assertThat(ITEM).contains(right);
        check(ITEM.replace(right, wrong));
        assertThat(complaints.list()).anyMatch(line -> line.contains(complaint));
    }

    @Test
    void refusesTwoClaimsOfTheSameMoney() throws IOException {
        String claim = """
                {"id": "%s", "class": "recoverable-overpayment", "check": "%s", "title": "Paid twice", "why": "It was paid.",
                 "inputs": {"net": {"row": "M-INV-1-1", "column": "net"}},
                 "steps": [{"name": "claim", "formula": "net", "result": "21.00"}],
                 "amount": {"amount": "21.00", "currency": "GBP"}}
                """;
        check(claim.formatted("a", "duplicate-invoice") + "," + claim.formatted("b", "rate"));
        assertThat(complaints.list())
                .singleElement()
                .asString()
                .contains("b: it claims money of M-INV-1-1, which a claims in full");
        String partly = claim.formatted("c", "rate")
                .replace("\"net\", \"result\": \"21.00\"", "\"net / 4\", \"result\": \"5.25\"")
                .replace("\"amount\": \"21.00\"", "\"amount\": \"5.25\"");
        check(partly + "," + claim.formatted("d", "duplicate-invoice"));
        assertThat(complaints.list())
                .anyMatch(line -> line.contains("d: it claims M-INV-1-1 in full, of which c claims"));
        check(ITEM + "," + ITEM.replace("mill-credit-2026-05", "again"));
        assertThat(complaints.list()).anyMatch(line -> line.contains("the same facts by the same check"));
    }

    @Test
    void wantsWhatANaiveCheckWouldClaimToBeCalculated() throws IOException {
        String trap = """
                {"id": "t", "class": "trap", "check": "rounding", "title": "Not a claim", "why": "It is exact.",
                 "inputs": {"net": {"row": "M-INV-1-1", "column": "net"}}, "naive": {"amount": "%s", "currency": "GBP"}}
                """;
        check(trap.formatted("21.00"));
        assertThat(complaints.list()).isEmpty();
        check(trap.formatted("21.01"));
        assertThat(complaints.list()).singleElement().asString().contains("21.01");
    }

    @Test
    void refusesARelationToADocumentThatIsNotThere() throws IOException {
        complaintsOf("""
                {"relations": [{"document": "mill-1-agreement", "relation": "amends", "to": "mill-0"}]}
                """);
        assertThat(complaints.list()).singleElement().asString().contains("there is no document “mill-0”");
    }

    private CheckedTruth check(String items) throws IOException {
        return complaintsOf("{\"items\": [" + items + "]}");
    }

    private CheckedTruth complaintsOf(String json) throws IOException {
        SourceDocument source = Sources.write(
                folder,
                "mill-1-agreement",
                "docx",
                "# Supply Agreement\n\n## 1. Credits\n\n1.1 The Supplier allows a credit of 4% of the charges.\n");
        Files.write(folder.resolve(source.fileName()), BuildSamples.render(source));
        Quotes quotes = new Quotes(List.of(StoredDocument.read(source, folder)));
        FactTable facts = new FactTable(new FactReader("mill", complaints).read(folder.resolve("facts")));
        TruthSource truth = TruthSource.read("mill", JsonMapper.shared().readTree(json), complaints);
        return new TruthCheck(quotes, facts).check(truth, complaints);
    }
}
