package io.recital.api.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.recital.api.verify.AnswerCheck;
import io.recital.api.verify.Sources;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.FactCell;
import io.recital.models.evidence.Sha256;
import io.recital.models.evidence.StoredText;
import io.recital.models.finding.FindingKind;
import io.recital.models.store.FindingJson;
import io.recital.retrieval.answer.Answer;
import io.recital.retrieval.answer.AnswerSentence;
import io.recital.retrieval.plan.Plan;
import io.recital.retrieval.plan.TypedQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What one part of the code makes, another that knows nothing of it must find right, and wrong after any change. */
class AnswerCheckTest {
    private static final JsonMapper JSON =
            FindingJson.configure(JsonMapper.builder()).build();
    private static final UUID CONTRACT = UUID.randomUUID();
    private static final UUID DOCUMENT = UUID.randomUUID();
    private static final String TEXT = """
            𝔉rame\u0001work
            1. The term ends on 30 September 2029.
            2. Notice of non-renewal is given sixty days before the term ends.
            3. "Fees" are £12,500 a year.
            """;
    private static final Sources STORED = new Sources() {
        @Override
        public Optional<String> text(UUID document) {
            return document.equals(DOCUMENT) ? Optional.of(TEXT) : Optional.empty();
        }

        @Override
        public Optional<JsonNode> fact(String kind, String row) {
            return kind.equals("invoice-line") && row.equals("INV-7-1")
                    ? Optional.of(
                            JSON.readTree("{\"id\":\"INV-7-1\",\"net\":980.50,\"service\":{\"to\":\"2028-05-31\"}}"))
                    : Optional.empty();
        }

        @Override
        public String title(UUID contract) {
            return contract.equals(CONTRACT) ? "Framework 4" : "";
        }
    };

    private static Citation cite(String quote) {
        StoredText text = StoredText.of(TEXT);
        int at = TEXT.indexOf(quote);
        return new Citation(
                CONTRACT,
                DOCUMENT,
                "framework.txt",
                "2",
                null,
                text.spanOfUtf16(at, at + quote.length()),
                quote,
                Sha256.of(quote),
                CitationRole.CLAUSE);
    }

    private static ObjectNode answer(String secondSentence, String result) {
        Citation end = cite("The term ends on 30 September 2029.");
        Citation notice = cite("Notice of non-renewal is given sixty days before the term ends.");
        Derivation day = new Derivation(
                Derivation.Operation.DAY_BEFORE,
                List.of(
                        new Derivation.Input("end of the term", "2029-09-30", end),
                        new Derivation.Input("notice period", "60 days", notice)),
                result);
        Plan plan = new Plan(Plan.Kind.COMPUTED, LocalDate.of(2029, 1, 15), List.of())
                .with(new TypedQuery.Findings(FindingKind.FACT, Set.of("expiration-date"), Set.of(CONTRACT), "", 3), 1);
        Answer answer = new Answer(
                List.of(
                        new AnswerSentence(
                                "Framework 4: notice date " + result + ".", List.of(end, notice), List.of(day)),
                        new AnswerSentence(secondSentence, List.of(cite("\"Fees\" are £12,500 a year.")), List.of())),
                null,
                List.of(),
                List.of(UUID.randomUUID()),
                List.of("A note with a\ttab, a \u0001 and an 𝔉."),
                plan,
                "extractive");
        AnswerView view = new AnswerSeal(JSON).seal(AnswerView.of("By when must we give notice?", answer));
        return (ObjectNode) JSON.readTree(JSON.writeValueAsString(view));
    }

    private static ObjectNode answer() {
        return answer("Framework 4: fees GBP 12500. “\"Fees\" are £12,500 a year.”", "2029-08-01");
    }

    private static List<String> faults(JsonNode answer) {
        return new AnswerCheck(STORED).faults(answer);
    }

    private static ObjectNode resealed(ObjectNode answer) {
        ObjectNode content = answer.deepCopy();
        content.putNull("plan");
        return JSON.valueToTree(new AnswerSeal(JSON).seal(JSON.treeToValue(content, AnswerView.class)));
    }

    @Test
    void anAnswerAsItWasGivenHolds() {
        assertThat(faults(answer())).isEmpty();
    }

    private static ObjectNode charged(String net, String row) {
        Citation fees = cite("\"Fees\" are £12,500 a year.");
        Derivation sum = new Derivation(
                Derivation.Operation.SUM,
                List.of(Derivation.Input.of("charged", net, new FactCell("invoice-line", row, "net"))),
                net);
        Answer answer = new Answer(
                List.of(new AnswerSentence("Charged: " + net + ".", List.of(fees), List.of(sum))),
                null,
                List.of(),
                List.of(),
                List.of(),
                new Plan(Plan.Kind.PERFORMANCE, LocalDate.of(2029, 1, 15), List.of()),
                "extractive");
        return JSON.valueToTree(new AnswerSeal(JSON).seal(AnswerView.of("What was charged?", answer)));
    }

