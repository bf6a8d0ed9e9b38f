package io.recital.retrieval.answer;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Citation;
import io.recital.retrieval.plan.Plan;
import io.recital.retrieval.plan.Turn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the contracts say to a question, or why they say nothing.
 *
 * @param sentences of the answer, each with its citations; empty when, and only when, it abstains
 * @param reason why it abstains, null otherwise
 * @param passages the nearest passages, shown as such when abstained
 * @param findings ids of the findings it was taken from, empty when it was taken from passages
 * @param notes what the reader should know, such as that the language model was not available
 * @param plan what was run; null when the question was refused before anything was
 * @param writer what put it into words
 */
public record Answer(
        List<AnswerSentence> sentences,
        @Nullable String reason,
        List<Citation> passages,
        List<UUID> findings,
        List<String> notes,
        @Nullable Plan plan,
        String writer) {
    private static final String NOTHING = "The contracts do not answer this.";
    private static final String EXTRACTIVE = "extractive";

    public Answer {
        requireNonNull(writer, "writer");
        sentences = List.copyOf(sentences);
        passages = List.copyOf(passages);
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
        if (sentences.isEmpty() != (reason != null)) {
            throw new IllegalArgumentException("An answer cites, and only an abstention has a reason instead");
        }
    }

    static Answer of(List<AnswerSentence> sentences, List<UUID> findings) {
        return new Answer(sentences, null, List.of(), findings, List.of(), null, EXTRACTIVE);
    }

    static Answer abstain(String reason, List<Citation> nearest) {
        return new Answer(List.of(), reason, nearest, List.of(), List.of(), null, EXTRACTIVE);
    }

    /** In words, a line for each sentence; when abstained, a sentence that says so. */
    public String text() {
        return abstained()
                ? NOTHING
                : sentences.stream().map(AnswerSentence::text).collect(Collectors.joining("\n"));
    }

    public boolean abstained() {
        return sentences.isEmpty();
    }

    /** What the sentences rest on, each place once. */
    public List<Citation> citations() {
        Map<Object, Citation> distinct = new LinkedHashMap<>();
        sentences.stream()
                .flatMap(sentence -> sentence.allCitations().stream())
                .forEach(citation -> distinct.putIfAbsent(List.of(citation.document(), citation.span()), citation));
        return List.copyOf(distinct.values());
    }

    /** What this answer and its question are for the questions after them. */
    public Turn turn(String question) {
        return new Turn(
                question,
                (abstained() ? passages : citations())
                        .stream()
                                .map(citation ->
                                        new Turn.Place(citation.contract(), citation.document(), citation.path()))
                                .distinct()
                                .toList());
    }

    Answer writtenBy(String other) {
        return new Answer(sentences, reason, passages, findings, notes, plan, other);
    }

    Answer withSentences(List<AnswerSentence> others) {
        return new Answer(others, reason, passages, findings, notes, plan, writer);
    }

    /** An abstention in its place; what was cited is shown as the nearest passages. */
    Answer silenced(String why) {
        return new Answer(List.of(), why, citations(), List.of(), notes, plan, writer);
    }

    Answer withPlan(Plan own) {
        return new Answer(sentences, reason, passages, findings, notes, own, writer);
    }

    Answer withNote(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new Answer(sentences, reason, passages, findings, more, plan, writer);
    }
}
