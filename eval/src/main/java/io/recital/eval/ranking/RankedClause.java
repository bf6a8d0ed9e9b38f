package io.recital.eval.ranking;

import java.util.Comparator;

/** A clause's place in a ranking; equal scores come in falling order of the ids, as trec_eval would read them. */
record RankedClause(String id, double score) implements Comparable<RankedClause> {
    private static final Comparator<RankedClause> BEST_FIRST = Comparator.comparingDouble(RankedClause::score)
            .thenComparing(RankedClause::id)
            .reversed();

    @Override
    public int compareTo(RankedClause other) {
        return BEST_FIRST.compare(this, other);
    }
}
