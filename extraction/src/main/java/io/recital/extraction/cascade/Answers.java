package io.recital.extraction.cascade;

import io.recital.models.finding.Extraction;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.Provenance;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the extractors have said so far about one contract, by kind and clause. */
final class Answers {
    /** Who said what. */
    record Answer(Provenance provenance, Extraction extraction) {}

    /** Receives every candidate that stands. */
    interface Visitor {
        void visit(FindingKind kind, UUID clause, Provenance provenance, Candidate candidate);
    }

    private final Map<FindingKind, Map<UUID, List<Answer>>> byKind = new EnumMap<>(FindingKind.class);

    void add(FindingKind kind, UUID clause, Provenance provenance, Extraction extraction) {
        byKind.computeIfAbsent(kind, k -> new LinkedHashMap<>())
                .computeIfAbsent(clause, c -> new ArrayList<>())
                .add(new Answer(provenance, extraction));
    }

    /**
     * A later extractor's verdict replaces earlier doubts; where it could not judge, they stand. What it finds of a type
     * that others found there for certain is no news and is left out.
     */
    void settle(FindingKind kind, UUID clause, Provenance provenance, Extraction extraction) {
        if (extraction instanceof Extraction.Found || extraction instanceof Extraction.NothingHere) {
            byKind.getOrDefault(kind, Map.of())
                    .getOrDefault(clause, new ArrayList<>())
                    .removeIf(answer -> answer.extraction() instanceof Extraction.Unsure);
        }
        add(kind, clause, provenance, news(extraction, list(kind, clause)));
    }

    private static Extraction news(Extraction extraction, List<Answer> standing) {
        if (!(extraction instanceof Extraction.Found found)) {
            return extraction;
        }
        Set<String> known = standing.stream()
                .flatMap(answer -> candidates(answer.extraction()).stream())
                .map(candidate -> candidate.content().type())
                .collect(Collectors.toSet());
        List<Candidate> news = found.candidates().stream()
                .filter(candidate -> !known.contains(candidate.content().type()))
                .toList();
        return news.isEmpty() ? new Extraction.NothingHere() : new Extraction.Found(news);
    }

    List<Answer> list(FindingKind kind, UUID clause) {
        return byKind.getOrDefault(kind, Map.of()).getOrDefault(clause, List.of());
    }

    void forEach(Visitor visitor) {
        byKind.forEach((kind, clauses) -> clauses.forEach((clause, answers) -> answers.forEach(answer -> {
            for (Candidate candidate : candidates(answer.extraction())) {
                visitor.visit(kind, clause, answer.provenance(), candidate);
            }
        })));
    }

    private static List<Candidate> candidates(Extraction extraction) {
        if (extraction instanceof Extraction.Found found) {
            return found.candidates();
        }
        return extraction instanceof Extraction.Unsure unsure ? unsure.candidates() : List.of();
    }
}
