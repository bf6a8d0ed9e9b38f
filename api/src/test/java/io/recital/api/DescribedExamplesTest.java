package io.recital.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.api.description.DescribedExamples;
import io.recital.samples.SamplePortfolio;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API is held against the service: each body that it shows is sent, each answer is compared. */
class DescribedExamplesTest {
    private static final String NOBODY = "11111111-1111-1111-1111-111111111111";
    private static final String DAY = "asOf=2026-06-30";
    private static final String TARNWELL = "supplier=Tarnwell&" + DAY;
    /** What is performance: all of these are answered with an example. */
    private static final Set<String> PERFORMANCE = Set.of(
            "ledger",
            "reports",
            "occurrences",
            "findings",
            "facts",
            "vendors",
            "what-if",
            "maturity",
            "remedies",
            "families");
    /** A letter and lines of JSON: neither is one JSON document. */
    private static final Set<String> NOT_JSON = Set.of("get-ledger-claim-letter", "get-findings-reviews");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    static Path folder;

    private static ApiClient api;
    /** Operations by the names of their examples. */
    private static final Map<String, JsonNode> OPERATIONS = new TreeMap<>();
    /** Where each is asked for, below /api/v1/. */
    private static final Map<String, String> PATHS = new LinkedHashMap<>();
    /** What came of each body that was sent. */
    private static final Map<String, HttpResponse<byte[]>> ANSWERS = new TreeMap<>();

    private static String counterparty = "";
    private static String contract = "";

    @BeforeAll
    static void sendEveryExample() throws IOException {
        api = SharedService.newTenant(folder.resolve("data"));
        SamplePortfolio samples = SamplePortfolio.load();
        Map<String, byte[]> documents = files(
                samples.copyTo(folder.resolve("samples")), name -> name.matches("(?:tarnwell|ferrow|brightmoor).*"));
        documents.put("site-services.txt", StatedFindingsTest.CONTRACT.getBytes(StandardCharsets.UTF_8));
        documents.put("site-services-amendment.txt", StatedFindingsTest.AMENDMENT.getBytes(StandardCharsets.UTF_8));
        api.ingest(documents, Map.of("role", "buyer"));
        ApiClient.json(api.upload(
                "/api/v1/facts", files(samples.copyFactsTo(folder.resolve("samples")), name -> true), Map.of()));
        JsonNode described = api.json("/api/v1/openapi").path("paths");
        described
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .forEach(operation -> OPERATIONS.put(
                                DescribedExamples.nameOf(operation.getKey(), path.getKey()), operation.getValue())));
        findPaths();
        PATHS.keySet().forEach(name -> examples(name).forEach((label, body) -> sendExample(name, label, body)));
        api.ingest(
                Map.of(
                        "site-services-2.txt",
                        StatedFindingsTest.CONTRACT.replace("GBP 95", "GBP 99").getBytes(StandardCharsets.UTF_8)),
                Map.of(
                        "replaces",
                        idOf(api.json("/api/v1/contracts?limit=100").path("items"), "title", "site services")));
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

    private static void findPaths() {
        counterparty = idOf(api.json("/api/v1/counterparties"), "name", "tarnwell");
        JsonNode contracts = api.json("/api/v1/contracts?limit=100").path("items");
        contract = idOf(contracts, "title", "master services agreement");
        String site = idOf(contracts, "title", "site services");
        String finding = id("/api/v1/findings?kind=lever&type=payment-term");
        String occurrence = id("/api/v1/occurrences?status=overdue,due,not-recorded&" + TARNWELL);
        put("post-facts", "facts");
        put("post-documents", "documents");
        put("put-facts-feeds-feed-mapping", "facts/feeds/erp/mapping");
        put("post-vendors-decisions", "vendors/decisions");
        put("patch-contracts-id", "contracts/" + contract);
        put("patch-counterparties-id", "counterparties/" + counterparty);
        put("post-findings-id-reviews", "findings/" + finding + "/reviews");
        put("post-occurrences-id-changes", "occurrences/" + occurrence + "/changes");
        put("post-ledger-trial", "ledger/trial?contract=" + site + "&" + DAY);
        put("post-contracts-id-findings", "contracts/" + site + "/findings");
        put("put-maturity-questions-id", "maturity/questions/owners");
        put("put-scorecard-weights", "scorecard/weights");
        put("post-questions", "questions");
        put("post-questions-stream", "questions/stream");
        put("post-calendar-feeds", "calendar/feeds");
        put("post-governance-kind", "governance/{label}");
        put("put-governance-kind-id", "governance/actions/{made}");
        put("post-shares", "shares");
        put("post-shared-comments", "shared/comments");
        put("post-shared-disputes", "shared/disputes");
        findPathsToRead(finding, occurrence);
    }

