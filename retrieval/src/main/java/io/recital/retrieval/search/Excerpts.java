package io.recital.retrieval.search;

import io.recital.models.evidence.Span;
import io.recital.models.evidence.StoredText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A growing list of excerpts in which no character stands twice: of each that is added, what is new is kept. */
final class Excerpts {
    private static final int SHORTEST = 10;

    private final int most;
    private final List<ExcerptHit> hits = new ArrayList<>();
    private final Map<UUID, List<Span>> taken = new HashMap<>();

    /** @param most how many are kept */
    Excerpts(int most) {
        this.most = most;
    }

    void add(PassageHit passage, Span span, double score, @Nullable String label) {
        List<Span> already = taken.computeIfAbsent(passage.document(), document -> new ArrayList<>());
        List<Span> fresh = List.of(span);
        for (Span other : already) {
            fresh = fresh.stream()
                    .flatMap(part -> without(part, other).stream())
                    .toList();
        }
        StoredText text = StoredText.of(passage.passage().text());
        int shift = -passage.passage().span().start();
        for (Span part : fresh) {
            if (hits.size() < most && text.slice(part.shift(shift)).strip().length() >= SHORTEST) {
                hits.add(new ExcerptHit(passage, part, score, label));
                already.add(part);
            }
        }
    }

    private static List<Span> without(Span span, Span other) {
        if (!span.overlaps(other)) {
            return List.of(span);
        }
        List<Span> rest = new ArrayList<>();
        if (span.start() < other.start()) {
            rest.add(new Span(span.start(), other.start()));
        }
        if (other.end() < span.end()) {
            rest.add(new Span(other.end(), span.end()));
        }
        return rest;
    }

    boolean isFull() {
        return hits.size() >= most;
    }

    List<ExcerptHit> hits() {
        return List.copyOf(hits);
    }
}
