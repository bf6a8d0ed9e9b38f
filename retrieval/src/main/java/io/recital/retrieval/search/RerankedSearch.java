package io.recital.retrieval.search;

import static java.util.Objects.requireNonNull;

import io.recital.models.inference.QuestionProjection;
import io.recital.models.inference.Reranker;
import io.recital.models.inference.TextEncoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** Puts what another search found into a better order: by projected meaning, words, and likeness to the best of them. */
public final class RerankedSearch implements PassageSearch {
    /** So many are put in order at least, however few are wanted. */
    private static final int CANDIDATES = 50;

    private final PassageSearch passages;
    private final PassageVectors vectors;
    private final TextEncoder encoder;
    private final UnaryOperator<float[]> projection;

    /** Loaded once: it is small, and safe for several threads. */
    private static final class Shipped {
        private static final QuestionProjection PROJECTION = QuestionProjection.shipped();

        private Shipped() {}
    }

    /** @param projection of the question's vector, encoded as a passage is */
    public RerankedSearch(
            PassageSearch passages, PassageVectors vectors, TextEncoder encoder, UnaryOperator<float[]> projection) {
        this.passages = requireNonNull(passages, "passages");
        this.vectors = requireNonNull(vectors, "vectors");
        this.encoder = requireNonNull(encoder, "encoder");
        this.projection = requireNonNull(projection, "projection");
    }

    /** Over the database's search, with the projection that ships. */
    public static RerankedSearch over(DataSource dataSource, TextEncoder encoder) {
        return over(new JdbcPassageSearch(dataSource), dataSource, encoder);
    }

    /** Over another search in the database. */
    public static RerankedSearch over(PassageSearch found, DataSource dataSource, TextEncoder encoder) {
        return new RerankedSearch(
                found, new JdbcPassageVectors(dataSource), encoder, vector -> Shipped.PROJECTION.project(vector));
    }

    /** Passages that have no vector of the question's model come last, as they were found. */
    @Override
    public List<PassageHit> search(String question, QuestionEmbedding embedding, SearchScope scope) {
        SearchScope wide = new SearchScope(
                scope.contracts(), scope.documents(), scope.counterparties(), Math.max(CANDIDATES, scope.limit()));
        List<PassageHit> found = passages.search(question, embedding, wide);
        if (found.size() < 2) {
            return found;
        }
        Map<UUID, float[]> known =
                vectors.find(found.stream().map(hit -> hit.passage().id()).toList(), embedding.model());
        Map<PassageHit, Double> scores = scores(question, found, known);
        return found.stream()
                .sorted(Comparator.comparingDouble(
                        (PassageHit hit) -> -scores.getOrDefault(hit, Double.NEGATIVE_INFINITY)))
                .limit(scope.limit())
                .toList();
    }

    private Map<PassageHit, Double> scores(String question, List<PassageHit> found, Map<UUID, float[]> known) {
        float[] asked = projection.apply(encoder.encode(List.of(question)).get(0));
        double mostWords =
                found.stream().mapToDouble(RerankedSearch::words).max().orElse(0);
        List<PassageHit> ranked = new ArrayList<>();
        List<Double> similarities = new ArrayList<>();
        List<Double> words = new ArrayList<>();
        List<float[]> places = new ArrayList<>();
        for (PassageHit hit : found) {
            float[] vector = known.get(hit.passage().id());
            if (vector != null) {
                ranked.add(hit);
                places.add(vector);
                similarities.add(dot(asked, vector));
                words.add(mostWords == 0 ? 0 : words(hit) / mostWords);
            }
        }
        List<Double> scores = Reranker.scores(similarities, words, places);
        Map<PassageHit, Double> byHit = new LinkedHashMap<>();
        for (int i = 0; i < ranked.size(); i++) {
            byHit.put(ranked.get(i), scores.get(i));
        }
        return byHit;
    }

    private static double words(PassageHit hit) {
        return Objects.requireNonNullElse(hit.score().words(), 0.0);
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
