package io.recital.retrieval.search;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Recognises which contracts, counterparties and parties a question names, misspelt ones included. */
public interface NameRecognition {
    /** What is named, surest first. Call it in the name of a tenant; without one nothing is recognised. */
    List<RecognisedName> recognise(String question);

    /** For each word, at most 64, the contracts whose first passages hold it. Call it in the name of a tenant. */
    List<Set<UUID>> beginningWith(List<String> words);
}