    private static void findPathsToRead(String finding, String occurrence) {
        put("get-facts", "facts?kind=invoice-line");
        put("get-facts-versions", "facts/versions?kind=measurement&id=T-M-2025-07-SL1");
        put("get-facts-feeds", "facts/feeds");
        put("get-facts-feeds-feed-mapping", "facts/feeds/erp/mapping");
        put("get-vendors", "vendors");
        put("get-vendors-unmatched", "vendors/unmatched");
        put("get-findings", "findings?limit=500");
        put("get-findings-lost", "findings/lost?kind=check");
        put("get-findings-id", "findings/" + finding);
        put("get-findings-id-reviews", "findings/" + finding + "/reviews");
        put("get-findings-id-governing", "findings/" + finding + "/governing?" + DAY);
        put("get-contracts-id-governing", "contracts/" + contract + "/governing?clause=27.1&" + DAY);
        put("get-families", "families?" + TARNWELL);
        put("get-occurrences", "occurrences?" + TARNWELL);
        put("get-occurrences-id", "occurrences/" + occurrence + "?" + DAY);
        put("get-occurrences-id-history", "occurrences/" + occurrence + "/history");
        put("get-ledger", "ledger?supplier=Brightmoor&" + DAY);
        put("get-ledger-in-order", "ledger/in-order?" + TARNWELL);
        put("get-ledger-history", "ledger/history?supplier=Tarnwell");
        put("get-reports", "reports");
        put("get-reports-name", "reports/leakage?" + TARNWELL);
        put("get-what-if-spend", "what-if/spend?supplier=Brightmoor&" + DAY);
        put("get-what-if-renewal", "what-if/renewal?" + DAY);
        put("get-what-if-target", "what-if/target?measure=SL1&target=99.95&" + TARNWELL);
        put("get-counterparties-id-scorecard", "counterparties/" + counterparty + "/scorecard?" + DAY);
        put("get-remedies", "remedies?" + DAY);
        put("get-maturity-questions", "maturity/questions");
        put("get-governance-kind", "governance/actions");
        put("get-governance-kind-id", "governance/actions/{made}");
    }

    private static void put(String name, String path) {
        PATHS.put(name, path);
    }

    private static String id(String list) {
        return api.json(list).path("items").path(0).path("id").asString();
    }

    private static String idOf(JsonNode list, String field, String words) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(each ->
                        each.path(field).asString().toLowerCase(Locale.ROOT).startsWith(words))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    private static JsonNode operation(String name) {
        return Objects.requireNonNull(OPERATIONS.get(name), name);
    }

