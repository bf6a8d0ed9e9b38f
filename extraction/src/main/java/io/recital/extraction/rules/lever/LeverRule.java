package io.recital.extraction.rules.lever;

import io.recital.models.finding.Extraction.Candidate;
import java.util.List;

/** One family of levers, judged sentence by sentence. */
interface LeverRule {
    List<Candidate> judge(LeverSentence sentence);
}
