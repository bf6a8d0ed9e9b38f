package io.recital.retrieval.answer;

import io.recital.retrieval.statement.Statement;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** What explains a clause: the statement that fits best with its list or table, and what says more of it near by. */
final class Explanation {
    /** Items of a list or rows of a table that are shown at most. */
    private static final int MOST_ITEMS = 12;

    private static final int MOST_BESIDE = 3;
    private static final double NEARLY = 0.92;
    /** What stands near and covers less of the question than this share of the best is about something else. */
    private static final double OF_THE_BEST = 0.6;

    private Explanation() {}

    /** In the order of the text, the best one's contract first. */
    static List<Ranked> of(Ranking.Result result) {
        Ranked best = result.best().get(0);
        Map<Statement, Ranked> known = new LinkedHashMap<>();
        result.all().forEach(one -> known.put(one.statement(), one));
        Set<Statement> chosen = new LinkedHashSet<>();
        result.provisions().with(best.statement()).stream().limit(MOST_ITEMS).forEach(chosen::add);
        chosen.add(best.statement());
        int most = chosen.size() + MOST_BESIDE;
        result.best().stream()
                .filter(one -> one.score() >= NEARLY * best.score())
                .limit(2)
                .forEach(one -> chosen.add(one.statement()));
        List.copyOf(chosen).stream()
                .filter(result.provisions()::leads)
                .forEach(lead -> result.provisions().with(lead).stream()
                        .limit(MOST_ITEMS)
                        .forEach(chosen::add));
        most = Math.max(most, chosen.size());
        int room = most;
        Stream.concat(result.best().stream(), result.all().stream())
                .filter(one -> !one.statement().isRow() || best.statement().isRow())
                .filter(one -> isNear(one.statement(), best.statement()))
                .filter(one -> one.coverage() >= OF_THE_BEST * best.coverage()
                        || distance(one.statement(), best.statement()) == 0)
                .sorted(Comparator.comparingInt((Ranked one) -> distance(one.statement(), best.statement()))
                        .thenComparing(
                                Comparator.comparingDouble(Ranked::coverage).reversed()))
                .filter(one -> !Suitability.isDefinition(one.statement()))
                .filter(one -> chosen.size() < room)
                .forEach(one -> chosen.add(one.statement()));
        return chosen.stream()
                .limit(room)
                .map(statement -> known.getOrDefault(statement, best))
                .sorted(Comparator.comparing((Ranked one) -> !one.statement()
                                .contract()
                                .equals(best.statement().contract()))
                        .thenComparing(one -> one.statement().contract().id())
                        .thenComparing(one -> one.statement().place().start()))
                .toList();
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