    private static Map<String, JsonNode> examples(String name) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        operation(name).path("requestBody").path("content").propertyStream().forEach(content -> {
            JsonNode media = content.getValue();
            if (media.has("example")) {
                found.put("", media.path("example"));
            }
            media.path("examples")
                    .propertyStream()
                    .forEach(example ->
                            found.put(example.getKey(), example.getValue().path("value")));
        });
        return found;
    }

    private static void sendExample(String name, String label, JsonNode example) {
        JsonNode body = example.isString() ? JSON.readTree(example.asString()) : example;
        String path = "/api/v1/" + path(name).replace("{label}", label);
        ANSWERS.put(
                name + (label.isEmpty() ? "" : " " + label),
                body.has("files") ? upload(path, body) : send(name, path, body));
    }

    private static String path(String name) {
        HttpResponse<byte[]> made = ANSWERS.get("post-governance-kind actions");
        String path = Objects.requireNonNull(PATHS.get(name), name);
        return made == null
                ? path
                : path.replace("{made}", ApiClient.json(made).path("id").asString());
    }

    private static HttpResponse<byte[]> send(String name, String path, JsonNode body) {
        String sent = body.toString()
                .replace("\"counterparty\":\"" + NOBODY, "\"counterparty\":\"" + counterparty)
                .replace(NOBODY, contract);
        ApiClient client = name.startsWith("post-shared-")
                ? api.withKey(ApiClient.json(sharesAnswer()).path("token").asString())
                : api;
        return client.send(
                name.substring(0, name.indexOf('-')).toUpperCase(Locale.ROOT),
                path,
                "application/json",
                sent.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse<byte[]> sharesAnswer() {
        return ANSWERS.entrySet().stream()
                .filter(answer -> answer.getKey().startsWith("post-shares"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private static HttpResponse<byte[]> upload(String path, JsonNode body) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        Map<String, String> fields = new LinkedHashMap<>();
        body.path("files").forEach(file -> files.put(file.asString(), read(file.asString())));
        body.propertyStream()
                .filter(field -> !field.getKey().equals("files"))
                .forEach(field -> fields.put(field.getKey(), field.getValue().asString()));
        return api.upload(path, files, fields);
    }

    private static byte[] read(String file) {
        try {
            return Files.readAllBytes(folder.resolve("samples").resolve(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode responseExample(String name) {
        return operation(name)
                .path("responses")
                .propertyStream()
                .filter(response -> response.getKey().startsWith("2"))
                .flatMap(response -> response.getValue().path("content").propertyStream())
                .map(content -> content.getValue().path("example"))
                .findFirst()
                .orElseGet(JSON::missingNode);
    }

    @Test
    void everyBodyHasAnExample() {
        assertThat(OPERATIONS.entrySet().stream()
                        .filter(operation -> operation.getValue().has("requestBody"))
                        .map(Map.Entry::getKey)
                        .filter(name -> examples(name).isEmpty()))
                .isEmpty();
    }

    @Test
    void theServiceTakesEveryExample() {
        assertThat(OPERATIONS.entrySet().stream()
                        .filter(operation -> operation.getValue().has("requestBody"))
                        .map(Map.Entry::getKey))
                .allMatch(PATHS::containsKey);
        SoftAssertions all = new SoftAssertions();
        ANSWERS.forEach((name, answer) -> all.assertThat(answer.statusCode())
                .as("%s: %s", name, new String(answer.body(), StandardCharsets.UTF_8))
                .isBetween(200, 299));
        all.assertAll();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            get-ledger-claim-letter | application/vnd.openxmlformats-officedocument.wordprocessingml.document, text/plain
            get-calendar.ics        | text/calendar
            get-reports-name        | application/json, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, text/csv, text/plain
            """)
    void whatIsNotOnlyJsonIsDescribedByItsForms(String name, String forms) {
        assertThat(operation(name).path("responses").path("200").path("content").propertyNames())
                .containsExactlyInAnyOrder(forms.split(", "));
    }

    @Test
    void everyAnswerAboutPerformanceHasAnExample() {
        Stream<String> names = OPERATIONS.keySet().stream()
                .filter(name -> !NOT_JSON.contains(name))
                .filter(name -> name.endsWith("-scorecard")
                        || name.endsWith("-governing")
                        || PERFORMANCE.contains(name.replaceFirst("^\\w+-(what-if|\\w+).*", "$1")));
        assertThat(names.filter(name -> responseExample(name).isMissingNode())).isEmpty();
    }

    @Test
    void everyExampleOfAnAnswerHasTheFieldsOfARealOne() {
        SoftAssertions all = new SoftAssertions();
        OPERATIONS.keySet().stream()
                .filter(name -> !responseExample(name).isMissingNode())
                .forEach(name -> all.assertThat(ExampleForm.differences(responseExample(name), answer(name)))
                        .as(name)
                        .isEmpty());
        all.assertAll();
    }

    private static JsonNode answer(String name) {
        return name.startsWith("get-")
                ? api.json("/api/v1/" + path(name))
                : ANSWERS.entrySet().stream()
                        .filter(answer -> (answer.getKey() + " ").startsWith(name + " "))
                        .map(answer -> ApiClient.json(answer.getValue()))
                        .findFirst()
                        .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            post-findings-id-reviews    | {"status": "accepted",            | line 1
            post-findings-id-reviews    | {"status": "yes", "reviewer": "A"} | 'status' of the body is not of the right form: write one of
            post-findings-id-reviews    | {"status": "accepted", "reviewer": ["A"]} | 'reviewer' of the body is not of the right form
            patch-contracts-id          | {"role": "payer"}                 | 'role' of the body is not of the right form: write one of buyer
            patch-contracts-id          | {"counterparty": "Tarnwell"}      | 'counterparty' of the body is not of the right form: write an id
            patch-counterparties-id     | {"addAliases": "Tarnwell"}        | 'addAliases' of the body is not of the right form: write a list
            post-occurrences-id-changes | {"step": "finished"}              | 'step' of the body is not of the right form: write one of assigned
            post-occurrences-id-changes | {"step": "done", "on": "28.5.26"} | 'on' of the body is not of the right form: write a day such as "2026-06-30"
            post-questions              | {"question": "Why?", "asOf": "yesterday"} | 'asOf' of the body is not of the right form: write a day
            post-questions              | {"question": "Why?", "contract": "C-7"} | 'contract' of the body is not of the right form: write an id
            post-questions              | {"asOf": "2026-06-30"}            | 'question'
            put-maturity-questions-id   | {"met": "perhaps", "by": "A"}     | 'met' of the body is not of the right form: write true or false
            put-maturity-questions-id   | ``                                | Send a body in JSON
            put-facts-feeds-feed-mapping | {"invoice-line": {"dates": "year-first"}} | dates' of the mapping is not of the right form: write one of day-first, month-first
            put-facts-feeds-feed-mapping | {"bill": {}}                     | A mapping is a JSON object such as
            put-scorecard-weights       | {"weights": {"duties": "all"}, "by": "A"} | 'weights.duties' of the body is not of the right form: write a whole number
            post-ledger-trial           | {"quotes": {}}                    | 'content' and 'quotes'
            post-calendar-feeds         | {"name": "A", "owners": "B"}      | 'owners' is not a field of the body; its fields are name, owner, supplier
            post-occurrences-id-changes | {"step": "done", "by": "A", "evidence": {"word": "B"}} | 'evidence.word' is not a field of the body
            patch-contracts-id          | {"rôle": "buyer"}                 | 'rôle' is not a field of the body; its fields are counterparty, role, title
            post-questions              | {"question": "Why?", "as_of": "2026-06-30"} | 'as_of' is not a field of the body
            post-calendar-feeds         | [1]                               | compare it with the example
            """)
    void whatIsWrongWithABodyIsSaidByItsField(String name, String body, String words) {
        assertProblem(
                api.send(
                        name.substring(0, name.indexOf('-')).toUpperCase(Locale.ROOT),
                        "/api/v1/" + path(name),
                        "application/json",
                        body.getBytes(StandardCharsets.UTF_8)),
                words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ledger?asOf=30.6.2026            | 'asOf' is not a day such as 2026-06-30
            reports/leakage?from=yesterday   | 'from' is not a day such as 2026-06-30
            findings/F-7                     | 'id' is not an id as lists show it
            findings?kind=rule               | use fact, obligation
            contracts/C-7/governing?clause=1 | 'id' is not an id
            occurrences?limit=many           | 'limit' is not a whole number
            occurrences?status=late,never    | use open, due
            what-if/target?measure=SL1&target=high | 'target' is not a number such as 99.95
            what-if/target?measure=SL1       | 'target'
            facts?kind=bill                  | invoice-line
            families                         | 'supplier'
            """)
    void whatIsWrongWithAQuestionIsSaidByItsName(String path, String words) {
        assertProblem(api.get("/api/v1/" + path), words);
    }

    @Test
    void aClauseThatIsNotThereIsAskedForByNumberOrHeading() {
        HttpResponse<byte[]> response =
                api.get("/api/v1/" + path("get-contracts-id-governing").replace("27.1", "99.9"));

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(JSON.readTree(response.body()).path("detail").asString())
                .contains("has no clause “99.9”: give its number, such as 4.4, or its whole heading");
    }

    private static void assertProblem(HttpResponse<byte[]> response, String words) {
        JsonNode problem = JSON.readTree(response.body());
        assertThat(response.statusCode()).as(problem.toString()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).contains("application/problem+json");
        assertThat(problem.path("type").asString()).isEqualTo("urn:recital:problem:bad-request");
        assertThat(problem.path("detail").asString())
                .contains(words)
                .doesNotContain("io.recital")
                .doesNotContain("java.");
    }
}
