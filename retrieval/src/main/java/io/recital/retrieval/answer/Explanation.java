package io.recital.retrieval.answer;

import io.recital.retrieval.statement.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What explains a clause: the statement that fits best, the rest of its clause, and what fits nearly as well elsewhere. */
final class Explanation {
    private static final int MOST = 4;
    private static final double NEARLY = 0.92;

    private Explanation() {}

    /** In the order of the text, the best one's contract first. */
    static List<Ranked> of(Ranking.Result result) {
        Ranked best = result.best().get(0);
        Set<Ranked> chosen = new LinkedHashSet<>();
        chosen.add(best);
        result.best().stream()
                .filter(one -> one.score() >= NEARLY * best.score())
                .limit(2)
                .forEach(one -> add(one, chosen));
        result.best().stream()
                .filter(one -> isNear(one.statement(), best.statement()))
                .forEach(one -> add(one, chosen));
        result.all().stream()
                .filter(one -> isNear(one.statement(), best.statement()))
                .sorted(Comparator.comparingInt((Ranked one) -> distance(one.statement(), best.statement()))
                        .thenComparing(
                                Comparator.comparingDouble(Ranked::coverage).reversed()))
                .forEach(one -> add(one, chosen));
        List<Ranked> ordered = new ArrayList<>(chosen);
        ordered.sort(Comparator.comparing((Ranked one) ->
                        !one.statement().contract().equals(best.statement().contract()))
                .thenComparing(one -> one.statement().contract().id())
                .thenComparing(one -> one.statement().place().start()));
        return ordered;
    }

    private static void add(Ranked one, Set<Ranked> chosen) {
        if (chosen.size() < MOST
                && chosen.stream().noneMatch(known -> known.statement().equals(one.statement()))) {
            chosen.add(one);
        }
    }

    private static boolean isNear(Statement one, Statement best) {
        return one.contract().equals(best.contract()) && distance(one, best) < 3;
    }

    /** 0 within the clause, 1 in what hangs below it or above it, 2 beside it, 3 elsewhere. */
    private static int distance(Statement one, Statement best) {
        UUID clause = best.clause().id();
        UUID parent = best.clause().parent();
        if (one.clause().id().equals(clause)) {
            return 0;
        }
        if (clause.equals(one.clause().parent()) || one.clause().id().equals(parent)) {
            return 1;
        }
        return parent != null && parent.equals(one.clause().parent()) ? 2 : 3;
    }
}
