package io.recital.models.performance;

import static java.util.Objects.requireNonNull;

import io.recital.models.contract.DocumentSort;
import io.recital.models.finding.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is missing or unusual in a contract, held against the tenant's other contracts. Every line says how many others it
 * rests on and cites what is there, here or in the others.
 *
 * @param others how many other contracts it was held against; copies and restatements count once
 * @param missing most of the others have it, most common first
 * @param outOfLine the number lies far from what the others state, farthest first
 * @param rare hardly any other has it
 */
public record ContractComparison(
        ComparedContract compared,
        Basis basis,
        int others,
        List<Missing> missing,
        List<OutOfLine> outOfLine,
        List<Rare> rare) {
    /** Fewer other contracts, or fewer numbers, than this tell nothing. */
    public static final int LEAST_OTHERS = 5;

    /** The share of the others that must have a term for its absence to be told. */
    public static final double MOST = 0.75;

    /** The share of the others that may have a term that is told as rare. */
    public static final double HARDLY_ANY = 0.1;

    /** How many usual distances from the median is out of line (Iglewicz and Hoaglin's bound). */
    public static final double OUT_OF_LINE = 3.5;

    private static final int EXAMPLES = 3;

    /** What a contract was held against. */
    public enum Basis {
        SAME_TYPE,
        /** There are too few of its type. */
        ALL_AGREEMENTS,
        /** There are fewer than {@link #LEAST_OTHERS}. */
        TOO_FEW,
        /** It changes another contract or belongs to it. */
        PART_OF_ANOTHER
    }

    /**
     * A term that this contract lacks.
     *
     * @param typical of the others that have it, the surest
     */
    public record Missing(ComparedTerm term, int have, List<Finding> typical) {}

    /**
     * A term whose number is unusual.
     *
     * @param typical of the others' findings, those nearest to the median
     */
    public record OutOfLine(
            ComparedTerm term,
            Finding finding,
            ComparedValue value,
            Spread spread,
            double deviation,
            List<Finding> typical) {}

    /**
     * A term that is unusual in itself.
     *
     * @param elsewhere the others' findings, if there are any
     */
    public record Rare(ComparedTerm term, Finding finding, int have, List<Finding> elsewhere) {}

    public ContractComparison {
        requireNonNull(compared, "compared");
        requireNonNull(basis, "basis");
        missing = List.copyOf(missing);
        outOfLine = List.copyOf(outOfLine);
        rare = List.copyOf(rare);
    }

    /** Holds a contract against others of the same tenant; it may be among them. */
    public static ContractComparison of(ComparedContract contract, List<ComparedContract> all) {
        if (contract.sort() == DocumentSort.PART) {
            return nothing(contract, Basis.PART_OF_ANOTHER, 0);
        }
        List<ComparedContract> sameType =
                once(contract, all.stream().filter(contract::isOfTheTypeOf).toList());
        if (sameType.size() >= LEAST_OTHERS) {
            return against(contract, Basis.SAME_TYPE, sameType);
        }
        if (contract.sort() == DocumentSort.ORDER) {
            return nothing(contract, Basis.TOO_FEW, sameType.size());
        }
        List<ComparedContract> agreements = once(
                contract,
                all.stream()
                        .filter(other -> other.sort() == DocumentSort.AGREEMENT)
                        .toList());
        return agreements.size() >= LEAST_OTHERS
                ? against(contract, Basis.ALL_AGREEMENTS, agreements)
                : nothing(contract, Basis.TOO_FEW, agreements.size());
    }

    private static ContractComparison nothing(ComparedContract contract, Basis basis, int others) {
        return new ContractComparison(contract, basis, others, List.of(), List.of(), List.of());
    }

    /** The others, each contract once: of copies and restatements the newest. */
    private static List<ComparedContract> once(ComparedContract contract, List<ComparedContract> all) {
        List<ComparedContract> others = new ArrayList<>();
        all.stream()
                .filter(other -> !other.isOneWith(contract))
                .sorted(Comparator.comparing(
                                (ComparedContract other) -> other.contract().createdAt())
                        .reversed()
                        .thenComparing(other -> other.contract().id()))
                .filter(other -> others.stream().noneMatch(other::isOneWith))
                .forEach(others::add);
        return others;
    }

    private static ContractComparison against(ComparedContract contract, Basis basis, List<ComparedContract> others) {
        List<Missing> missing = new ArrayList<>();
        List<OutOfLine> outOfLine = new ArrayList<>();
        List<Rare> rare = new ArrayList<>();
        for (ComparedTerm term : terms(contract, others)) {
            List<Finding> found = others.stream()
                    .flatMap(other -> other.speaker(term).stream())
                    .toList();
            double share = (double) found.size() / others.size();
            if (!contract.terms().containsKey(term)) {
                if (share >= MOST) {
                    missing.add(new Missing(term, found.size(), surest(found)));
                }
            } else if (share <= HARDLY_ANY) {
                rare.add(new Rare(term, contract.speaker(term).orElseThrow(), found.size(), surest(found)));
            } else {
                outOfLine.addAll(outOfLine(contract, term, found));
            }
        }
        missing.sort(Comparator.comparingInt(Missing::have).reversed());
        outOfLine.sort(Comparator.comparingDouble(OutOfLine::deviation).reversed());
        return new ContractComparison(contract, basis, others.size(), missing, outOfLine, rare);
    }

    private static Set<ComparedTerm> terms(ComparedContract contract, List<ComparedContract> others) {
        Set<ComparedTerm> terms = new TreeSet<>(contract.terms().keySet());
        others.forEach(other -> terms.addAll(other.terms().keySet()));
        return terms;
    }

    private static List<OutOfLine> outOfLine(ComparedContract contract, ComparedTerm term, List<Finding> others) {
        ComparedValue value = contract.value(term).orElse(null);
        if (value == null) {
            return List.of();
        }
        Map<Finding, Double> numbers = others.stream()
                .filter(finding -> ComparedValue.of(finding.content())
                        .filter(other -> other.unit().equals(value.unit()))
                        .isPresent())
                .collect(Collectors.toMap(
                        finding -> finding,
                        finding -> ComparedValue.of(finding.content())
                                .orElseThrow()
                                .number()));
        if (numbers.size() < LEAST_OTHERS) {
            return List.of();
        }
        Spread spread = Spread.of(List.copyOf(numbers.values()));
        double deviation = spread.deviationOf(value.number());
        if (deviation < OUT_OF_LINE) {
            return List.of();
        }
        List<Finding> typical = numbers.entrySet().stream()
                .sorted(Comparator.comparingDouble(
                                (Map.Entry<Finding, Double> number) -> spread.deviationOf(number.getValue()))
                        .thenComparing(number -> number.getKey().id()))
                .limit(EXAMPLES)
                .map(Map.Entry::getKey)
                .toList();
        return List.of(new OutOfLine(term, contract.speaker(term).orElseThrow(), value, spread, deviation, typical));
    }

    private static List<Finding> surest(List<Finding> findings) {
        return findings.stream()
                .sorted(Comparator.comparing(Finding::isProvisional)
                        .thenComparing(
                                Comparator.comparingDouble(Finding::confidence).reversed()))
                .limit(EXAMPLES)
                .toList();
    }
}
