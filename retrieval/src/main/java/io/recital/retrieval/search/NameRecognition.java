package io.recital.retrieval.search;

import java.util.List;

/** Recognises which contracts, counterparties and parties a question names, misspelt ones included. */
public interface NameRecognition {
    /** What is named, surest first. Call it in the name of a tenant; without one nothing is recognised. */
    List<RecognisedName> recognise(String question);
}
