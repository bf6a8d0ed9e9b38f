package io.recital.samples.question;

import io.recital.samples.Complaints;
import io.recital.samples.SampleJson;
import io.recital.samples.evidence.PlacedQuote;
import io.recital.samples.evidence.QuoteJson;
import io.recital.samples.evidence.Quotes;
import io.recital.samples.evidence.StatedValues;
import io.recital.samples.evidence.WrittenQuote;
import io.recital.samples.facts.FactTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Proves the questions: their quotes stand where they say, and what they refer to is there. */
public final class QuestionCheck {
    private final Quotes quotes;
    private final FactTable facts;
    private final Set<String> truth;
    private final Set<String> ids = new HashSet<>();

    /**
     * Prepares the check.
     *
     * @param truth the ids of all items of the truth
     */
    public QuestionCheck(Quotes quotes, FactTable facts, Set<String> truth) {
        this.quotes = quotes;
        this.facts = facts;
        this.truth = Set.copyOf(truth);
    }

    /**
     * The questions of one file as the built file holds them.
     *
     * @param file its name, for complaints
     */
    public ArrayNode check(JsonNode json, String file, Complaints complaints) {
        ArrayNode built = JsonMapper.shared().createArrayNode();
        for (JsonNode node : json) {
            String where = file + ", " + node.path("id").asString("question without id");
            Optional<Question> question = SampleJson.as(Question.class, node, where, complaints);
            question.ifPresent(q -> built.add(check(q, (ObjectNode) node, where, complaints)));
        }
        return built;
    }

    private ObjectNode check(Question question, ObjectNode node, String where, Complaints complaints) {
        checkForm(question, where, complaints);
        checkValue(question, node, where, complaints);
        checkReferences(question, where, complaints);
        if (!ids.add(question.id())) {
            complaints.add(where, "this id is taken");
        }
        List<PlacedQuote> placed = new ArrayList<>();
        question.quoted()
                .forEach(quote -> quotes.place(quote, "", where, complaints).ifPresent(placed::add));
        ObjectNode built = node.deepCopy();
        built.set("quotes", QuoteJson.write(placed, true));
        return built;
    }

    private static void checkForm(Question question, String where, Complaints complaints) {
        Question.Kind kind = question.kind();
        if (question.answerable() != kind.hasAnswer()) {
            complaints.add(where, "a question of this kind is " + (kind.hasAnswer() ? "" : "not ") + "answerable");
        }
        if (kind != Question.Kind.UNANSWERABLE
                && (question.answer() == null || question.answer().isBlank())) {
            complaints.add(where, "it needs an answer");
        }
        if (kind == Question.Kind.AS_OF && question.asOf() == null) {
            complaints.add(where, "it needs \"asOf\"");
        }
        if (kind == Question.Kind.FOLLOW_UP && question.follows() == null) {
            complaints.add(where, "it needs \"follows\"");
        }
        boolean grounded = !question.quoted().isEmpty() || question.rows() != null || question.truth() != null;
        if (kind.hasAnswer() && !grounded) {
            complaints.add(where, "an answer rests on quotes, facts or items of the truth");
        }
        if (kind == Question.Kind.PERFORMANCE && question.rows() == null && question.truth() == null) {
            complaints.add(where, "it needs \"truth\" or \"rows\"");
        }
    }

    /** A fact that an answer gives stands in the words that it quotes. */
    private static void checkValue(Question question, JsonNode node, String where, Complaints complaints) {
        boolean read = question.kind() == Question.Kind.FACT || question.kind() == Question.Kind.AS_OF;
        if (read && question.rows() == null && question.truth() == null) {
            String said = question.quoted().stream().map(WrittenQuote::text).collect(Collectors.joining("\n"));
            List<String> unstated = StatedValues.unstated(node.path("value"), said);
            if (!unstated.isEmpty()) {
                complaints.add(where, "its quotes do not state " + String.join(", ", unstated));
            }
        }
    }

    private void checkReferences(Question question, String where, Complaints complaints) {
        if (question.follows() != null && !ids.contains(question.follows())) {
            complaints.add(where, "no question before it has the id " + question.follows());
        }
        for (String item : question.truth() == null ? List.<String>of() : question.truth()) {
            if (!truth.contains(item)) {
                complaints.add(where, "no item of the truth has the id " + item);
            }
        }
        for (String row : question.rows() == null ? List.<String>of() : question.rows()) {
            if (facts.find(row).isEmpty()) {
                complaints.add(where, "no fact has the id " + row);
            }
        }
    }
}
