package io.recital.retrieval.answer;

import io.recital.retrieval.plan.QueryRun;
import io.recital.retrieval.plan.Understanding;
import io.recital.retrieval.search.PassageHit;
import java.util.List;
import java.util.Set;

/**
 * What is at hand to answer a question.
 *
 * @param question as understood
 * @param run by which more can be asked
 * @param hits passages found, best first
 */
record Evidence(Understanding question, QueryRun run, List<PassageHit> hits) {
    /** What a number of the answer may come from besides its evidence: the question, and the day for which it is answered. */
    List<String> given() {
        return List.of(question.text(), question.asOf().toString());
    }

    /** The stems of what is asked. */
    Set<String> askedWords() {
        return question.askedWords();
    }
}
