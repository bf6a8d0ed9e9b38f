package io.recital.models.ledger.score;

import io.recital.models.contract.DocumentSort;
import io.recital.models.family.FamilyMember;
import io.recital.models.performance.ComparedContract;
import io.recital.models.report.Standing;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Counterparties with which the tenant has contracts of the same type: only they are compared by score. */
public final class Peers {
    /** Beside fewer others than this a place says nothing, and might give one of them away. */
    public static final int LEAST = 3;

    /** A counterparty and its score. */
    public record Scored(Standing standing, PerformanceScore score) {}

    private final List<Scored> all;

    public Peers(List<Scored> all) {
        this.all = List.copyOf(all);
    }

    /** Its place by score, such as {@code 2 of 5}; nothing without a score or with too few peers that have one. */
    public String rank(Standing standing) {
        List<String> types = types(standing);
        List<BigDecimal> others = all.stream()
                .filter(other -> !isSame(other.standing(), standing))
                .filter(other -> types(other.standing()).stream()
                        .anyMatch(type -> types.stream().anyMatch(own -> DocumentSort.isSameType(own, type))))
                .flatMap(other -> other.score().value().stream())
                .toList();
        return all.stream()
                .filter(each -> isSame(each.standing(), standing))
                .flatMap(each -> each.score().value().stream())
                .findFirst()
                .filter(score -> others.size() >= LEAST)
                .map(score -> place(score, others))
                .orElse("");
    }

    private static boolean isSame(Standing one, Standing other) {
        return Objects.equals(
                one.dossier().family().counterparty().id(),
                other.dossier().family().counterparty().id());
    }

    private static String place(BigDecimal score, List<BigDecimal> others) {
        List<BigDecimal> sorted = Stream.concat(others.stream(), Stream.of(score))
                .sorted(Comparator.reverseOrder())
                .toList();
        return (sorted.indexOf(score) + 1) + " of " + sorted.size();
    }

    private static List<String> types(Standing standing) {
        return standing.family().members().stream()
                .map(FamilyMember::findings)
                .map(ComparedContract::typeIn)
                .filter(type -> DocumentSort.of(type) == DocumentSort.AGREEMENT)
                .distinct()
                .toList();
    }
}
