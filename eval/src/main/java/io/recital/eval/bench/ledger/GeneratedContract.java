package io.recital.eval.bench.ledger;

import io.recital.models.contract.Contract;
import io.recital.models.contract.Counterparty;
import io.recital.models.contract.TenantRole;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.evidence.Sha256;
import io.recital.models.evidence.Span;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.FamilyMember;
import io.recital.models.finding.Finding;
import io.recital.models.finding.Provenance;
import io.recital.models.finding.ReviewStatus;
import io.recital.models.store.FindingJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** An agreement that nobody wrote, with findings as if a reviewer had accepted them: rates, terms, measures and duties. */
final class GeneratedContract {
    /** Items of the rate card. */
    static final int ITEMS = 10;

    private final int number;
    private final int measures;
    private final int obligations;
    private final UUID id;

    /**
     * The contract of a number.
     *
     * @param measures service levels with a credit
     * @param obligations duties that recur each month
     */
    GeneratedContract(int number, int measures, int obligations) {
        this.number = number;
        this.measures = measures;
        this.obligations = obligations;
        this.id = UUID.nameUUIDFromBytes(("contract " + number).getBytes(StandardCharsets.UTF_8));
    }

    String reference() {
        return String.format(Locale.ROOT, "AGR/%05d", number);
    }

    String vendor() {
        return "V" + number;
    }

    String company() {
        return "Supplier " + number + " Limited";
    }

    static String item(int item) {
        return "Service item " + (char) ('A' + item);
    }

    static int price(int item) {
        return 100 + 10 * item;
    }

    static String measure(int measure) {
        return "SL" + (measure + 1) + " Availability of system " + (measure + 1);
    }

    ContractFamily with(Counterparty counterparty) {
        Contract contract = new Contract(
                id,
                "Services Agreement " + reference(),
                TenantRole.BUYER,
                id,
                counterparty.id(),
                Map.of(),
                Map.of(),
                Instant.EPOCH);
        List<Finding> findings = new ArrayList<>();
        facts().forEach(json -> findings.add(finding(json, "This Agreement begins on 1 July 2025.")));
        terms().forEach((json, words) -> findings.add(finding(json, words)));
        IntStream.range(0, measures)
                .forEach(i ->
                        findings.add(finding(measureJson(i), measure(i) + " shall be 99.5 % or more in each month.")));
        IntStream.range(0, obligations)
                .forEach(i -> findings.add(finding(
                        obligationJson(i),
                        "The Supplier shall send report " + i + " within 5 days after each month.")));
        return new ContractFamily(
                counterparty, List.of(new FamilyMember(contract, Set.of(reference()), findings)), List.of());
    }

    private static List<String> facts() {
        return List.of(
                "{\"kind\":\"fact\",\"fact\":\"document-type\",\"value\":{\"type\":\"text\",\"value\":\"services agreement\"}}",
                "{\"kind\":\"fact\",\"fact\":\"effective-date\",\"value\":{\"type\":\"date\",\"value\":\"2025-07-01\"}}",
                "{\"kind\":\"fact\",\"fact\":\"expiration-date\",\"value\":{\"type\":\"date\",\"value\":\"2027-06-30\"}}");
    }

    private static Map<String, String> terms() {
        return Map.of(
                lever("payment-term", span("period", 30, "days"), text("from", "receipt of the invoice")),
                "The Customer shall pay within 30 days of receipt of the invoice.",
                lever(
                        "early-payment-discount",
                        percent("rate", "2"),
                        span("period", 10, "days"),
                        text("from", "receipt")),
                "For payment within 10 days of receipt the Customer may deduct 2 % of the net amount.",
                lever("late-payment-interest", percent("rate", "8"), span("frequency", 1, "years")),
                "A sum paid late bears interest at 8 % a year.",
                rateCard(),
                "The Supplier shall charge the prices of the price list and no others.");
    }

    private static String rateCard() {
        List<String> parameters = new ArrayList<>();
        IntStream.range(0, ITEMS).forEach(item -> parameters.add(text("item", item(item))));
        IntStream.range(0, ITEMS)
                .forEach(item ->
                        parameters.add("{\"name\":\"rate\",\"value\":{\"type\":\"amount\",\"value\":{\"amount\":"
                                + price(item) + ",\"currency\":\"GBP\"}}}"));
        return lever("rate-card", parameters.toArray(String[]::new));
    }

    private static String measureJson(int measure) {
        return "{\"kind\":\"measure\",\"name\":\"" + measure(measure)
                + "\",\"term\":\"service-level\",\"comparison\":\"at-least\",\"target\":99.5,\"unit\":\"%\","
                + "\"window\":{\"count\":1,\"unit\":\"months\"},\"credits\":[{\"fromIncluded\":true,\"to\":99.5,"
                + "\"toIncluded\":false,\"unit\":\"%\",\"value\":{\"type\":\"percent\",\"value\":2}}],"
                + "\"cap\":{\"type\":\"percent\",\"value\":20},\"claimWindow\":{\"count\":60,\"unit\":\"days\"}}";
    }

    private static String obligationJson(int obligation) {
        return "{\"kind\":\"obligation\",\"modality\":\"duty\",\"obligor\":{\"asWritten\":\"Supplier\"},\"action\":\"send report "
                + obligation + "\",\"deadline\":{\"type\":\"recurring\",\"every\":{\"count\":1,\"unit\":\"months\"},"
                + "\"grace\":{\"count\":5,\"unit\":\"days\"}}}";
    }

    private static String lever(String type, String... parameters) {
        return "{\"kind\":\"lever\",\"lever\":\"" + type + "\",\"parameters\":[" + String.join(",", parameters) + "]}";
    }

    private static String text(String name, String value) {
        return "{\"name\":\"" + name + "\",\"value\":{\"type\":\"text\",\"value\":\"" + value + "\"}}";
    }

    private static String percent(String name, String value) {
        return "{\"name\":\"" + name + "\",\"value\":{\"type\":\"percent\",\"value\":" + value + "}}";
    }

    private static String span(String name, int count, String unit) {
        return "{\"name\":\"" + name + "\",\"value\":{\"type\":\"time-span\",\"value\":{\"count\":" + count
                + ",\"unit\":\"" + unit + "\"}}}";
    }

    private Finding finding(String json, String words) {
        Citation citation = new Citation(
                id,
                id,
                reference() + ".txt",
                "1",
                null,
                new Span(0, words.codePointCount(0, words.length())),
                words,
                Sha256.of(words),
                CitationRole.CLAUSE);
        return new Finding(
                UUID.nameUUIDFromBytes((number + json).getBytes(StandardCharsets.UTF_8)),
                id,
                id,
                null,
                FindingJson.readContent(json),
                List.of(citation),
                1,
                new Provenance("generated", "1"),
                false,
                ReviewStatus.ACCEPTED);
    }
}