    @Test
    void whatAFactSaysIsHeldAgainstItsRow() {
        assertThat(faults(charged("980.5", "INV-7-1"))).isEmpty();
        assertThat(faults(charged("981", "INV-7-1")))
                .singleElement()
                .asString()
                .contains("invoice-line INV-7-1 does not state 981");
        assertThat(faults(charged("980.50", "INV-8-1")))
                .singleElement()
                .asString()
                .contains("there is no invoice-line INV-8-1");
    }

    @Test
    void oneChangedCharacterInAnyFieldIsNoticed() {
        List<Runnable> changes = new ArrayList<>();
        ObjectNode answer = answer();
        collect(answer, changes);
        ObjectNode before = answer.deepCopy();

        assertThat(changes).hasSizeGreaterThan(50);
        for (Runnable change : changes) {
            change.run();
            assertThat(answer).isNotEqualTo(before);
            assertThat(faults(answer)).as(answer.toString()).isNotEmpty();
            restore(answer, before);
        }
    }

    private static void restore(ObjectNode answer, ObjectNode before) {
        answer.removeAll();
        answer.setAll(before.deepCopy());
    }

    /** Changes every leaf in place, by the way that leads to it, since a restored answer has other nodes. */
    private static void collect(ObjectNode answer, List<Runnable> changes) {
        for (List<Object> way : ways(answer, List.of())) {
            changes.add(() -> {
                JsonNode parent = answer;
                for (Object step : way.subList(0, way.size() - 1)) {
                    parent = step instanceof Integer i ? parent.get(i) : parent.get((String) step);
                }
                Object last = way.get(way.size() - 1);
                if (parent instanceof ObjectNode object && last instanceof String name) {
                    object.set(name, changed(object.get(name)));
                } else if (parent instanceof ArrayNode array && last instanceof Integer i) {
                    array.set(i, changed(array.get(i)));
                }
            });
        }
    }

    private static List<List<Object>> ways(JsonNode node, List<Object> way) {
        List<List<Object>> ways = new ArrayList<>();
        node.properties().forEach(property -> ways.addAll(ways(property.getValue(), longer(way, property.getKey()))));
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                ways.addAll(ways(node.get(i), longer(way, i)));
            }
        }
        if (!node.isContainer() || node.isEmpty()) {
            ways.add(way);
        }
        return ways;
    }

    private static List<Object> longer(List<Object> way, Object step) {
        List<Object> longer = new ArrayList<>(way);
        longer.add(step);
        return longer;
    }

    private static JsonNode changed(JsonNode leaf) {
        if (leaf.isNumber()) {
            return JSON.valueToTree(leaf.asInt() + 1);
        }
        if (leaf.isBoolean()) {
            return JSON.valueToTree(!leaf.asBoolean());
        }
        if (leaf.isString() && !leaf.asString().isEmpty()) {
            String value = leaf.asString();
            char last = value.charAt(value.length() - 1);
            return JSON.valueToTree(value.substring(0, value.length() - 1) + (last == '0' ? '1' : '0'));
        }
        return JSON.valueToTree("x");
    }

    @Test
    void whoSealsAgainIsCaughtByTheStoredText() {
        ObjectNode answer = answer();
        ObjectNode citation = (ObjectNode) answer.path("citations").get(0);
        String quote = citation.path("quote").asString().replace("2029", "2028");
        citation.put("quote", quote).put("sha256", Sha256.of(quote).hex());

        assertThat(faults(resealed(answer)))
                .anySatisfy(fault -> assertThat(fault).startsWith("citations[0]: its quote is not what stands at"));
    }

    @Test
    void aNumberThatNothingStatesIsNamed() {
        assertThat(faults(answer("Framework 4: fees GBP 12600.", "2029-08-01")))
                .singleElement()
                .asString()
                .isEqualTo("sentences[1]: nothing that it cites or computes states 12600.");
    }

    @Test
    void aSumThatDoesNotComeOutIsNamed() {
        assertThat(faults(answer("Framework 4: fees GBP 12500.", "2029-08-02")))
                .singleElement()
                .asString()
                .contains("does not come to 2029-08-02");
    }

    @Test
    void anAbstentionIsSealedToo() {
        Answer none =
                new Answer(List.of(), "Nobody says.", List.of(cite("3. \"Fees\"")), List.of(), List.of(), null, "x");
        ObjectNode answer = JSON.valueToTree(new AnswerSeal(JSON).seal(AnswerView.of("Who says?", none)));

        assertThat(faults(answer)).isEmpty();
        assertThat(faults(answer.deepCopy().put("reason", "Somebody says."))).isNotEmpty();
    }
}
