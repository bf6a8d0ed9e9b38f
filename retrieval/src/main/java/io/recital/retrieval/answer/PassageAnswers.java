package io.recital.retrieval.answer;

import io.recital.models.clause.SentenceSplitter;
import io.recital.models.evidence.Span;
import io.recital.models.evidence.StoredText;
import io.recital.models.inference.Encoder;
import io.recital.retrieval.plan.Words;
import io.recital.retrieval.search.PassageHit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers with the sentence that says it, where one is near enough to the question in meaning and in words. */
final class PassageAnswers implements Route {
    private static final int PASSAGES = 8;
    private static final int SHORTEST = 20;
    private static final int FEWEST_WORDS = 4;
    private static final double LEAST_SCORE = 0.72;
    private static final double LEAST_COVERAGE = 0.5;

    private final PageFinder pages;
    private final Encoder encoder;

    PassageAnswers(PageFinder pages, Encoder encoder) {
        this.pages = pages;
        this.encoder = encoder;
    }

    private record Sentence(PassageHit hit, Span span, String text, double coverage) {}

    private record Scored(Sentence sentence, double score) {}

    @Override
    public Optional<Answer> find(Evidence evidence) {
        List<Sentence> sentences = sentences(evidence);
        if (sentences.isEmpty()) {
            return Optional.empty();
        }
        List<float[]> vectors =
                encoder.encode(sentences.stream().map(Sentence::text).toList());
        float[] question = encoder.encodeQuery(evidence.question().asked());
        List<Scored> scored = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            scored.add(new Scored(
                    sentences.get(i),
                    0.6 * cosine(question, vectors.get(i))
                            + 0.4 * sentences.get(i).coverage()));
        }
        return scored.stream()
                .max(Comparator.comparingDouble(Scored::score))
                .filter(best -> best.score() >= LEAST_SCORE && best.sentence().coverage() >= LEAST_COVERAGE)
                .map(best -> answer(best.sentence()));
    }

    private static List<Sentence> sentences(Evidence evidence) {
        Set<String> wanted = evidence.askedWords();
        List<Sentence> sentences = new ArrayList<>();
        for (PassageHit hit : evidence.hits().stream().limit(PASSAGES).toList()) {
            StoredText text = StoredText.of(hit.passage().text());
            Set<String> context = Words.of(String.join(" ", hit.passage().headingPath()) + " " + hit.title());
            for (Span span : SentenceSplitter.split(text)) {
                String sentence = text.slice(span);
                if (sentence.length() >= SHORTEST && Words.of(sentence).size() >= FEWEST_WORDS) {
                    Set<String> there = Words.of(sentence);
                    there.addAll(context);
                    sentences.add(new Sentence(
                            hit, span.shift(hit.passage().span().start()), sentence, Words.coverage(wanted, there)));
                }
            }
        }
        return sentences;
    }

    private static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private Answer answer(Sentence sentence) {
        String words = sentence.hit().title() + ": “"
                + sentence.text().replaceAll("\\s+", " ").strip() + "”";
        return Answer.of(
                List.of(AnswerSentence.of(
                        words, pages.paged(List.of(sentence.hit().cite(sentence.span()))))),
                List.of());
    }
}
