package io.recital.retrieval.answer;

import io.recital.retrieval.plan.QuestionScope;
import io.recital.retrieval.search.PassageHit;
import io.recital.retrieval.search.QuestionEmbedding;
import java.util.List;
import java.util.Set;

/**
 * What is at hand to answer a question.
 *
 * @param asked the question without the names of the contracts that it is about
 * @param embedding of what is asked
 * @param names words, in lower case, by which the contracts in scope and their parties are called
 * @param hits passages found, best first
 */
record Evidence(
        Question question,
        String asked,
        QuestionEmbedding embedding,
        QuestionScope scope,
        Set<String> names,
        List<PassageHit> hits) {
    /** The content words of what is asked. */
    Set<String> askedWords() {
        Set<String> words = Words.of(asked);
        scope.phrases().forEach(phrase -> words.removeAll(Words.of(phrase)));
        return words;
    }
}
