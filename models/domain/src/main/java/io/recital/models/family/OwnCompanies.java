package io.recital.models.family;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.CompanyName;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.Finding;
import io.recital.models.finding.TypedValue;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The companies that a tenant is: as stated, or else the one group of companies that stands in most of the contracts, each
 * time with somebody else, or else as the sides tell that were stated.
 *
 * @param stems the words that these groups are known by, see {@link CompanyName#stem()}
 * @param inferred whether that is concluded from how often they stand in contracts
 */
public record OwnCompanies(Set<String> stems, boolean inferred) {
    private static final int FEWEST_OTHERS = 3;
    private static final int SHORTEST_WORD = 5;

    public OwnCompanies {
        stems = Set.copyOf(stems);
    }

    /** The tenant's companies among those of its documents. */
    public static OwnCompanies among(Collection<SideEvidence> documents, Collection<String> stated) {
        Set<String> own = new HashSet<>();
        stated.forEach(name -> own.add(CompanyName.of(name).stem()));
        own.remove("");
        if (!own.isEmpty()) {
            return new OwnCompanies(own, false);
        }
        Optional<String> common = mostCommon(documents);
        if (common.isPresent()) {
            return new OwnCompanies(Set.of(common.get()), true);
        }
        documents.forEach(document -> ofStatedSide(document).ifPresent(own::add));
        own.remove("");
        return new OwnCompanies(own, false);
    }

    /** Whoever stands on the tenant's side where it was stated which one that is. */
    private static Optional<String> ofStatedSide(SideEvidence document) {
        List<String> there = onSide(document.role(), document.parties()).stream()
                .map(SideEvidence::stemOf)
                .distinct()
                .toList();
        return there.size() == 1 ? Optional.of(there.get(0)) : Optional.empty();
    }

    /** Those on the tenant's side of a contract, as it names them; none where nothing tells which side that is. */
    public static List<TypedValue.Party> signing(FamilyMember contract) {
        return onSide(
                contract.contract().role(),
                contract.findings().stream()
                        .map(Finding::content)
                        .filter(ContractFact.class::isInstance)
                        .map(ContractFact.class::cast)
                        .map(ContractFact::value)
                        .filter(TypedValue.Party.class::isInstance)
                        .map(TypedValue.Party.class::cast)
                        .toList());
    }

    private static List<TypedValue.Party> onSide(TenantRole side, List<TypedValue.Party> parties) {
        return side == TenantRole.UNKNOWN || side == TenantRole.PARTNER
                ? List.of()
                : parties.stream().filter(party -> isOn(side, party)).toList();
    }

    private static boolean isOn(TenantRole side, TypedValue.Party party) {
        TenantRole role = TenantRole.ofParty(party.role());
        return role != TenantRole.UNKNOWN && !side.faces(role);
    }

    private static Optional<String> mostCommon(Collection<SideEvidence> documents) {
        Map<String, Set<String>> others = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        int withSides = 0;
        for (SideEvidence document : documents) {
            Set<String> there = document.stems();
            if (there.size() < 2) {
                continue;
            }
            withSides++;
            for (String stem : there) {
                counts.merge(stem, 1, Integer::sum);
                Set<String> known = others.computeIfAbsent(stem, s -> new HashSet<>());
                known.addAll(there);
                known.remove(stem);
            }
        }
        int most = others.values().stream().mapToInt(Set::size).max().orElse(0);
        List<String> first = others.entrySet().stream()
                .filter(entry -> entry.getValue().size() == most)
                .map(Map.Entry::getKey)
                .toList();
        boolean clear =
                most >= FEWEST_OTHERS && first.size() == 1 && 2 * counts.getOrDefault(first.get(0), 0) > withSides;
        return clear ? Optional.of(first.get(0)) : Optional.empty();
    }

    /** Whether nothing is known of who the tenant is. */
    boolean areUnknown() {
        return stems.isEmpty();
    }

    /** Whether a company is one of them, also behind a form of address or a number. */
    boolean include(String name) {
        CompanyName company = CompanyName.of(name);
        return stems.contains(company.stem())
                || company.words().stream().anyMatch(word -> word.length() >= SHORTEST_WORD && stems.contains(word));
    }
}
