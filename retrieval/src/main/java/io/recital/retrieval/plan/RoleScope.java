package io.recital.retrieval.plan;

import io.recital.models.contract.Contract;
import io.recital.models.contract.Counterparty;
import io.recital.models.store.Repositories;
import io.recital.retrieval.words.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The contracts of whom a question calls by what they do: "the packaging supplier", "our consultants". */
final class RoleScope {
    private static final String ROLE =
            "(?:supplier|provider|vendor|contractor|company|firm|people|guys|partner|operator|dealer|agency|contract"
                    + "|agreement|deal|counterparty|business|side|team)";
    private static final Pattern BY_WORK =
            Pattern.compile("(?i)\\b(?:our|the|their|with|of) (?<work>(?:[\\p{L}-]+ ){1,3})" + ROLE + "s?\\b");
    private static final Pattern BY_NAME = Pattern.compile(
            "(?i)\\b(?:our|the) (?<work>(?:[\\p{L}-]+ )?[\\p{L}-]+(?:ants?|sourcers?|licen[cs]ees?|lessors?|landlords?"
                    + "|carriers?|brokers?|distributors?|resellers?|manufacturers?|hosters?|caterers?|cleaners?))\\b");
    private static final Pattern DOERS = Pattern.compile(
            "(?i)\\b(?:our|the|their|those|these) (?<work>\\p{L}{2,}(?:ers|ors|ants|ents|ists|ards|ians|eers|men|crew|crews))['’]?(?![\\p{L}'’])");
    private static final double CLEARLY = 1.8;

    private final Repositories store;
    private final Function<String, List<UUID>> nearest;

    /** @param nearest ids of the contracts of the passages nearest to a text, best first */
    RoleScope(Repositories store, Function<String, List<UUID>> nearest) {
        this.store = store;
        this.nearest = nearest;
    }

    /** The contracts of the counterparty that is called so; empty when nobody is, or nobody clearly. */
    Optional<QuestionScope> find(String question) {
        for (Pattern form : List.of(BY_WORK, BY_NAME)) {
            Matcher matcher = form.matcher(question);
            while (matcher.find()) {
                String work = matcher.group("work").strip();
                Optional<Set<UUID>> contracts = Words.of(work).isEmpty() ? Optional.empty() : whoseWorkIs(work);
                if (contracts.isPresent()) {
                    return Optional.of(new QuestionScope(
                            contracts.get(), Set.of(matcher.group("work").strip())));
                }
            }
        }
        return doers(question);
    }

    /** The contracts of the only counterparty whose name or titles hold what somebody is called by: "the engineers". */
    Optional<QuestionScope> doers(String question) {
        Matcher doers = DOERS.matcher(question);
        while (doers.find()) {
            Set<String> wanted = Words.of(doers.group("work"));
            List<Contract> theirs = store.contracts().list().stream()
                    .filter(contract -> contract.counterparty() != null
                            && !shared(wanted, contract, wanted).isEmpty())
                    .toList();
            Set<UUID> counterparties = theirs.stream()
                    .flatMap(contract -> Stream.ofNullable(contract.counterparty()))
                    .collect(Collectors.toSet());
            if (!wanted.isEmpty() && counterparties.size() == 1) {
                Set<UUID> all = store.contracts().list().stream()
                        .filter(contract ->
                                Stream.ofNullable(contract.counterparty()).anyMatch(counterparties::contains))
                        .map(Contract::id)
                        .collect(Collectors.toSet());
                return Optional.of(new QuestionScope(all, Set.of(doers.group("work"))));
            }
        }
        return Optional.empty();
    }

    private Optional<Set<UUID>> whoseWorkIs(String work) {
        List<Contract> all = store.contracts().list();
        Map<UUID, Contract> byId = all.stream().collect(Collectors.toMap(Contract::id, contract -> contract));
        Map<UUID, Double> votes = new HashMap<>();
        Set<String> wanted = Words.meanings(Words.of(work));
        for (Contract contract : all) {
            if (contract.counterparty() != null
                    && !shared(wanted, contract, Set.of()).isEmpty()) {
                votes.merge(contract.counterparty(), 3.0, Math::max);
            }
        }
        int rank = 0;
        for (UUID near : nearest.apply(work)) {
            Contract contract = byId.get(near);
            if (contract != null && contract.counterparty() != null) {
                votes.merge(contract.counterparty(), 1.0 / (1 + 0.2 * rank), Double::sum);
            }
            rank++;
        }
        return clearly(votes)
                .map(counterparty -> all.stream()
                        .filter(contract -> counterparty.equals(contract.counterparty()))
                        .map(Contract::id)
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private Set<String> shared(Set<String> wanted, Contract contract, Set<String> written) {
        String name = Optional.ofNullable(contract.counterparty())
                .flatMap(store.counterparties()::find)
                .map(Counterparty::name)
                .orElse("");
        Set<String> there = Words.of(contract.title() + " " + name);
        Set<String> words = new HashSet<>(written.isEmpty() ? Words.meanings(there) : there);
        words.retainAll(wanted);
        return words;
    }

    private static Optional<UUID> clearly(Map<UUID, Double> votes) {
        List<Map.Entry<UUID, Double>> sorted = votes.entrySet().stream()
                .sorted(Map.Entry.<UUID, Double>comparingByValue().reversed())
                .toList();
        if (sorted.isEmpty()) {
            return Optional.empty();
        }
        double second = sorted.size() > 1 ? sorted.get(1).getValue() : 0;
        return sorted.get(0).getValue() >= CLEARLY * second
                ? Optional.of(sorted.get(0).getKey())
                : Optional.empty();
    }
}
