package io.recital.retrieval.search;

import io.recital.models.evidence.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Puts sentences found by their clause type and passages found by meaning and words into one order: that of how probable
 * it is that they answer.
 */
final class ExcerptRanking {
    /** How often the best passage answers when nothing is known of the clause type; less with each further rank. */
    private static final double BEST_PASSAGE = 0.5;
    /** What passages add where sentences bear the clause type that was asked for: they come after these. */
    private static final double BEHIND_THE_RUNS = 0.01;
    /** How much the rank of its passage counts for a run, and from which rank on. */
    private static final double RANK_COUNTS = 0.6;

    private static final double NEAR = 10;
    private static final double CERTAIN = 0.999;

    private record Place(UUID document, Span span) {}

    private record Ranked(
            PassageHit passage,
            Span span,
            double score,
            @Nullable String label) {
        Ranked plus(double more) {
            return new Ranked(passage, span, score + more, label);
        }
    }

    private final Map<String, Double> types;
    private final List<PassageHit> passages;
    private final Map<UUID, Integer> ranks = new HashMap<>();

    /**
     * @param types how probable it is of each clause type that the question asks for it
     * @param passages by meaning and words, best first
     */
    ExcerptRanking(Map<String, Double> types, List<PassageHit> passages) {
        this.types = types;
        this.passages = passages;
        passages.forEach(hit -> ranks.put(hit.passage().id(), ranks.size()));
    }

    /** The best of both, no character twice. */
    List<ExcerptHit> rank(List<ScoredRun> runs, int most) {
        Map<Place, Ranked> ranked = new LinkedHashMap<>();
        runs.stream()
                .sorted(Comparator.comparingDouble(this::chance).reversed())
                .forEach(run -> ranked.merge(
                        new Place(run.passage().document(), run.span()),
                        new Ranked(run.passage(), run.span(), chance(run), run.label()),
                        (known, more) -> known.plus(more.score())));
        List<Ranked> all = new ArrayList<>(ranked.values());
        double typed = runs.isEmpty()
                ? 0
                : types.values().stream().mapToDouble(Double::doubleValue).sum();
        for (int rank = 0; rank < passages.size(); rank++) {
            double chance = (BEST_PASSAGE * (1 - typed) + BEHIND_THE_RUNS * typed) / (1 + rank);
            all.add(new Ranked(passages.get(rank), passages.get(rank).passage().span(), chance, null));
        }
        all.sort(Comparator.comparingDouble(Ranked::score).reversed());
        Excerpts excerpts = new Excerpts(most);
        for (Ranked hit : all) {
            if (!excerpts.isFull()) {
                excerpts.add(hit.passage(), hit.span(), hit.score(), hit.label());
            }
        }
        return excerpts.hits();
    }

    private double chance(ScoredRun run) {
        double score = Math.min(run.score(), CERTAIN);
        int rank = ranks.getOrDefault(run.passage().passage().id(), passages.size());
        double odds = score / (1 - score) * Math.pow(NEAR / (NEAR + rank), RANK_COUNTS);
        return types.getOrDefault(run.label(), 0.0) * odds / (1 + odds);
    }
}
