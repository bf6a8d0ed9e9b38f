package io.recital.retrieval.plan;

import io.recital.models.contract.Contract;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.FindingKind;
import io.recital.models.store.ContractFilter;
import io.recital.models.store.FindingFilter;
import io.recital.models.store.Repositories;
import io.recital.retrieval.search.NameRecognition;
import io.recital.retrieval.search.RecognisedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Narrows a question to the contracts that it names by title, party, counterparty or file. */
public final class ScopeFinder {
    private static final double LEAST_SIMILARITY = 0.5;
    private static final double WHOLE = 0.9;
    private static final double NEAR_THE_BEST = 0.75;
    private static final double NEAR_FOR_AN_AMENDMENT = 0.5;
    private static final int MOST_CONTRACTS = 25;
    private static final int PAGE = 200;

    private final NameRecognition names;
    private final Repositories store;
    private final NamedAmendment amendments;

    public ScopeFinder(NameRecognition names, Repositories store) {
        this.names = names;
        this.store = store;
        this.amendments = new NamedAmendment(store);
    }

    /** The contracts that fit what is named best. Call it in the name of a tenant. */
    public QuestionScope find(String question) {
        return find(question, names.recognise(question));
    }

    /** The same for names that were recognised before. */
    QuestionScope find(String question, List<RecognisedName> recognised) {
        List<RecognisedName> named = recognised.stream()
                .filter(name -> name.similarity() >= LEAST_SIMILARITY)
                .filter(name -> recognised.stream().noneMatch(other -> isWhole(other) && isPartOf(name, other)))
                .filter(name -> !GenreWords.areAllOf(name, question))
                .toList();
        Map<UUID, List<RecognisedName>> byContract = new LinkedHashMap<>();
        for (RecognisedName name : named) {
            for (UUID contract : contractsOf(name)) {
                byContract.computeIfAbsent(contract, c -> new ArrayList<>()).add(name);
            }
        }
        Map<UUID, Double> fits = new LinkedHashMap<>();
        Map<String, Long> rivals = rivals(byContract);
        byContract.forEach((contract, itsNames) -> fits.put(contract, fit(itsNames, rivals)));
        double best =
                fits.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double near = NamedAmendment.isNamedIn(question) ? NEAR_FOR_AN_AMENDMENT : NEAR_THE_BEST;
        Set<UUID> scope = fits.entrySet().stream()
                .filter(entry -> entry.getValue() >= near * best)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (scope.isEmpty() || scope.size() > MOST_CONTRACTS) {
            return QuestionScope.EVERYWHERE;
        }
        return new QuestionScope(
                bestNamed(question, amendments.of(scope, question), byContract),
                named.stream().map(RecognisedName::phrase).collect(Collectors.toSet()));
    }

    private static boolean isWhole(RecognisedName name) {
        return name.kind() == RecognisedName.Kind.TITLE && name.similarity() >= WHOLE;
    }

    /** A word within a whole title names nothing by itself. */
    private static boolean isPartOf(RecognisedName name, RecognisedName whole) {
        return name.phrase().length() < whole.phrase().length()
                && (" " + whole.phrase() + " ").contains(" " + name.phrase() + " ");
    }

