package io.recital.eval.bench.scale;

import io.recital.eval.bench.scale.JdbcComparedSearch.Found;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** How much of what an exact search brings another one brings. */
final class Recall {
    private static final double EQUAL = 1e-9;

    private Recall() {}

    /**
     * The share of the {@code k} best places that are filled rightly. Passages that share the last of these places are all
     * right for it: which of them comes first says nothing. 1 when there is nothing to be found.
     *
     * @param found best first
     * @param exact best first, with those that share the last place
     */
    static double ofBest(int k, List<Found> found, List<Found> exact) {
        int places = Math.min(k, exact.size());
        if (places == 0) {
            return 1;
        }
        double last = exact.get(places - 1).score();
        Set<UUID> right = exact.stream()
                .filter(each -> each.score() >= last - EQUAL)
                .map(Found::passage)
                .collect(Collectors.toSet());
        long hits = found.stream()
                .limit(places)
                .filter(each -> right.contains(each.passage()))
                .count();
        return (double) hits / places;
    }
}
