package io.recital.eval.retrieval;

import io.recital.eval.EvalException;
import io.recital.eval.questions.QuestionWordings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks a set's questions in other words: what names the contract stays, what is asked of it is worded anew. */
final class Paraphrases {
    private static final String NAMED = "; ";

    private final QuestionWordings wordings = QuestionWordings.read();
    private final QuestionWordings.Part part;

    Paraphrases(QuestionWordings.Part part) {
        this.part = part;
    }

    /** The questions in their order; those of one label take turns with its wordings. */
    List<Question> of(List<Question> questions) {
        Map<String, Integer> turns = new HashMap<>();
        List<Question> reworded = new ArrayList<>();
        for (Question question : questions) {
            String label = question.label() == null ? "" : question.label();
            List<String> words = wordings.questions(label, part);
            int names = question.query().lastIndexOf(NAMED);
            if (words.isEmpty() || names < 0) {
                throw new EvalException(
                        "Only questions that name a contract and bear a clause label can be paraphrased");
            }
            String asked = words.get((turns.merge(label, 1, Integer::sum) - 1) % words.size());
            String query = question.query().substring(0, names + NAMED.length()) + asked;
            reworded.add(new Question(query, label, question.answers()));
        }
        return reworded;
    }
}
