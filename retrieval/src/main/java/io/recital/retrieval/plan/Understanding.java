package io.recital.retrieval.plan;

import static java.util.Objects.requireNonNull;

import io.recital.retrieval.words.AnswerForm;
import io.recital.retrieval.words.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What was understood of a question.
 *
 * @param text the question
 * @param asked the question without the names of the contracts that it is about
 * @param subject what is asked, in contracts' words, without the day for which it is asked
 * @param kind what it asks for, which decides how it is answered
 * @param scope the contracts that it is about
 * @param names words, in lower case, by which these contracts and their parties are called
 * @param topics kinds of finding that it may be asking for, the most specific wording first
 * @param forms of which an answer must hold one; empty where any will do
 * @param context the words that an earlier question asked and this one still means; empty for none
 * @param places where the answer to that question stood
 * @param asOf the day for which the answer is to hold
 * @param asSigned whether the first wording is wanted, whatever has changed it since
 */
public record Understanding(
        String text,
        String asked,
        String subject,
        Plan.Kind kind,
        QuestionScope scope,
        Set<String> names,
        List<Topic> topics,
        Set<AnswerForm> forms,
        String context,
        List<Turn.Place> places,
        LocalDate asOf,
        boolean asSigned) {
    public Understanding {
        requireNonNull(text, "text");
        requireNonNull(asked, "asked");
        requireNonNull(subject, "subject");
        requireNonNull(kind, "kind");
        requireNonNull(scope, "scope");
        requireNonNull(asOf, "asOf");
        names = Set.copyOf(names);
        topics = List.copyOf(topics);
        forms = Set.copyOf(forms);
        requireNonNull(context, "context");
        places = List.copyOf(places);
    }

    /** The stems of what is asked, without those of the names of its contracts. */
    public Set<String> askedWords() {
        Set<String> words = Words.of(asked);
        scope.phrases().forEach(phrase -> words.removeAll(Words.of(phrase)));
        return words;
    }
}
