package io.recital.eval.retrieval;

import io.recital.eval.resampling.ClusterBootstrap;
import io.recital.eval.resampling.MeanInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Precision and recall by characters at each depth, averaged over questions, with intervals by document. */
public final class RetrievalScores {
    /** Depths: how many of the best passages are looked at. */
    static final List<Integer> DEPTHS = List.of(1, 2, 4, 8, 16, 32, 64);

    /** The figures at one depth. */
    public record AtDepth(int k, MeanInterval precision, MeanInterval recall) {}

    private final List<String> documents = new ArrayList<>();
    private final List<List<CharacterOverlap>> overlaps = new ArrayList<>();
    private int right;
    private int narrowed;
    private int narrowedRightly;

    /** Adds what search brought for a question, best first. */
    public void add(Question question, List<RetrievedPassage> results) {
        List<Excerpt> excerpts = results.stream().map(RetrievedPassage::excerpt).toList();
        documents.add(question.file());
        overlaps.add(DEPTHS.stream()
                .map(k -> CharacterOverlap.of(excerpts.subList(0, Math.min(k, excerpts.size())), question.answers()))
                .toList());
        if (!results.isEmpty() && results.get(0).file().equals(question.file())) {
            right++;
        }
    }

    /** Notes which files the service took a question to be about; none when it looked everywhere. */
    void addScope(Question question, Set<String> files) {
        if (!files.isEmpty()) {
            narrowed++;
            narrowedRightly += files.contains(question.file()) ? 1 : 0;
        }
    }

    /** How many questions the service took to be about some contracts only. */
    int narrowed() {
        return narrowed;
    }

    /** How many of these are about one of them. */
    int narrowedRightly() {
        return narrowedRightly;
    }

    /** The share of the questions whose best passage stands in the right document. */
    public double rightDocument() {
        return (double) right / documents.size();
    }

    /** How many documents the questions are about. */
    int documents() {
        return (int) documents.stream().distinct().count();
    }

    public List<AtDepth> atDepths(long seed) {
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
