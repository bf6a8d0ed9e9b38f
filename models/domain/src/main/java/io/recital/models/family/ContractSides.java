package io.recital.models.family;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.CompanyName;
import io.recital.models.finding.TypedValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who stands on the other side of each contract of a tenant, and on which side the tenant does: by the parties that the
 * contracts name, and for schedules, orders and letters without parties by what their beginnings say they belong to.
 */
public final class ContractSides {
    private final OwnCompanies own;
    private final Map<UUID, Side> sides = new LinkedHashMap<>();

    /**
     * The sides of a contract.
     *
     * @param role the tenant's; unknown where nothing tells
     * @param counterparty name of the other side
     * @param reason why, for people
     */
    public record Side(TenantRole role, String counterparty, String reason) {}

    private ContractSides(OwnCompanies own) {
        this.own = own;
    }

    /**
     * Reads the sides.
     *
     * @param documents all of the tenant's contracts
     * @param counterparties names of other sides that are known beside them
     * @param ownNames names of the tenant's companies, as far as stated
     */
    public static ContractSides among(
            Collection<SideEvidence> documents, Collection<String> counterparties, Collection<String> ownNames) {
        ContractSides read = new ContractSides(OwnCompanies.among(documents, ownNames));
        List<SideEvidence> open = new ArrayList<>();
        for (SideEvidence document : documents) {
            read.byParties(document)
                    .ifPresentOrElse(side -> read.sides.put(document.contract(), side), () -> open.add(document));
        }
        BelongingDocuments known = new BelongingDocuments(documents, read.sides, read.others(counterparties));
        open.forEach(document -> known.side(document).ifPresent(side -> read.sides.put(document.contract(), side)));
        read.takeRolesOver();
        return read;
    }

    /** A schedule that does not say who sells is read as the contracts with the same company that do. */
    private void takeRolesOver() {
        Map<String, Set<TenantRole>> roles = sides.values().stream()
                .filter(side -> side.role() != TenantRole.UNKNOWN)
                .collect(Collectors.groupingBy(
                        side -> CompanyName.of(side.counterparty()).stem(),
                        Collectors.mapping(Side::role, Collectors.toSet())));
        sides.replaceAll((contract, side) -> {
            Set<TenantRole> known =
                    roles.getOrDefault(CompanyName.of(side.counterparty()).stem(), Set.of());
            boolean oneSided = known.size() == 1 || known.equals(Set.of(TenantRole.SELLER, TenantRole.LICENSOR));
            return side.role() == TenantRole.UNKNOWN && oneSided
                    ? new Side(
                            known.contains(TenantRole.SELLER)
                                    ? TenantRole.SELLER
                                    : known.iterator().next(),
                            side.counterparty(),
                            side.reason())
                    : side;
        });
    }

    private List<String> others(Collection<String> counterparties) {
        Map<String, String> names = new TreeMap<>();
        counterparties.stream().filter(name -> !own.include(name)).forEach(name -> names.put(name, name));
        sides.values().forEach(side -> names.put(side.counterparty(), side.counterparty()));
        return List.copyOf(names.values());
    }

    /** Whom the tenant was taken for. */
    public OwnCompanies own() {
        return own;
    }

    /** The sides of a contract; empty where nothing tells who the other is. */
    public Optional<Side> find(UUID contract) {
        return Optional.ofNullable(sides.get(contract));
    }

    private Optional<Side> byParties(SideEvidence document) {
        String settled = document.counterparty();
        if (settled != null && !own.include(settled)) {
            return Optional.of(new Side(role(document, settled), settled, "it is settled"));
        }
        SideEvidence open = settled == null ? document : document.unsettled();
        return other(open).map(name -> new Side(role(open, name), name, "the contract names it as the other party"));
    }

    /** The one company beside the tenant; of several the one on the other side; with an unknown tenant who supplies. */
    private Optional<String> other(SideEvidence document) {
        Map<String, List<TypedValue.Party>> others = document.parties().stream()
                .filter(party -> !party.name().isBlank() && !own.include(party.name()))
                .collect(Collectors.groupingBy(SideEvidence::stemOf, LinkedHashMap::new, Collectors.toList()));
        boolean ownIsThere = document.parties().stream().anyMatch(party -> own.include(party.name()));
        if (ownIsThere && others.size() == 1) {
            return Optional.of(fullest(others.values().iterator().next()));
        }
        TenantRole side = ownRole(document);
        List<String> facing = others.values().stream()
                .filter(group -> group.stream()
                        .anyMatch(party -> (side == TenantRole.UNKNOWN ? TenantRole.BUYER : side)
                                .faces(TenantRole.ofParty(party.role()))))
                .map(ContractSides::fullest)
                .toList();
        boolean sure = facing.size() == 1 || (side != TenantRole.UNKNOWN && !facing.isEmpty());
        return sure ? Optional.of(facing.get(0)) : Optional.empty();
    }

    /** The name as it is written in full. */
    private static String fullest(List<TypedValue.Party> group) {
        return group.stream()
                .map(TypedValue.Party::name)
                .filter(name -> !CompanyName.of(name).form().isEmpty())
                .findFirst()
                .orElse(group.get(0).name())
                .strip();
    }

    private TenantRole role(SideEvidence document, String counterparty) {
        TenantRole own = ownRole(document);
        if (own != TenantRole.UNKNOWN) {
            return own;
        }
        String stem = CompanyName.of(counterparty).stem();
        Set<TenantRole> theirs = document.parties().stream()
                .filter(party -> SideEvidence.stemOf(party).equals(stem))
                .map(party -> TenantRole.ofParty(party.role()))
                .filter(role -> role != TenantRole.UNKNOWN)
                .collect(Collectors.toSet());
        return this.own.areUnknown() || theirs.size() != 1
                ? TenantRole.UNKNOWN
                : switch (theirs.iterator().next()) {
                    case SELLER, LICENSOR -> TenantRole.BUYER;
                    case BUYER -> TenantRole.SELLER;
                    case PARTNER -> TenantRole.PARTNER;
                    case UNKNOWN -> TenantRole.UNKNOWN;
                };
    }

    /** As stated, or as the contract calls the tenant. */
    private TenantRole ownRole(SideEvidence document) {
        if (document.role() != TenantRole.UNKNOWN) {
            return document.role();
        }
        Set<TenantRole> called = document.parties().stream()
                .filter(party -> own.include(party.name()))
                .map(party -> TenantRole.ofParty(party.role()))
                .filter(role -> role != TenantRole.UNKNOWN)
                .collect(Collectors.toSet());
        return called.size() == 1 ? called.iterator().next() : TenantRole.UNKNOWN;
    }
}
