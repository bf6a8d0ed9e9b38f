package io.recital.models.ledger.spend;

import io.recital.models.family.ContractFamily;
import io.recital.models.family.DocumentRelation;
import io.recital.models.family.FamilyMember;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The references of contracts with the same counterparty that have nothing to do with the one at hand: what is invoiced under
 * a licence does not count for the minimum of a supply contract.
 */
record Elsewhere(Set<String> references) {
    Elsewhere {
        references = Set.copyOf(references);
    }

    /** Those of members that no relation joins to one, directly or by others, and that none of its own has too. */
    static Elsewhere of(ContractFamily family, FamilyMember member) {
        Set<UUID> joined = joined(family, member);
        Set<String> own = references(family, joined, true);
        Set<String> others = references(family, joined, false);
        others.removeAll(own);
        return new Elsewhere(own.isEmpty() ? Set.of() : others);
    }

    private static Set<UUID> joined(ContractFamily family, FamilyMember member) {
        Set<UUID> joined = new HashSet<>(Set.of(member.contract().id()));
        Deque<UUID> open = new ArrayDeque<>(joined);
        while (!open.isEmpty()) {
            UUID here = open.remove();
            for (DocumentRelation relation : family.relations()) {
                UUID to = relation.to();
                if (to != null && relation.contract().equals(here) && joined.add(to)) {
                    open.add(to);
                }
                if (here.equals(to) && joined.add(relation.contract())) {
                    open.add(relation.contract());
                }
            }
        }
        return joined;
    }

    private static Set<String> references(ContractFamily family, Set<UUID> joined, boolean inside) {
        return family.members().stream()
                .filter(member -> joined.contains(member.contract().id()) == inside)
                .flatMap(member -> member.references().stream())
                .collect(Collectors.toSet());
    }

    boolean holds(String reference) {
        return references.contains(reference);
    }
}
