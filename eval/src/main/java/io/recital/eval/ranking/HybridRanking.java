package io.recital.eval.ranking;

import io.recital.models.inference.Encoder;
import io.recital.models.inference.Reranker;
import io.recital.models.inference.TextEncoder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Ranks clauses for a query as the reranker does, by projected meaning and words at once, and by each part alone. */
final class HybridRanking {
    private final TextEncoder encoder;
    private final Function<String, UnaryOperator<float[]>> projections;
    private final Map<String, float[]> vectors = new HashMap<>();
    private final WordScores words;

    /**
     * @param clauses texts by id, which say how rare words are
     * @param ranked those of them that are ever ranked
     * @param projections through which projection of the query a clause is seen, by its id
     */
    HybridRanking(
            Map<String, String> clauses,
            Collection<String> ranked,
            TextEncoder encoder,
            Function<String, UnaryOperator<float[]>> projections) {
        this.encoder = encoder;
        this.projections = projections;
        List<String> ids = List.copyOf(ranked);
        List<float[]> encoded = encoder.encode(ids.stream().map(clauses::get).toList());
        for (int i = 0; i < ids.size(); i++) {
            vectors.put(ids.get(i), encoded.get(i));
        }
        this.words = new WordScores(clauses);
    }

    /** All candidates, best first. */
    List<RankedClause> rank(String query, Collection<String> candidates) {
        List<String> ids = List.copyOf(candidates);
        Map<String, Double> similarities = projected(query, ids);
        Map<String, Double> shares = words.shares(query, ids);
        List<Double> scores = Reranker.scores(
                ids.stream().map(id -> similarities.getOrDefault(id, 0.0)).toList(),
                ids.stream().map(id -> shares.getOrDefault(id, 0.0)).toList(),
                ids.stream().map(this::vector).toList());
        Map<String, Double> byId = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            byId.put(ids.get(i), scores.get(i));
        }
        return ranked(byId);
    }

    /** All candidates by their nearness to the projected query alone. */
    List<RankedClause> rankByProjection(String query, Collection<String> candidates) {
        return ranked(projected(query, candidates));
    }

    /** All candidates by the vectors alone, as the encoder gives them. */
    List<RankedClause> rankByMeaning(String query, Collection<String> candidates) {
        float[] question = encoder.encode(List.of(Encoder.QUERY_PREFIX + query)).get(0);
        Map<String, Double> similarities = new HashMap<>();
        candidates.forEach(id -> similarities.put(id, dot(question, vector(id))));
        return ranked(similarities);
    }

    /** All candidates by BM25 alone; those without a word in common come last. */
    List<RankedClause> rankByWords(String query, Collection<String> candidates) {
        Map<String, Double> scores = words.of(query, candidates);
        candidates.forEach(id -> scores.putIfAbsent(id, 0.0));
        return ranked(scores);
    }

    private Map<String, Double> projected(String query, Collection<String> candidates) {
        float[] question = encoder.encode(List.of(query)).get(0);
        Map<UnaryOperator<float[]>, float[]> directions = new HashMap<>();
        Map<String, Double> similarities = new HashMap<>();
        for (String id : candidates) {
            float[] direction =
                    directions.computeIfAbsent(projections.apply(id), projection -> projection.apply(question));
            similarities.put(id, dot(direction, vector(id)));
        }
        return similarities;
    }

    private float[] vector(String id) {
        float[] vector = vectors.get(id);
        if (vector == null) {
            throw new IllegalArgumentException("There is no clause with the id " + id);
        }
        return vector;
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
