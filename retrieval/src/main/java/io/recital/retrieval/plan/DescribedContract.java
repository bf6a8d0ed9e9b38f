package io.recital.retrieval.plan;

import io.recital.models.store.Repositories;
import io.recital.retrieval.search.NameRecognition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The contract that a question describes as contracts do, by its title and by who concludes it: known by how contracts
 * begin, whatever was recorded of them. It corrects what recorded names make of such a question.
 */
final class DescribedContract {
    private static final Pattern TITLE = Pattern.compile(
            "\\b(?:Agreement|AGREEMENT|Contract|CONTRACT|Amendment|AMENDMENT|Addendum|ADDENDUM|Lease|LEASE|Deed|DEED|Endorsement|ENDORSEMENT)\\b");
    private static final int FEWEST_NAMES = 3;
    private static final double NEAR_THE_BEST = 0.95;
    private static final double NEAR_ENOUGH_OF_AN_AMENDMENT = 0.7;
    private static final double CLEARLY_BETTER = 1.2;

    private final NameRecognition names;
    private final ScopeFinder scopes;
    private final NamedAmendment amendments;
    private final Repositories store;

    DescribedContract(NameRecognition names, ScopeFinder scopes, Repositories store) {
        this.names = names;
        this.scopes = scopes;
        this.amendments = new NamedAmendment(store);
        this.store = store;
    }

    /** The scope itself unless contracts outside of it begin with clearly more of the names. Call it in the name of a tenant. */
    QuestionScope corrected(QuestionScope scope, String question) {
        List<String> words = List.copyOf(NameWords.capitalised(question));
        if (words.size() < FEWEST_NAMES || !TITLE.matcher(question).find()) {
            return scope;
        }
        List<Set<UUID>> holders = names.beginningWith(words);
        Map<UUID, Double> shares = shares(holders);
        double best = best(shares, shares.keySet());
        boolean amendment = NamedAmendment.isNamedIn(question);
        double enough = best * (amendment ? NEAR_ENOUGH_OF_AN_AMENDMENT : NEAR_THE_BEST);
        Set<UUID> nearest = shares.keySet().stream()
                .filter(contract -> shares.getOrDefault(contract, 0.0) >= enough)
                .collect(Collectors.toSet());
        boolean held = !Collections.disjoint(nearest, scope.contracts());
        if (held ? !amendment : best < CLEARLY_BETTER * best(shares, scope.contracts())) {
            return scope;
        }
        if (held) {
            nearest.addAll(scope.contracts());
        }
        Set<UUID> described = scopes.bestNamed(question, amendments.of(nearest, question), Map.of());
        Set<String> phrases = new HashSet<>(heldBy(described, words, holders));
        return phrases.size() < FEWEST_NAMES ? scope : new QuestionScope(described, phrases);
    }

    /** What each contract holds of the names, the rarer the more. */
    private Map<UUID, Double> shares(List<Set<UUID>> holders) {
        int all = store.contracts().count();
        Map<UUID, Double> shares = new HashMap<>();
        for (Set<UUID> contracts : holders) {
            double rarity = contracts.isEmpty() ? 0 : Math.log((1.0 + all) / contracts.size());
            contracts.forEach(contract -> shares.merge(contract, rarity, Double::sum));
        }
        return shares;
    }

    private static double best(Map<UUID, Double> shares, Set<UUID> of) {
        return of.stream()
                .mapToDouble(contract -> shares.getOrDefault(contract, 0.0))
                .max()
                .orElse(0);
    }

    private static List<String> heldBy(Set<UUID> contracts, List<String> words, List<Set<UUID>> holders) {
        List<String> held = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (!Collections.disjoint(holders.get(i), contracts)) {
                held.add(words.get(i));
            }
        }
        return held;
    }
}
