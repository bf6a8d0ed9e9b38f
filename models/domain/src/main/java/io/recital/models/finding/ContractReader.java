package io.recital.models.finding;

import io.recital.models.contract.ContractReading;
import java.util.List;

/** Draws the findings out of a document version: the joint between ingestion, which asks, and extraction, which answers. */
public interface ContractReader {
    /**
     * Reads one document version whole. Never fails for an extractor that is out of order: what the others found stands,
     * and a remark says what is missing.
     */
    Reading read(ContractReading contract);

    /**
     * What was found.
     *
     * @param remarks what the reader should know, each one sentence, such as that the language model was not available
     */
    record Reading(List<Finding> findings, List<String> remarks) {
        public Reading {
            findings = List.copyOf(findings);
            remarks = List.copyOf(remarks);
        }
    }
}
