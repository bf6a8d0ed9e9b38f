package io.recital.ingestion.job;

import io.recital.models.contract.Contract;
import io.recital.models.contract.Counterparty;
import io.recital.models.contract.TenantRole;
import io.recital.models.family.ContractSides;
import io.recital.models.family.OwnCompanies;
import io.recital.models.family.SideEvidence;
import io.recital.models.finding.FactType;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.TypedValue;
import io.recital.models.store.FindingFilter;
import io.recital.models.store.JdbcDocuments;
import io.recital.models.store.Repositories;
import io.recital.models.store.Tenancy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settles whose contracts a tenant's are and on which side it stands, as far as nobody stated it and the texts tell. */
final class SideReading {
    private static final Logger LOG = LoggerFactory.getLogger(SideReading.class);
    private static final int SHOWN = 5;
    private static final JdbcDocuments.Beginning NOTHING = new JdbcDocuments.Beginning("", "");

    private final Tenancy tenancy;
    private final Repositories store;

    SideReading(Tenancy tenancy, Repositories store) {
        this.tenancy = tenancy;
        this.store = store;
    }

    /**
     * What came of it.
     *
     * @param changed contracts of which a side is known now
     * @param own whom the tenant was taken for
     * @param alone files that belong to nobody known
     */
    record Settled(int changed, OwnCompanies own, List<String> alone) {
        /** What the uploader may want to say otherwise. */
        List<String> remarks() {
            List<String> remarks = new ArrayList<>();
            if (own.inferred() && !own.stems().isEmpty()) {
                remarks.add("Companies called “" + String.join("”, “", own.stems())
                        + "” are taken for yours, since they stand in most contracts; if that is wrong, ingest with"
                        + " --company NAME");
            }
            if (!alone.isEmpty()) {
                remarks.add("It is not told whose these are: "
                        + String.join(", ", alone.stream().limit(SHOWN).toList())
                        + (alone.size() > SHOWN ? " and " + (alone.size() - SHOWN) + " more" : "")
                        + "; say it with --counterparty NAME, or change the contract");
            }
            return remarks;
        }
    }

    /** Brings all contracts up to date. */
    Settled refresh(UUID tenant) {
        return tenancy.call(tenant, this::refresh);
    }

    private Settled refresh() {
        List<Contract> contracts = store.contracts().list();
        if (contracts.stream().noneMatch(SideReading::isOpen)) {
            return new Settled(0, new OwnCompanies(Set.of(), false), List.of());
        }
        Map<UUID, JdbcDocuments.Beginning> beginnings = beginnings(contracts);
        ContractSides sides = sides(contracts, beginnings);
        int changed = 0;
        List<String> alone = new ArrayList<>();
        for (Contract contract : contracts) {
            Optional<ContractSides.Side> side = sides.find(contract.id());
            if (side.isPresent() && settle(contract, side.get())) {
                changed++;
            }
            JdbcDocuments.Beginning beginning = beginnings.get(contract.document());
            if (side.isEmpty() && beginning != null) {
                alone.add(beginning.file());
            }
        }
        if (changed > 0) {
            LOG.info("Settled whose {} contracts are", changed);
        }
        return new Settled(changed, sides.own(), alone);
    }

    private static boolean isOpen(Contract contract) {
        return contract.counterparty() == null || contract.role() == TenantRole.UNKNOWN;
    }

    private Map<UUID, JdbcDocuments.Beginning> beginnings(List<Contract> contracts) {
        List<UUID> alone = contracts.stream()
                .filter(contract -> contract.counterparty() == null)
                .map(Contract::document)
                .toList();
        return store.documents().listBeginnings(alone, SideEvidence.BEGINNING);
    }

    private ContractSides sides(List<Contract> contracts, Map<UUID, JdbcDocuments.Beginning> beginnings) {
        List<Counterparty> counterparties = store.counterparties().list();
        Map<UUID, String> names =
                counterparties.stream().collect(Collectors.toMap(Counterparty::id, Counterparty::name));
        Map<UUID, List<TypedValue.Party>> parties = parties();
        Map<UUID, Set<String>> references = store.relations().references(contracts);
        List<SideEvidence> evidence = contracts.stream()
                .map(contract -> evidence(
                        contract,
                        contract.counterparty() == null ? null : names.get(contract.counterparty()),
                        parties.getOrDefault(contract.id(), List.of()),
                        beginnings.getOrDefault(contract.document(), NOTHING),
                        references.getOrDefault(contract.id(), Set.of())))
                .toList();
        List<String> known = counterparties.stream()
                .flatMap(counterparty -> Stream.concat(Stream.of(counterparty.name()), counterparty.aliases().stream()))
                .toList();
        List<String> own = contracts.stream()
                .map(contract -> contract.metadata().getOrDefault(Submission.COMPANY, ""))
                .filter(name -> !name.isBlank())
                .distinct()
                .toList();
        return ContractSides.among(evidence, known, own);
    }

    private static SideEvidence evidence(
            Contract contract,
            @Nullable String counterparty,
            List<TypedValue.Party> parties,
            JdbcDocuments.Beginning beginning,
            Set<String> references) {
        return new SideEvidence(
                contract.id(), beginning.file(), contract.role(), counterparty, parties, beginning.text(), references);
    }

    private Map<UUID, List<TypedValue.Party>> parties() {
        FindingFilter parties = new FindingFilter(FindingKind.FACT, FactType.PARTY.label(), null, null, null, 0);
        return store.findings().list(parties).stream()
                .collect(Collectors.groupingBy(
                        Finding::contract,
                        Collectors.flatMapping(finding -> SideEvidence.party(finding).stream(), Collectors.toList())));
    }

    private boolean settle(Contract contract, ContractSides.Side side) {
        UUID counterparty =
                store.counterparties().findOrCreate(side.counterparty()).id();
        boolean other = !counterparty.equals(contract.counterparty());
        boolean corrected = other && contract.counterparty() != null;
        boolean role = (corrected || contract.role() == TenantRole.UNKNOWN) && side.role() != contract.role();
        if (other) {
            store.contracts().setCounterparty(contract.id(), counterparty);
        }
        if (role) {
            store.contracts().setRole(contract.id(), side.role());
        }
        return other || role;
    }
}
