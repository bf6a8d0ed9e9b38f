package io.recital.retrieval.answer;

import io.recital.retrieval.plan.QuestionScope;
import io.recital.retrieval.search.PassageHit;
import io.recital.retrieval.search.QuestionEmbedding;
import java.util.List;
import java.util.Set;

/** What is at hand to answer a question: its words, its scope and the passages found. */
record Evidence(Question question, QuestionEmbedding embedding, QuestionScope scope, List<PassageHit> hits) {
    /** The question's content words without those that only name the contract. */
    Set<String> askedWords() {
        Set<String> words = Words.of(question.text());
        scope.phrases().forEach(phrase -> words.removeAll(Words.of(phrase)));
        return words;
    }
}
