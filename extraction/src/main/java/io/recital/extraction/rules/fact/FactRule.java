package io.recital.extraction.rules.fact;

import io.recital.models.finding.Extraction.Candidate;
import java.util.List;

/** One way to find facts in a contract; its candidates cite first the place to which they belong. */
interface FactRule {
    List<Candidate> judge(FactReading contract);
}
