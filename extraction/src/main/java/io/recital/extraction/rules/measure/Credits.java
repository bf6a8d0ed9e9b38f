package io.recital.extraction.rules.measure;

import io.recital.models.clause.Clause;
import io.recital.models.contract.ContractReading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All that a document says about credits, wherever it says so. */
final class Credits {
    /** Farther from the credits a limit is about something else. */
    private static final int FARTHEST_LIMIT = 30;

    private static final CreditTables TABLES = new CreditTables();
    private static final CreditProse PROSE = new CreditProse();

    private final List<CreditTerms> terms = new ArrayList<>();
    private final List<CreditLimit> limits = new ArrayList<>();

    private Credits() {}

    static Credits of(ContractReading contract) {
        Credits credits = new Credits();
        Map<UUID, List<Clause>> items = new HashMap<>();
        for (Clause clause : contract.clauses()) {
            UUID parent = clause.parent();
            if (parent != null) {
                items.computeIfAbsent(parent, id -> new ArrayList<>()).add(clause);
            }
        }
        Set<UUID> read = new HashSet<>();
        for (Clause clause : contract.clauses()) {
            List<Clause> list = items.getOrDefault(clause.id(), List.of());
            credits.terms.addAll(TABLES.read(contract, clause));
            if (!read.contains(clause.id()) && PROSE.read(contract, clause, list, credits.terms, credits.limits)) {
                list.forEach(item -> read.add(item.id()));
            }
        }
        return credits;
    }

    /** Those that one clause states. */
    List<CreditTerms> in(Clause clause) {
        return terms.stream()
                .filter(one -> one.clause().id().equals(clause.id()))
                .toList();
    }

    /** All of them, those nearest to a clause first. */
    List<CreditTerms> around(Clause clause) {
        return terms.stream()
                .sorted(Comparator.comparingInt(one -> distance(one.clause(), clause)))
                .toList();
    }

    /** The limit nearest to the clause that states the credits; one that names other measures is not theirs. */
    Optional<CreditLimit> limit(Clause stated, @Nullable CreditTerms terms, Draft draft, Predicate<CreditLimit> says) {
        return limits.stream()
                .filter(says)
                .filter(limit -> limit.isFor(terms))
                .filter(limit -> distance(limit.clause(), stated) <= FARTHEST_LIMIT)
                .filter(limit -> !MeasureName.hasCodes(limit.about()) || draft.isNamedIn(limit.about()))
                .min(Comparator.comparingInt(limit -> distance(limit.clause(), stated)));
    }

    private static int distance(Clause one, Clause other) {
        return Math.abs(one.ordinal() - other.ordinal());
    }
}
