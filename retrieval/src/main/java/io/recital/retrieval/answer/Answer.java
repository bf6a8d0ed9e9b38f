package io.recital.retrieval.answer;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Citation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the contracts say to a question, or why they say nothing.
 *
 * @param answer in words; when abstained, a sentence that says so
 * @param citations what the answer rests on; empty when, and only when, abstained
 * @param reason why it abstains, null otherwise
 * @param passages the nearest passages, shown as such when abstained
 * @param findings ids of the findings it was taken from, empty when it was taken from passages
 * @param notes what the reader should know, such as that the language model was not available
 * @param writer what put it into words
 */
public record Answer(
        String answer,
        boolean abstained,
        List<Citation> citations,
        @Nullable String reason,
        List<Citation> passages,
        List<UUID> findings,
        List<String> notes,
        String writer) {
    public Answer {
        requireNonNull(answer, "answer");
        requireNonNull(writer, "writer");
        citations = List.copyOf(citations);
        passages = List.copyOf(passages);
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
        if (abstained != citations.isEmpty() || abstained != (reason != null)) {
            throw new IllegalArgumentException("An answer cites, and only an abstention has a reason instead");
        }
    }

    static Answer of(String answer, List<Citation> citations, List<UUID> findings, String writer) {
        return new Answer(answer, false, citations, null, List.of(), findings, List.of(), writer);
    }

    static Answer abstain(String reason, List<Citation> nearest) {
        return new Answer(
                "The contracts do not answer this.",
                true,
                List.of(),
                reason,
                nearest,
                List.of(),
                List.of(),
                "extractive");
    }

    Answer withCitations(List<Citation> others) {
        return new Answer(answer, abstained, others, reason, passages, findings, notes, writer);
    }

    Answer withNote(String note) {
        List<String> more = new java.util.ArrayList<>(notes);
        more.add(note);
        return new Answer(answer, abstained, citations, reason, passages, findings, more, writer);
    }
}
