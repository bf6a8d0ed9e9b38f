package io.recital.retrieval.plan;

import io.recital.models.contract.Contract;
import io.recital.models.store.ContractFilter;
import io.recital.models.store.JdbcContracts;
import io.recital.retrieval.search.NameRecognition;
import io.recital.retrieval.search.RecognisedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Narrows a question to the contracts that it names by title, party, counterparty or file. */
public final class ScopeFinder {
    private static final double LEAST_SIMILARITY = 0.5;
    private static final double NEAR_THE_BEST = 0.75;
    private static final int MOST_CONTRACTS = 25;
    private static final int PAGE = 200;

    private final NameRecognition names;
    private final JdbcContracts contracts;

    public ScopeFinder(NameRecognition names, JdbcContracts contracts) {
        this.names = names;
        this.contracts = contracts;
    }

    /** The contracts that fit what is named best. Call it in the name of a tenant. */
    public QuestionScope find(String question) {
        List<RecognisedName> named = names.recognise(question).stream()
                .filter(name -> name.similarity() >= LEAST_SIMILARITY)
                .toList();
        Map<UUID, List<RecognisedName>> byContract = new LinkedHashMap<>();
        for (RecognisedName name : named) {
            for (UUID contract : contractsOf(name)) {
                byContract.computeIfAbsent(contract, c -> new ArrayList<>()).add(name);
            }
        }
        Map<UUID, Double> fits = new LinkedHashMap<>();
        byContract.forEach((contract, itsNames) -> fits.put(contract, fit(itsNames)));
        double best =
                fits.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        Set<UUID> scope = fits.entrySet().stream()
                .filter(entry -> entry.getValue() >= NEAR_THE_BEST * best)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (scope.isEmpty() || scope.size() > MOST_CONTRACTS) {
            return QuestionScope.EVERYWHERE;
        }
        return new QuestionScope(
                scope, named.stream().map(RecognisedName::phrase).collect(Collectors.toSet()));
    }

    private Collection<UUID> contractsOf(RecognisedName name) {
        if (name.contract() != null) {
            return List.of(name.contract());
        }
        if (name.counterparty() == null) {
            return List.of();
        }
        return contracts.list(new ContractFilter(name.counterparty(), null, null, null), null, PAGE).items().stream()
                .map(Contract::id)
                .toList();
    }

    /** A name that fits many contracts tells little about which one is meant. */
    private static double weight(RecognisedName name) {
        return name.similarity() / Math.sqrt(Math.max(1, name.rivals()));
    }

    /** How well a contract fits: each word of the question counts once, for the best name that it is part of. */
    private static double fit(List<RecognisedName> names) {
        Set<String> used = new HashSet<>();
        double sum = 0;
        for (RecognisedName name : names.stream()
                .sorted(Comparator.comparingDouble(ScopeFinder::weight).reversed())
                .toList()) {
            List<String> words = List.of(name.phrase().split(" "));
            long fresh = words.stream().filter(used::add).count();
            sum += weight(name) * fresh / words.size();
        }
        return sum;
    }
}
