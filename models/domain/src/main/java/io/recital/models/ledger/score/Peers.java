package io.recital.models.ledger.score;

import io.recital.models.contract.DocumentSort;
import io.recital.models.family.FamilyMember;
import io.recital.models.performance.ComparedContract;
import io.recital.models.report.Standing;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Counterparties with which the tenant has contracts of the same type: only they are compared by score. */
public final class Peers {
    /** Beside fewer others than this a place says nothing, and might give one of them away. */
    public static final int LEAST = 3;

    /** A counterparty and its score. */
    public record Scored(Standing standing, PerformanceScore score) {}

    private record Peer(UUID counterparty, List<String> types, Optional<BigDecimal> score) {
        static Peer of(Scored scored) {
            return new Peer(
                    scored.standing().family().counterparty().id(),
                    typesOf(scored.standing()),
                    scored.score().value());
        }

        boolean isLike(Peer other) {
            return types.stream()
                    .anyMatch(own -> other.types.stream().anyMatch(type -> DocumentSort.isSameType(own, type)));
        }
    }

    private final List<Peer> all;

    public Peers(List<Scored> all) {
        this.all = all.stream().map(Peer::of).toList();
    }

    /** Its place by score, such as {@code 2 of 5}; nothing without a score or with too few peers that have one. */
    public String rank(Standing standing) {
        UUID counterparty = standing.family().counterparty().id();
        return all.stream()
                .filter(each -> each.counterparty().equals(counterparty))
                .findFirst()
                .map(this::rank)
                .orElse("");
    }

    private String rank(Peer own) {
        List<BigDecimal> others = all.stream()
                .filter(other -> !other.counterparty().equals(own.counterparty()) && own.isLike(other))
                .flatMap(other -> other.score().stream())
                .toList();
        return own.score()
                .filter(score -> others.size() >= LEAST)
                .map(score -> place(score, others))
                .orElse("");
    }

    private static String place(BigDecimal score, List<BigDecimal> others) {
        List<BigDecimal> sorted = Stream.concat(others.stream(), Stream.of(score))
                .sorted(Comparator.reverseOrder())
                .toList();
        return (sorted.indexOf(score) + 1) + " of " + sorted.size();
    }

    private static List<String> typesOf(Standing standing) {
        return standing.family().members().stream()
                .map(FamilyMember::findings)
                .map(ComparedContract::typeIn)
                .filter(type -> DocumentSort.of(type) == DocumentSort.AGREEMENT)
                .distinct()
                .toList();
    }
}
