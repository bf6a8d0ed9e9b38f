package io.recital.eval.retrieval;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question and the excerpts that people marked as answering it.
 *
 * @param label the clause type that it asks for, null where the data names none
 * @param answers at least one
 */
public record Question(String query, @Nullable String label, List<Excerpt> answers) {
    public Question {
        answers = List.copyOf(answers);
        if (answers.isEmpty()) {
            throw new IllegalArgumentException("A question that nothing answers cannot be measured");
        }
    }

    /** The file of its first answer; the labelled sets have all answers of a question in one file. */
    public String file() {
        return answers.get(0).file();
    }
}
