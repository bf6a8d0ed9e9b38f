package io.recital.eval.ranking;

import io.recital.eval.clauses.Company;
import io.recital.models.evidence.StoredText;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The company folds of clauses whose source is not named: a clause is taken to stand in the contract that shares most
 * runs of words with it.
 */
final class ClauseFolds {
    private static final int RUN = 8;

    private final Map<String, Integer> folds = new HashMap<>();
    private final int placed;

    /**
     * @param clauses texts by id
     * @param contracts texts by file name
     */
    ClauseFolds(Map<String, String> clauses, Map<String, StoredText> contracts) {
        Map<String, Set<String>> holders = new HashMap<>();
        clauses.forEach((id, text) -> runs(text)
                .forEach(run ->
                        holders.computeIfAbsent(run, key -> new HashSet<>()).add(id)));
        Map<String, Map<String, Integer>> shared = new HashMap<>();
        contracts.forEach((file, text) -> {
            for (String run : runs(text.value())) {
                holders.getOrDefault(run, Set.of())
                        .forEach(id -> shared.computeIfAbsent(id, key -> new HashMap<>())
                                .merge(file, 1, Integer::sum));
            }
        });
        shared.forEach((id, files) -> folds.put(id, Company.fold(Company.of(most(files)))));
        placed = folds.size();
        clauses.keySet().forEach(id -> folds.putIfAbsent(id, Math.floorMod(id.hashCode(), Company.FOLDS)));
    }

    /** The fold that a clause belongs to; one that stands in none of the contracts belongs to any, always the same. */
    int of(String clause) {
        Integer fold = folds.get(clause);
        if (fold == null) {
            throw new IllegalArgumentException("There is no clause with the id " + clause);
        }
        return fold;
    }

    /** How many clauses were found in a contract. */
    int placed() {
        return placed;
    }

    private static String most(Map<String, Integer> files) {
        return files.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow()
                .getKey();
    }

    private static Set<String> runs(String text) {
        List<String> words = WordScores.words(text);
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + RUN <= words.size(); i++) {
            runs.add(String.join(" ", words.subList(i, i + RUN)));
        }
        return runs;
    }
}
