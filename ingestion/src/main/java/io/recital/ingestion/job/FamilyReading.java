package io.recital.ingestion.job;

import io.recital.ingestion.family.FamilyDocument;
import io.recital.ingestion.family.RelationReader;
import io.recital.models.clause.ParsedDocument;
import io.recital.models.contract.Contract;
import io.recital.models.contract.ContractReading;
import io.recital.models.finding.FindingKind;
import io.recital.models.store.Repositories;
import io.recital.models.store.StoredFamilies;
import io.recital.models.store.Tenancy;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads how a tenant's documents stand to each other, for every family with a new document or by a new reader. */
final class FamilyReading {
    private static final Logger LOG = LoggerFactory.getLogger(FamilyReading.class);

    private final Tenancy tenancy;
    private final Repositories store;

    FamilyReading(Tenancy tenancy, Repositories store) {
        this.tenancy = tenancy;
        this.store = store;
    }

    /** Brings all families up to date; those that are stay as they are. */
    void refresh(UUID tenant) {
        List<List<Contract>> families = tenancy.call(
                tenant,
                () -> new StoredFamilies(store)
                        .contractsByCounterparty().values().stream()
                                .filter(contracts -> !store.relations().areRead(contracts, RelationReader.VERSION))
                                .toList());
        families.forEach(contracts -> read(tenant, contracts));
    }

    private void read(UUID tenant, List<Contract> contracts) {
        tenancy.run(tenant, () -> {
            List<FamilyDocument> documents = contracts.stream()
                    .flatMap(contract -> document(contract).stream())
                    .toList();
            Map<UUID, Set<String>> references = documents.stream()
                    .collect(Collectors.toMap(document -> document.contract().id(), RelationReader::referencesOf));
            store.relations().replace(contracts, references, RelationReader.read(documents), RelationReader.VERSION);
        });
        LOG.info("Read how {} documents stand to each other", contracts.size());
    }

    private Optional<FamilyDocument> document(Contract contract) {
        Optional<ParsedDocument> parsed = store.documents().findParsed(contract.document());
        return parsed.flatMap(text -> store.findSegmentation(contract.document())
                .map(segmentation -> new FamilyDocument(
                        contract,
                        new ContractReading(
                                contract.id(),
                                contract.document(),
                                store.documents().get(contract.document()).file(),
                                contract.role(),
                                text,
                                segmentation),
                        store.findings().listByContracts(List.of(contract.id()), EnumSet.allOf(FindingKind.class)))));
    }
}
