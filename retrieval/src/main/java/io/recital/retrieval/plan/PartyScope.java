package io.recital.retrieval.plan;

import io.recital.models.contract.Contract;
import io.recital.models.contract.Counterparty;
import io.recital.models.store.Repositories;
import io.recital.retrieval.search.RecognisedName;
import io.recital.retrieval.words.Words;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The contracts with the parties that a question names: whoever names a company means all of its contracts. */
final class PartyScope {
    private static final double LEAST_SIMILARITY = 0.6;
    private static final double MOST_OF_ALL = 0.7;
    private static final int SHORTEST = 4;
    private static final Pattern BLANKS = Pattern.compile("[^\\p{L}\\p{N}&]+");
    private static final Set<String> OF_MANY_NAMES = Set.of("""
            limited ltd llp llc inc corp corporation company co plc gmbh ag kg sa sas bv nv spa srl oy ab group holding
            holdings international global services service systems solutions digital logistics logistik packaging advisory
            consulting partners technologies technology software industries trading supplies supply the and of
            foods energy media health healthcare medical bank capital networks agreement contract schedule annex exhibit
            amendment order statement work level levels price list master framework change note rate card letter report
            notice side tariff calibration consultancy data centre center purchase""".split("\\s+"));

    private final Repositories store;

    PartyScope(Repositories store) {
        this.store = store;
    }

    /** The contracts, with those of the same counterparties; empty when no party is named. */
    Optional<QuestionScope> find(String question, List<RecognisedName> recognised) {
        List<Contract> all = store.contracts().list();
        Found found = new Found(all.size(), new LinkedHashSet<>(), new HashSet<>());
        for (RecognisedName name : recognised) {
            if (isOfParty(name)) {
                toldBy(question, name.name())
                        .ifPresent(word -> found.add(contractsOf(name.contract(), name.counterparty(), all), word));
            }
        }
        for (Counterparty counterparty : store.counterparties().list()) {
            toldBy(question, counterparty.name())
                    .ifPresent(word -> found.add(contractsOf(null, counterparty.id(), all), word));
        }
        return found.contracts().isEmpty()
                ? Optional.empty()
                : Optional.of(new QuestionScope(found.contracts(), found.phrases()));
    }

    private record Found(int all, Set<UUID> contracts, Set<String> phrases) {
        /** A name that nearly all contracts share is the tenant's own and tells nothing. */
        void add(Set<UUID> its, String word) {
            if (its.size() <= Math.max(2, MOST_OF_ALL * all)) {
                contracts.addAll(its);
                phrases.add(word);
            }
        }
    }

    private static boolean isOfParty(RecognisedName name) {
        return name.similarity() >= LEAST_SIMILARITY && name.kind() != RecognisedName.Kind.TITLE;
    }

    /** The word of the question that tells this name from others: it has a capital there, or begins the name. */
    private static Optional<String> toldBy(String question, String name) {
        List<String> own = List.of(BLANKS.split(name.toLowerCase(Locale.ROOT)));
        Set<String> telling = own.stream()
                .filter(word -> word.length() >= SHORTEST && !OF_MANY_NAMES.contains(word))
                .filter(word -> !Words.of(word).isEmpty())
                .collect(Collectors.toSet());
        for (String word : BLANKS.split(question)) {
            String lower = word.toLowerCase(Locale.ROOT);
            boolean capital = !word.isEmpty() && Character.isUpperCase(word.charAt(0));
            if (telling.contains(lower) && (capital || lower.equals(own.get(0)))) {
                return Optional.of(lower);
            }
        }
        return Optional.empty();
    }

    private static Set<UUID> contractsOf(@Nullable UUID named, @Nullable UUID counterparty, List<Contract> all) {
        Set<UUID> counterparties = Stream.concat(
                        Stream.ofNullable(counterparty),
                        all.stream()
                                .filter(contract -> contract.id().equals(named))
                                .flatMap(contract -> Stream.ofNullable(contract.counterparty())))
                .collect(Collectors.toSet());
        return all.stream()
                .filter(contract -> contract.id().equals(named)
                        || Stream.ofNullable(contract.counterparty()).anyMatch(counterparties::contains))
                .map(Contract::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
