package io.recital.retrieval.search;

import java.util.List;
import java.util.Set;

/** Finds where clause labels probably stand, as the clause classifier saw it when the contracts were read. */
public interface ScoredRuns {
    /**
     * For each label the most probable runs within the scope; its limit holds for each label. Call it in the name of a
     * tenant; without one nothing is found.
     */
    List<ScoredRun> find(Set<String> labels, SearchScope scope);
}
