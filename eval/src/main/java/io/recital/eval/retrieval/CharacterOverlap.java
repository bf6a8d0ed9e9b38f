package io.recital.eval.retrieval;

import io.recital.models.evidence.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Retrieval counted in characters: how many of the retrieved ones answer, and how many of the answering ones were
 * retrieved. A character that several passages hold counts once.
 */
record CharacterOverlap(long retrieved, long gold, long shared) {
    static CharacterOverlap of(List<Excerpt> retrieved, List<Excerpt> gold) {
        Map<String, List<Span>> retrievedByFile = merged(retrieved);
        Map<String, List<Span>> goldByFile = merged(gold);
        long shared = 0;
        for (Map.Entry<String, List<Span>> file : goldByFile.entrySet()) {
            shared += shared(file.getValue(), retrievedByFile.getOrDefault(file.getKey(), List.of()));
        }
        return new CharacterOverlap(length(retrievedByFile), length(goldByFile), shared);
    }

    /** Share of the retrieved characters that answer; 0 when nothing was retrieved. */
    double precision() {
        return retrieved == 0 ? 0 : (double) shared / retrieved;
    }

    /** Share of the answering characters that were retrieved. */
    double recall() {
        return gold == 0 ? 0 : (double) shared / gold;
    }

    /** Per file, spans in text order that neither overlap nor touch. */
    private static Map<String, List<Span>> merged(List<Excerpt> excerpts) {
        Map<String, List<Span>> byFile = new HashMap<>();
        excerpts.forEach(excerpt -> byFile.computeIfAbsent(excerpt.file(), file -> new ArrayList<>())
                .add(excerpt.span()));
        byFile.replaceAll((file, spans) -> merge(spans));
        return byFile;
    }

    private static List<Span> merge(List<Span> spans) {
        List<Span> merged = new ArrayList<>();
        for (Span span : spans.stream().sorted().toList()) {
            int last = merged.size() - 1;
            if (last >= 0 && span.start() <= merged.get(last).end()) {
                merged.set(last, merged.get(last).cover(span));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }

    private static long shared(List<Span> one, List<Span> other) {
        long shared = 0;
        for (Span a : one) {
            for (Span b : other) {
                shared += Math.max(0, Math.min(a.end(), b.end()) - Math.max(a.start(), b.start()));
            }
        }
        return shared;
    }

    private static long length(Map<String, List<Span>> byFile) {
        return byFile.values().stream()
                .flatMap(List::stream)
                .mapToLong(Span::length)
                .sum();
    }
}
