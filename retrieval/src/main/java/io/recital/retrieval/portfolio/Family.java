package io.recital.retrieval.portfolio;

import static java.util.Objects.requireNonNull;

import io.recital.models.contract.Contract;
import io.recital.models.contract.Counterparty;
import io.recital.models.contract.TenantRole;
import io.recital.models.finding.Finding;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The contracts with one counterparty.
 *
 * @param party the counterparty's name, or the contract's title while nobody knows its counterparty
 */
record Family(String party, List<Member> members) {
    Family {
        requireNonNull(party, "party");
        members = List.copyOf(members);
    }

    /** All families, in the order of the contracts. */
    static List<Family> of(List<Contract> contracts, List<Counterparty> counterparties, List<Finding> facts) {
        Map<UUID, String> names =
                counterparties.stream().collect(Collectors.toMap(Counterparty::id, Counterparty::name));
        Map<UUID, List<Finding>> factsOf = facts.stream().collect(Collectors.groupingBy(Finding::contract));
        Map<UUID, List<Contract>> families = new LinkedHashMap<>();
        for (Contract contract : contracts) {
            UUID key = contract.counterparty() == null ? contract.id() : contract.counterparty();
            families.computeIfAbsent(key, k -> new java.util.ArrayList<>()).add(contract);
        }
        return families.entrySet().stream()
                .map(entry -> new Family(
                        names.getOrDefault(
                                entry.getKey(), entry.getValue().get(0).title()),
                        entry.getValue().stream()
                                .map(contract -> Member.of(contract, factsOf.getOrDefault(contract.id(), List.of())))
                                .toList()))
                .toList();
    }

    Set<UUID> contracts() {
        return members.stream().map(member -> member.contract().id()).collect(Collectors.toUnmodifiableSet());
    }

    /** Those that count on a day, those that speak first before others: the latest change, then the agreement itself. */
    List<Member> speaking(LocalDate day) {
        List<Member> counting =
                members.stream().filter(member -> member.countsOn(day)).toList();
        return counting.stream()
                .filter(member -> counting.stream().noneMatch(other -> other.restates(member)))
                .sorted(Comparator.comparingInt(Family::rank).thenComparing(Family::from, Comparator.reverseOrder()))
                .toList();
    }

    /** All members, those that count from the earliest day first. */
    List<Member> byDate() {
        return members.stream().sorted(Comparator.comparing(Family::from)).toList();
    }

    /** Whether the tenant sells or licenses in it, as far as is known. */
    boolean isOfASeller() {
        return members.stream()
                .anyMatch(member -> member.contract().role() == TenantRole.SELLER
                        || member.contract().role() == TenantRole.LICENSOR);
    }

    private static int rank(Member member) {
        if (member.isChange()) {
            return 0;
        }
        if (member.isAgreement()) {
            return 1;
        }
        return member.isOrder() ? 3 : 2;
    }

    private static LocalDate from(Member member) {
        return member.from() == null ? LocalDate.MIN : member.from();
    }
}
