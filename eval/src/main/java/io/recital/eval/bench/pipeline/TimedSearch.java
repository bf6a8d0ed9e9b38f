package io.recital.eval.bench.pipeline;

import io.recital.retrieval.search.PassageHit;
import io.recital.retrieval.search.PassageSearch;
import io.recital.retrieval.search.QuestionEmbedding;
import io.recital.retrieval.search.SearchScope;
import java.util.List;

/** A search that adds up the time it takes. */
final class TimedSearch implements PassageSearch {
    private final PassageSearch search;
    private double millis;

    TimedSearch(PassageSearch search) {
        this.search = search;
    }

    @Override
    public List<PassageHit> search(String question, QuestionEmbedding embedding, SearchScope scope) {
        long start = System.nanoTime();
        try {
            return search.search(question, embedding, scope);
        } finally {
            millis += QuestionStages.millisSince(start);
        }
    }

    /** Milliseconds since it was asked last. */
    double lap() {
        double spent = millis;
        millis = 0;
        return spent;
    }
}
