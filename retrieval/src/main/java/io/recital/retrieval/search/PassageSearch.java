package io.recital.retrieval.search;

import java.util.List;

/** Finds passages by meaning and by words at once, within what the current tenant may see. */
public interface PassageSearch {
    /** The passages most likely to answer, best first. Call it in the name of a tenant; without one nothing is found. */
    List<PassageHit> search(String question, QuestionEmbedding embedding, SearchScope scope);
}
