package io.recital.models.performance;

import static java.util.Objects.requireNonNull;

import io.recital.models.contract.Contract;
import io.recital.models.contract.DocumentSort;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.Sha256;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.Finding;
import io.recital.models.finding.ReviewStatus;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A contract as it is held against others.
 *
 * @param documentType such as {@code supply agreement}; empty when its title does not tell
 * @param terms what it says of each term, the surest first
 * @param words hashes of the words that its terms rest on
 */
public record ComparedContract(
        Contract contract, String documentType, Map<ComparedTerm, List<Finding>> terms, Set<Sha256> words) {
    private static final double SURE = 0.5;
    /** Of all quotes of two contracts, how many are the same when one is a copy of the other. */
    private static final double COPIED = 0.8;

    private static final int LEAST_WORDS = 3;
    private static final Comparator<Finding> SUREST = Comparator.comparing(Finding::isProvisional)
            .thenComparing(Comparator.comparingDouble(Finding::confidence).reversed())
            .thenComparing(finding -> finding.citations().get(0).span());

    public ComparedContract {
        requireNonNull(contract, "contract");
        requireNonNull(documentType, "documentType");
        terms = Map.copyOf(terms);
        words = Set.copyOf(words);
    }

    /** A contract with its current findings; what people rejected and what is unsure is left out. */
    public static ComparedContract of(Contract contract, List<Finding> findings) {
        List<Finding> sure = surest(findings);
        Map<ComparedTerm, List<Finding>> terms = sure.stream()
                .filter(finding -> ComparedTerm.of(finding.content()).isPresent())
                .collect(Collectors.groupingBy(
                        finding -> ComparedTerm.of(finding.content()).orElseThrow(),
                        TreeMap::new,
                        Collectors.toUnmodifiableList()));
        Set<Sha256> words = terms.values().stream()
                .flatMap(List::stream)
                .flatMap(finding -> finding.citations().stream())
                .map(Citation::sha256)
                .collect(Collectors.toSet());
        return new ComparedContract(contract, typeIn(findings), terms, words);
    }

    private static List<Finding> surest(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.review() != ReviewStatus.REJECTED)
                .filter(finding -> finding.confidence() >= SURE || !finding.isProvisional())
                .sorted(SUREST)
                .toList();
    }

    /** The document type that findings of one contract state; empty when they state none. */
    public static String typeIn(List<Finding> findings) {
        return surest(findings).stream()
                .filter(finding ->
                        finding.content() instanceof ContractFact fact && fact.fact() == FactType.DOCUMENT_TYPE)
                .map(finding -> finding.content().summary())
                .findFirst()
                .orElse("");
    }

    public DocumentSort sort() {
        return DocumentSort.of(documentType);
    }

    boolean isOfTheTypeOf(ComparedContract other) {
        return DocumentSort.isSameType(documentType, other.documentType);
    }

    /** The finding that speaks for the contract: the surest that states a number, or the surest. */
    Optional<Finding> speaker(ComparedTerm term) {
        List<Finding> found = terms.getOrDefault(term, List.of());
        return found.stream()
                .filter(finding -> ComparedValue.of(finding.content()).isPresent())
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    /** The number that it states for a term. */
    Optional<ComparedValue> value(ComparedTerm term) {
        return speaker(term).flatMap(finding -> ComparedValue.of(finding.content()));
    }

    /** Whether both count as one contract: the same, a copy, or a restatement that took the other's place. */
    boolean isOneWith(ComparedContract other) {
        if (contract.id().equals(other.contract.id())) {
            return true;
        }
        if (!Objects.equals(contract.counterparty(), other.contract.counterparty())) {
            return false;
        }
        boolean restated =
                contract.counterparty() != null && isOfTheTypeOf(other) && !documentType.equals(other.documentType);
        return restated || isCopyOf(other);
    }

    private boolean isCopyOf(ComparedContract other) {
        Set<Sha256> all = new HashSet<>(words);
        all.addAll(other.words);
        int shared = words.size() + other.words.size() - all.size();
        return all.size() >= LEAST_WORDS && shared >= COPIED * all.size();
    }
}
