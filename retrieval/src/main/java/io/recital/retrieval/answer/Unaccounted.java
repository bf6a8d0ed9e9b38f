package io.recital.retrieval.answer;

import io.recital.models.contract.Contract;
import io.recital.models.evidence.Citation;
import io.recital.models.inference.TextEncoder;
import io.recital.retrieval.plan.CurrencyName;
import io.recital.retrieval.plan.NameWords;
import io.recital.retrieval.plan.TypedQuery;
import io.recital.retrieval.statement.Statement;
import io.recital.retrieval.words.Spelling;
import io.recital.retrieval.words.Synonyms;
import io.recital.retrieval.words.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Notices a thing that a question names and that what was found does not speak of: then it is the answer to another
 * question. A thing is spoken of by its own word, by one of the same meaning, or by one that the encoder holds near.
 */
final class Unaccounted {
    /** Likeness of two single words from which they may mean the same. */
    private static final double NEAR = 0.8;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}-]+");

    private final TextEncoder encoder;

    Unaccounted(TextEncoder encoder) {
        this.encoder = encoder;
    }

    /** The first word for such a thing; empty where the answer accounts for all. Call it in the name of a tenant. */
    Optional<String> in(Answer answer, Evidence evidence) {
        List<AskedThings.Thing> things =
                AskedThings.in(Synonyms.inContractWords(evidence.question().text()), word -> isNamed(word, evidence));
        if (answer.abstained() || things.isEmpty()) {
            return Optional.empty();
        }
        Set<String> names = NameWords.capitalised(evidence.question().text());
        return in(allAsked(things, answer), names, said(answer, evidence));
    }

    /** What cannot be told has to be what was asked for in every word. */
    private static List<AskedThings.Thing> allAsked(List<AskedThings.Thing> things, Answer answer) {
        boolean open =
                answer.sentences().stream().allMatch(sentence -> sentence.text().contains("not checkable"));
        return open
                ? things.stream()
                        .map(thing -> new AskedThings.Thing(thing.words(), true))
                        .toList()
                : things;
    }

    /**
     * The first word that is not spoken of: of what is asked for each, of other things those that the contracts do not
     * know at all, or that would tell which of a kind is meant.
     *
     * @param names words with a capital: the search tells them from others already
     */
    Optional<String> in(List<AskedThings.Thing> things, Set<String> names, Said said) {
        for (AskedThings.Thing thing : things) {
            List<String> missing =
                    thing.words().stream().filter(word -> !said.holds(word)).toList();
            boolean called = !thing.asked()
                    && thing.words().stream().anyMatch(word -> names.contains(word) && !missing.contains(word));
            for (String word : called ? List.<String>of() : missing) {
                boolean must = thing.asked()
                        || !said.isKnown(word)
                        || (said.tellsApart(word, thing, missing) && !names.contains(word));
                if (must && !isNear(word, said)) {
                    return Optional.of(word);
                }
            }
        }
        return Optional.empty();
    }

    /** Words for whose contract it is, and those that only stand for a word of the question. */
    private static boolean isNamed(String word, Evidence evidence) {
        Set<String> stems = Words.of(word);
        return evidence.question().names().contains(word)
                || stems.isEmpty()
                || evidence.question().scope().phrases().stream()
                        .anyMatch(phrase -> Words.of(phrase).containsAll(stems))
                || !evidence.question().text().toLowerCase(Locale.ROOT).contains(word)
                || CurrencyName.isOne(word);
    }

    /**
     * What is said.
     *
     * @param words of the answer, of what it quotes and what stands around that
     * @param meanings of these
     * @param known meanings of all words of the contracts cited
     */
    record Said(Set<String> words, Set<String> meanings, Set<String> known) {
        static Said of(String text, Set<String> known) {
            Set<String> words = new LinkedHashSet<>();
            for (String word : BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT))) {
                if (word.length() > 2 && !Words.of(word).isEmpty()) {
                    words.add(word);
                }
            }
            return new Said(words, Words.meanings(Words.of(text)), known);
        }

        boolean holds(String word) {
            return meanings.containsAll(Words.meanings(Words.of(word)))
                    || Spelling.nearest(word, words).isPresent();
        }

        boolean isKnown(String word) {
            return known.containsAll(Words.meanings(Words.of(word)));
        }

        /** A word that says which of a kind is meant, where the kind itself is spoken of. */
        boolean tellsApart(String word, AskedThings.Thing thing, List<String> missing) {
            String kind = thing.words().get(thing.words().size() - 1);
            return !word.equals(kind) && !missing.contains(kind);
        }
    }

    private static Said said(Answer answer, Evidence evidence) {
        StringBuilder text = new StringBuilder();
        answer.sentences().forEach(sentence -> {
            text.append(sentence.text()).append(' ');
            sentence.derivations()
                    .forEach(derivation -> derivation
                            .inputs()
                            .forEach(input -> text.append(input.what())
                                    .append(' ')
                                    .append(input.value())
                                    .append(' ')));
        });
        List<Citation> cited = answer.citations();
        cited.forEach(citation -> text.append(citation.quote())
                .append(' ')
                .append(citation.path())
                .append(' '));
        Set<UUID> ids = cited.stream().map(Citation::contract).collect(Collectors.toSet());
        Set<String> known = new HashSet<>();
        for (Contract contract : evidence.run().contracts(new TypedQuery.Contracts(ids))) {
            text.append(contract.title()).append(' ');
        }
        for (Statement statement : evidence.run().statements(new TypedQuery.Statements(ids))) {
            known.addAll(Words.meanings(Words.of(statement.words())));
            if (cited.stream()
                    .anyMatch(citation ->
                            citation.document().equals(statement.contract().document())
                                    && citation.span().overlaps(statement.place()))) {
                text.append(statement.words())
                        .append(' ')
                        .append(statement.surroundings())
                        .append(' ');
            }
        }
        return Said.of(text.toString(), known);
    }

    private boolean isNear(String word, Said said) {
        List<String> texts = new ArrayList<>();
        texts.add(word);
        texts.addAll(said.words());
        List<float[]> vectors = encoder.encode(texts);
        return vectors.stream().skip(1).anyMatch(vector -> Ranking.cosine(vectors.get(0), vector) >= NEAR);
    }
}
