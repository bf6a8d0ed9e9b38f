package io.recital.retrieval.answer;

import io.recital.models.contract.Contract;
import io.recital.models.contract.Counterparty;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.StoredText;
import io.recital.models.finding.Recomputation;
import io.recital.models.store.Repositories;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Checks every sentence before an answer leaves: its quotes stand in the stored text, its sums come out, and each number
 * in it is quoted, computed, asked for, or part of a contract's name. A sentence that fails is left out, and the answer
 * says so.
 */
final class Proof {
    private static final String NOTHING_LEFT = "What would have answered could not be proved from the stored text.";

    private final Function<UUID, Optional<StoredText>> texts;
    private final Function<UUID, List<String>> names;

    /**
     * @param texts the stored text of a document version
     * @param names of a contract: its title and its counterparty
     */
    Proof(Function<UUID, Optional<StoredText>> texts, Function<UUID, List<String>> names) {
        this.texts = texts;
        this.names = names;
    }

    /** Against what is stored; to be called in the name of a tenant. */
    static Proof over(Repositories store) {
        return new Proof(
                document -> store.documents().findParsed(document).map(parsed -> parsed.text()),
                contract -> store.contracts().find(contract).stream()
                        .flatMap(found -> Stream.of(found.title(), counterparty(store, found)))
                        .toList());
    }

    /**
     * The answer without the sentences that fail; an abstention when none is left. Call it in the name of a tenant.
     *
     * @param given what a number may come from besides: the question, and the day for which it is answered
     */
    Answer proven(Answer answer, List<String> given) {
        if (answer.abstained()) {
            return answer;
        }
        Map<UUID, Optional<StoredText>> read = new HashMap<>();
        List<AnswerSentence> kept = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (AnswerSentence sentence : answer.sentences()) {
            Optional<String> fault = fault(sentence, given, read);
            if (fault.isEmpty()) {
                kept.add(sentence);
            } else {
                notes.add("A sentence was left out: " + fault.get());
            }
        }
        Answer rest = kept.isEmpty() ? answer.silenced(NOTHING_LEFT) : answer.withSentences(kept);
        for (String note : notes) {
            rest = rest.withNote(note);
        }
        return rest;
    }

    private Optional<String> fault(AnswerSentence sentence, List<String> given, Map<UUID, Optional<StoredText>> read) {
        for (Citation citation : sentence.allCitations()) {
            Optional<StoredText> text = read.computeIfAbsent(citation.document(), texts);
            if (text.isEmpty() || !citation.standsIn(text.get())) {
                return Optional.of("a quote of it does not stand in the stored text of " + citation.file() + ".");
            }
        }
        Optional<String> wrongSum = sentence.derivations().stream()
                .flatMap(derivation -> fault(derivation, sentence).stream())
                .findFirst();
        if (wrongSum.isPresent()) {
            return wrongSum;
        }
        List<String> missing = unstated(sentence, given);
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("nothing quoted or computed states " + String.join(", ", missing) + ".");
    }

    /** Whether a sentence would stay in an answer. Call it in the name of a tenant. */
    boolean isSound(AnswerSentence sentence, List<String> given) {
        return fault(sentence, given, new HashMap<>()).isEmpty();
    }

    private List<String> unstated(AnswerSentence sentence, List<String> given) {
        return missing(sentence.text(), sources(sentence, given));
    }

    private static Optional<String> fault(Derivation derivation, AnswerSentence sentence) {
        if (!Recomputation.holds(derivation)) {
            return Optional.of("a sum in it does not come to " + derivation.result() + ".");
        }
        List<String> quotes =
                sentence.allCitations().stream().map(Citation::quote).toList();
        return derivation.inputs().stream()
                .filter(input -> input.citation() != null)
                .map(Derivation.Input::value)
                .filter(value -> !missing(value, quotes).isEmpty())
                .map(value -> "no quote of it states " + value + ".")
                .findFirst();
    }

    private static List<String> missing(String text, List<String> sources) {
        return StatedNumbers.of(text).missingIn(sources);
    }

    private List<String> sources(AnswerSentence sentence, List<String> given) {
        Stream<String> cited = sentence.allCitations().stream()
                .flatMap(citation -> Stream.of(citation.quote(), citation.path(), citation.file()));
        Stream<String> computed = sentence.derivations().stream()
                .flatMap(derivation -> Stream.concat(
                        Stream.of(derivation.result()),
                        derivation.inputs().stream().map(Derivation.Input::value)));
        Stream<String> called = sentence.allCitations().stream()
                .map(Citation::contract)
                .distinct()
                .flatMap(contract -> names.apply(contract).stream());
        return Stream.of(cited, computed, called, given.stream())
                .flatMap(strings -> strings)
                .toList();
    }

    private static String counterparty(Repositories store, Contract contract) {
        UUID id = contract.counterparty();
        return id == null
                ? ""
                : store.counterparties().find(id).map(Counterparty::name).orElse("");
    }
}