    /** Of contracts that fit alike, those whose own titles and parties hold most of the names; rare names count more. */
    Set<UUID> bestNamed(String question, Set<UUID> scope, Map<UUID, List<RecognisedName>> recognised) {
        Set<String> asked = NameWords.capitalised(question);
        Map<UUID, Set<String>> held = new LinkedHashMap<>();
        Map<String, Integer> holders = new HashMap<>();
        for (UUID contract : scope) {
            Set<String> words = new HashSet<>(namesOf(contract));
            for (RecognisedName name : recognised.getOrDefault(contract, List.of())) {
                words.addAll(NameWords.of(name.name() + " " + name.phrase()));
            }
            words.retainAll(asked);
            words.forEach(word -> holders.merge(word, 1, Integer::sum));
            held.put(contract, words);
        }
        Map<UUID, Double> shares = new LinkedHashMap<>();
        held.forEach((contract, words) -> shares.put(
                contract,
                words.stream()
                        .mapToDouble(word -> 1.0 / holders.getOrDefault(word, 1))
                        .sum()));
        double best =
                shares.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return shares.entrySet().stream()
                .filter(entry -> entry.getValue() >= NEAR_THE_BEST * best)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The words, in lower case, by which the contracts of a scope and their parties are called. Call it in the name of a tenant. */
    Set<String> namesOf(QuestionScope scope) {
        Set<String> names = new HashSet<>();
        scope.contracts().forEach(contract -> names.addAll(namesOf(contract)));
        scope.phrases().forEach(phrase -> names.addAll(NameWords.of(phrase)));
        return names;
    }

    /** The family of the only document that is called by the kind and number that a question names, such as work order 4. */
    Optional<QuestionScope> numbered(String question) {
        return NumberedDocument.in(question)
                .map(asked -> store.contracts().list().stream()
                        .filter(asked::isOne)
                        .map(Contract::id)
                        .collect(Collectors.toSet()))
                .filter(ones -> ones.size() == 1)
                .map(ones -> families(new QuestionScope(ones, Set.of())));
    }

    /** All contracts of the counterparties of some that a word of a title names: the word may tell a thing in them as well. */
    QuestionScope families(QuestionScope scope) {
        List<Contract> all = store.contracts().list();
        Set<UUID> counterparties = all.stream()
                .filter(contract -> scope.contracts().contains(contract.id()))
                .flatMap(contract -> Stream.ofNullable(contract.counterparty()))
                .collect(Collectors.toSet());
        Set<UUID> family = new HashSet<>(scope.contracts());
        all.stream()
                .filter(contract -> Stream.ofNullable(contract.counterparty()).anyMatch(counterparties::contains))
                .forEach(contract -> family.add(contract.id()));
        return new QuestionScope(family, Set.of());
    }

    /** The words, in lower case, by which the parties of a scope's contracts are called. Call it in the name of a tenant. */
    Set<String> partyNamesOf(QuestionScope scope) {
        Set<String> names = new HashSet<>();
        scope.contracts().forEach(contract -> names.addAll(partyNamesOf(contract)));
        return names;
    }

    /** The words, in lower case, by which a contract and its parties are called. Call it in the name of a tenant. */
    public Set<String> namesOf(UUID contract) {
        Set<String> words = partyNamesOf(contract);
        words.addAll(NameWords.of(store.contracts().get(contract).title()));
        return words;
    }

    private Set<String> partyNamesOf(UUID contract) {
        Set<String> words = new HashSet<>();
        FindingFilter parties =
                FindingFilter.ofContract(contract).ofKind(FindingKind.FACT).ofType(FactType.PARTY.label());
        store.findings().list(parties).stream()
                .map(finding -> ((ContractFact) finding.content()).value())
                .forEach(value -> words.addAll(NameWords.of(value.display())));
        return words;
    }

    private Collection<UUID> contractsOf(RecognisedName name) {
        if (name.contract() != null) {
            return List.of(name.contract());
        }
        if (name.counterparty() == null) {
            return List.of();
        }
        return store
                .contracts()
                .list(new ContractFilter(name.counterparty(), null, null, null), null, PAGE)
                .items()
                .stream()
                .map(Contract::id)
                .toList();
    }

    /** For each phrase of the question, how many contracts it names, be it by title, file, party or counterparty. */
    private static Map<String, Long> rivals(Map<UUID, List<RecognisedName>> byContract) {
        return byContract.values().stream()
                .flatMap(names -> names.stream().map(RecognisedName::phrase).distinct())
                .collect(Collectors.groupingBy(phrase -> phrase, Collectors.counting()));
    }

    /** A name that fits many contracts tells little about which one is meant. */
    private static double weight(RecognisedName name, Map<String, Long> rivals) {
        return name.similarity() / Math.sqrt(rivals.getOrDefault(name.phrase(), 1L));
    }

    /** How well a contract fits: each word of the question counts once, for the best name that it is part of. */
    private static double fit(List<RecognisedName> names, Map<String, Long> rivals) {
        Set<String> used = new HashSet<>();
        double sum = 0;
        for (RecognisedName name : names.stream()
                .sorted(Comparator.comparingDouble((RecognisedName name) -> weight(name, rivals))
                        .reversed())
                .toList()) {
            List<String> words = List.of(name.phrase().split(" "));
            long fresh = words.stream().filter(used::add).count();
            sum += weight(name, rivals) * fresh / words.size();
        }
        return sum;
    }
}
