package io.recital.retrieval.portfolio;

import static java.util.Objects.requireNonNull;

import io.recital.models.clause.SentenceSplitter;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Span;
import io.recital.models.evidence.StoredText;
import io.recital.models.finding.Finding;
import io.recital.models.finding.TypedValue;
import io.recital.models.inference.Encoder;
import io.recital.models.inference.TextEncoder;
import io.recital.retrieval.plan.QueryRun;
import io.recital.retrieval.plan.TypedQuery;
import io.recital.retrieval.plan.Understanding;
import io.recital.retrieval.search.PassageHit;
import io.recital.retrieval.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds, for each family, the sentence that says most of what is asked of all. Call it in the name of a tenant. */
final class PortfolioPassages {
    private static final int PASSAGES = 6;
    private static final int SHORTEST = 40;
    private static final double LEAST_SCORE = 0.6;
    private static final double NEAR_THE_BEST = 0.12;
    private static final double OF_THE_FORM = 0.12;
    private static final double OF_THE_SUBJECT = 0.06;
    /** A sentence that lacks more of the words beside the subject than the best does is about another such thing. */
    private static final double MISSING_QUALIFIERS = 0.4;

    private static final Pattern RIGHT = Pattern.compile("(?i)\\b(?:may|can|rights?|entitled|allowed) ?\\b");
    private static final Pattern DENIAL = Pattern.compile("(?i)\\b(?:shall|may|must|is|are) not\\b|\\bno right\\b");

    private final Understanding question;
    private final QueryRun run;
    private final TextEncoder encoder;
    private final Form form;
    private final @Nullable Subject subject;
    private final Set<String> words;
    private final Set<String> qualifiers;

    PortfolioPassages(Understanding question, QueryRun run, TextEncoder encoder, Form form, @Nullable Subject subject) {
        this.question = requireNonNull(question, "question");
        this.run = requireNonNull(run, "run");
        this.encoder = requireNonNull(encoder, "encoder");
        this.form = requireNonNull(form, "form");
        this.subject = subject;
        this.words = PortfolioWords.of(question);
        this.qualifiers = subject == null ? Set.of() : PortfolioWords.qualifiers(question.text(), subject);
    }

    private record Sentence(String title, Citation citation, Set<String> around, boolean ofTheSubject) {}

    private record Scored(
            Family family, Sentence sentence, @Nullable TypedValue value, double score, double qualified) {}

    /** One statement of each family that says something of what is asked; empty when none does. */
    List<StatedTerm> find(List<Family> families) {
        float[] asked =
                encoder.encode(List.of(Encoder.QUERY_PREFIX + question.asked())).get(0);
        Map<UUID, List<Finding>> labelled = labelled(families);
        List<Scored> best = families.stream()
                .flatMap(family -> best(family, labelled, asked).stream())
                .toList();
        double highest = best.stream().mapToDouble(Scored::score).max().orElse(0);
        double qualified = best.stream().mapToDouble(Scored::qualified).max().orElse(0);
        return best.stream()
                .filter(scored -> subject != null || scored.score() >= Math.max(LEAST_SCORE, highest - NEAR_THE_BEST))
                .filter(scored -> scored.qualified() >= qualified - MISSING_QUALIFIERS)
                .map(PortfolioPassages::statement)
                .toList();
    }

    private Map<UUID, List<Finding>> labelled(List<Family> families) {
        if (subject == null || subject.source() != Subject.Source.MARKED) {
            return Map.of();
        }
        Set<UUID> contracts =
                families.stream().flatMap(family -> family.contracts().stream()).collect(Collectors.toSet());
        return run.findings(new TypedQuery.Findings(subject.kind(), subject.types(), contracts, "", PASSAGES)).stream()
                .collect(Collectors.groupingBy(Finding::contract));
    }

    private Optional<Scored> best(Family family, Map<UUID, List<Finding>> labelled, float[] asked) {
        Map<UUID, String> titles = new HashMap<>();
        family.speaking(question.asOf())
                .forEach(member ->
                        titles.put(member.contract().id(), member.contract().title()));
        if (titles.isEmpty()) {
            return Optional.empty();
        }
        List<Sentence> sentences = new ArrayList<>();
        titles.forEach((contract, title) -> labelled.getOrDefault(contract, List.of())
                .forEach(finding -> finding.citations().stream()
                        .filter(citation -> !denies(citation.quote()))
                        .forEach(citation -> sentences.add(new Sentence(title, citation, Set.of(), true)))));
        String searched = subject == null ? question.asked() : question.asked() + " " + subject.name();
        run.passages(new TypedQuery.Passages(searched, titles.keySet(), PASSAGES))
                .forEach(hit -> sentences.addAll(sentences(hit)));
        return scored(family, sentences, asked).stream()
                .filter(scored -> subject == null || form == Form.ANY || scored.value() != null)
                .max(Comparator.comparingDouble(Scored::score));
    }

    private List<Scored> scored(Family family, List<Sentence> sentences, float[] asked) {
        List<float[]> vectors = encoder.encode(
                sentences.stream().map(sentence -> sentence.citation().quote()).toList());
        List<Scored> scored = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            Sentence sentence = sentences.get(i);
            String quote = sentence.citation().quote();
            Set<String> there = new HashSet<>(Words.of(quote));
            double qualified = qualifiers.isEmpty() ? 1 : Words.coverage(qualifiers, there);
            there.addAll(sentence.around());
            TypedValue value = ValueReader.find(quote, form, qualifiers).orElse(null);
            scored.add(new Scored(
                    family,
                    sentence,
                    value,
                    0.7 * cosine(asked, vectors.get(i))
                            + 0.3 * Words.coverage(words, there)
                            + (value == null ? 0 : OF_THE_FORM)
                            + (sentence.ofTheSubject() ? OF_THE_SUBJECT : 0)
                            + (qualifiers.isEmpty() ? 0 : qualified),
                    qualified));
        }
        return scored;
    }

    /** The sentences of a passage; where the subject is known, of one that speaks of it. */
    private List<Sentence> sentences(PassageHit hit) {
        String heading = String.join(" ", hit.passage().headingPath());
        boolean speaks = subject == null
                || isNamedIn(heading)
                || (form != Form.ANY && isNamedIn(hit.passage().text()));
        StoredText text = StoredText.of(hit.passage().text());
        List<Sentence> sentences = new ArrayList<>();
        for (Span span : SentenceSplitter.split(text)) {
            String words = text.slice(span);
            boolean itself = isNamedIn(words);
            if (!denies(words)
                    && words.length() >= SHORTEST
                    && words.chars().anyMatch(Character::isLowerCase)
                    && (speaks || itself)) {
                sentences.add(new Sentence(
                        hit.title(), hit.cite(span.shift(hit.passage().span().start())), Words.of(heading), itself));
            }
        }
        return sentences;
    }

    /** Whether it takes away the right that is asked for. */
    private boolean denies(String words) {
        return RIGHT.matcher(question.text()).find() && DENIAL.matcher(words).find();
    }

    private boolean isNamedIn(String text) {
        return subject != null && subject.words().matcher(text).find();
    }

    private static StatedTerm statement(Scored scored) {
        Sentence sentence = scored.sentence();
        return new StatedTerm(
                scored.family().party(),
                sentence.title(),
                false,
                null,
                scored.value(),
                List.of(sentence.citation()),
                List.of());
    }

    private static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
