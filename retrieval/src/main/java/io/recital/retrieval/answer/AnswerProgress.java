package io.recital.retrieval.answer;

import io.recital.models.evidence.Citation;
import io.recital.retrieval.plan.Plan;
import java.util.List;

/** Is told what becomes of a question while it is being answered, in this order. */
public interface AnswerProgress {
    /** For whoever waits for the whole answer. */
    AnswerProgress NONE = new AnswerProgress() {
        @Override
        public void planned(Plan plan) {}

        @Override
        public void found(List<Citation> passages) {}

        @Override
        public void said(AnswerSentence sentence) {}
    };

    /** What was understood, and what has been run so far. */
    void planned(Plan plan);

    /** The passages that are nearest to the question. */
    void found(List<Citation> passages);

    /** A sentence of the answer, proven. */
    void said(AnswerSentence sentence);
}
