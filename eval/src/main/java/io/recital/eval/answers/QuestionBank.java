package io.recital.eval.answers;

import io.recital.eval.EvalException;
import io.recital.models.store.FindingJson;
import io.recital.samples.SamplePortfolio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A portfolio in the samples' layout with its questions: {@code documents/}, {@code portfolio.json}, {@code questions.json}. */
record QuestionBank(Path folder, SamplePortfolio portfolio, List<BankQuestion> questions) {
    private static final JsonMapper JSON = FindingJson.configure(JsonMapper.builder())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    QuestionBank {
        questions = List.copyOf(questions);
    }

    static QuestionBank read(Path folder) {
        try {
            return new QuestionBank(
                    folder,
                    JSON.readValue(Files.readString(folder.resolve("portfolio.json")), SamplePortfolio.class),
                    JSON.readValue(Files.readString(folder.resolve("questions.json")), new TypeReference<>() {}));
        } catch (IOException | JacksonException e) {
            throw new EvalException(
                    folder
                            + " is not a folder in the samples' layout: it needs documents/, portfolio.json and questions.json",
                    e);
        }
    }

    /** What was asked before this question in its conversation, first question first. */
    List<BankQuestion> before(BankQuestion question) {
        Map<String, BankQuestion> byId = new LinkedHashMap<>();
        questions.forEach(each -> byId.put(each.id(), each));
        List<BankQuestion> earlier = new ArrayList<>();
        String id = question.follows();
        while (id != null && byId.get(id) != null && earlier.size() < questions.size()) {
            BankQuestion turn = byId.get(id);
            earlier.add(0, turn);
            id = turn.follows();
        }
        return earlier;
    }

    /** The id of the question with which its conversation began: questions of one conversation stand or fall together. */
    String conversation(BankQuestion question) {
        List<BankQuestion> earlier = before(question);
        return earlier.isEmpty() ? question.id() : earlier.get(0).id();
    }
}
