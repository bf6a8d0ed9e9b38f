package io.recital.eval.ranking;

import io.recital.models.inference.Encoder;
import io.recital.models.inference.TextEncoder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Ranks clauses for a query by meaning and by words at once. The two rankings are fused as search fuses them: each
 * gives 1/(60 + rank).
 */
final class HybridRanking {
    private static final int SMOOTHING = 60;
    /** Small enough to order only what fusion leaves equal. */
    private static final double TIE_BREAK = 1e-6;

    private final TextEncoder encoder;
    private final Map<String, float[]> vectors = new HashMap<>();
    private final WordScores words;

    /** @param clauses texts by id */
    HybridRanking(Map<String, String> clauses, TextEncoder encoder) {
        this.encoder = encoder;
        List<String> ids = List.copyOf(clauses.keySet());
        List<float[]> encoded = encoder.encode(ids.stream().map(clauses::get).toList());
        for (int i = 0; i < ids.size(); i++) {
            vectors.put(ids.get(i), encoded.get(i));
        }
        this.words = new WordScores(clauses);
    }

    /** All candidates, best first. */
    List<RankedClause> rank(String query, Collection<String> candidates) {
        Map<String, Double> similarities = similarities(query, candidates);
        Map<String, Double> fused = new HashMap<>();
        List<RankedClause> byMeaning = ranked(similarities);
        List<RankedClause> byWords = ranked(words.of(query, candidates));
        for (List<RankedClause> ranking : List.of(byMeaning, byWords)) {
            for (int i = 0; i < ranking.size(); i++) {
                fused.merge(ranking.get(i).id(), 1.0 / (SMOOTHING + i + 1), Double::sum);
            }
        }
        fused.replaceAll((id, score) -> score + TIE_BREAK * similarities.getOrDefault(id, 0.0));
        return ranked(fused);
    }

    /** All candidates by the vectors alone. */
    List<RankedClause> rankByMeaning(String query, Collection<String> candidates) {
        return ranked(similarities(query, candidates));
    }

    /** All candidates by BM25 alone; those without a word in common come last. */
    List<RankedClause> rankByWords(String query, Collection<String> candidates) {
        Map<String, Double> scores = words.of(query, candidates);
        candidates.forEach(id -> scores.putIfAbsent(id, 0.0));
        return ranked(scores);
    }

    private Map<String, Double> similarities(String query, Collection<String> candidates) {
        float[] question = encoder.encode(List.of(Encoder.QUERY_PREFIX + query)).get(0);
        Map<String, Double> similarities = new HashMap<>();
        for (String id : candidates) {
            float[] vector = vectors.get(id);
            if (vector == null) {
                throw new IllegalArgumentException("There is no clause with the id " + id);
            }
            similarities.put(id, dot(question, vector));
        }
        return similarities;
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static List<RankedClause> ranked(Map<String, Double> scores) {
        List<RankedClause> ranking = new ArrayList<>();
        scores.forEach((id, score) -> ranking.add(new RankedClause(id, score)));
        ranking.sort(null);
        return ranking;
    }
}
