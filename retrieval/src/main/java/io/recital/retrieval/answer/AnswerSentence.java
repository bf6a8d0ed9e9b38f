package io.recital.retrieval.answer;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Derivation;
import java.util.List;
import java.util.stream.Stream;

/**
 * One sentence of an answer with all that it rests on.
 *
 * @param text a number in it is in a quote of the citations, or the result of one of the derivations, or comes from the question
 * @param citations at least one
 * @param derivations of the values in it that no contract states as such
 */
public record AnswerSentence(String text, List<Citation> citations, List<Derivation> derivations) {
    public AnswerSentence {
        requireNonNull(text, "text");
        citations = List.copyOf(citations);
        derivations = List.copyOf(derivations);
        if (text.isBlank() || citations.isEmpty()) {
            throw new IllegalArgumentException("A sentence of an answer says something and cites its words");
        }
    }

    /** Its citations and those of its derivations' inputs. */
    public List<Citation> allCitations() {
        Stream<Citation> inputs = derivations.stream()
                .flatMap(derivation -> derivation.inputs().stream())
                .flatMap(input -> Stream.ofNullable(input.citation()));
        return Stream.concat(citations.stream(), inputs).toList();
    }

    static AnswerSentence of(String text, List<Citation> citations) {
        return new AnswerSentence(text, citations, List.of());
    }
}
