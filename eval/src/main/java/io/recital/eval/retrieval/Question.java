package io.recital.eval.retrieval;

import java.util.List;

/**
 * A question and the excerpts that people marked as answering it.
 *
 * @param answers at least one
 */
record Question(String query, List<Excerpt> answers) {
    Question {
        answers = List.copyOf(answers);
        if (answers.isEmpty()) {
            throw new IllegalArgumentException("A question that nothing answers cannot be measured");
        }
    }

    /** The file of its first answer; the labelled sets have all answers of a question in one file. */
    String file() {
        return answers.get(0).file();
    }
}
