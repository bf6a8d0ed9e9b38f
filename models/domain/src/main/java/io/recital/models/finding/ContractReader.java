package io.recital.models.finding;

import static java.util.Objects.requireNonNull;

import io.recital.models.contract.ContractReading;
import java.util.List;

/** Draws the findings out of a document version: the joint between ingestion, which asks, and extraction, which answers. */
public interface ContractReader {
    /**
     * Reads one document version whole. Never fails for an extractor that is out of order: what the others found stands,
     * and a remark says what is missing.
     *
     * @param calls what the tenant whose contract it is remembers of its language model
     */
    Reading read(ContractReading contract, LlmCalls calls);

    /** Reads for nobody in particular: nothing is remembered. */
    default Reading read(ContractReading contract) {
        return read(contract, LlmCalls.FORGOTTEN);
    }

    /**
     * What was found.
     *
     * @param remarks what the reader should know, each one sentence, such as that the language model was not available
     * @param use what a language model had to do with it
     * @param scores where clause labels probably stand, found or not
     */
    record Reading(List<Finding> findings, List<String> remarks, LlmUse use, List<ClauseScore> scores) {
        public Reading {
            findings = List.copyOf(findings);
            remarks = List.copyOf(remarks);
            requireNonNull(use, "use");
            scores = List.copyOf(scores);
        }

        /** Read by nobody who gives scores. */
        public Reading(List<Finding> findings, List<String> remarks, LlmUse use) {
            this(findings, remarks, use, List.of());
        }

        /** Read without a language model. */
        public Reading(List<Finding> findings, List<String> remarks) {
            this(findings, remarks, LlmUse.NONE);
        }
    }
}
