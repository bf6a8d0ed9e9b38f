package io.recital.eval.retrieval;

import io.recital.eval.resampling.ClusterBootstrap;
import io.recital.eval.resampling.MeanInterval;
import java.util.ArrayList;
import java.util.List;

/** Precision and recall by characters at each depth, averaged over questions, with intervals by document. */
final class RetrievalScores {
    /** Depths: how many of the best passages are looked at. */
    static final List<Integer> DEPTHS = List.of(1, 2, 4, 8, 16, 32, 64);

    /** The figures at one depth. */
    record AtDepth(int k, MeanInterval precision, MeanInterval recall) {}

    private final List<String> documents = new ArrayList<>();
    private final List<List<CharacterOverlap>> overlaps = new ArrayList<>();
    private int right;

    /** Adds what search brought for a question, best first. */
    void add(Question question, List<RetrievedPassage> results) {
        List<Excerpt> excerpts = results.stream().map(RetrievedPassage::excerpt).toList();
        documents.add(question.file());
        overlaps.add(DEPTHS.stream()
                .map(k -> CharacterOverlap.of(excerpts.subList(0, Math.min(k, excerpts.size())), question.answers()))
                .toList());
        if (!results.isEmpty() && results.get(0).file().equals(question.file())) {
            right++;
        }
    }

    /** How many questions' best passage stands in the right document. */
    double rightDocument() {
        return (double) right / documents.size();
    }

    /** How many documents the questions are about. */
    int documents() {
        return (int) documents.stream().distinct().count();
    }

    List<AtDepth> atDepths(long seed) {
        ClusterBootstrap bootstrap = new ClusterBootstrap(documents, seed);
        List<AtDepth> figures = new ArrayList<>();
        for (int i = 0; i < DEPTHS.size(); i++) {
            int depth = i;
            figures.add(new AtDepth(
                    DEPTHS.get(i),
                    bootstrap.mean(overlaps.stream()
                            .mapToDouble(overlap -> overlap.get(depth).precision())
                            .toArray()),
                    bootstrap.mean(overlaps.stream()
                            .mapToDouble(overlap -> overlap.get(depth).recall())
                            .toArray())));
        }
        return figures;
    }
}
