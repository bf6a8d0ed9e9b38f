package io.recital.eval.ledger;

import static java.util.Objects.requireNonNull;

import io.recital.eval.EvalException;
import io.recital.ingestion.document.FileParser;
import io.recital.ingestion.document.ParseOutcome;
import io.recital.ingestion.family.FamilyDocument;
import io.recital.ingestion.family.RelationReader;
import io.recital.ingestion.segment.Segmenter;
import io.recital.models.clause.ParsedDocument;
import io.recital.models.contract.Contract;
import io.recital.models.contract.ContractReading;
import io.recital.models.contract.Counterparty;
import io.recital.models.contract.TenantRole;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.DocumentRelation;
import io.recital.models.family.FamilyMember;
import io.recital.samples.SamplePortfolio;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The contract families of a portfolio. What an extractor reads comes with the relations that are read from the same
 * documents, gold with those that the truth states.
 */
final class PortfolioFamilies {
    private final PlantedPortfolio planted;
    private final DocumentFindings findings;
    private final boolean statedRelations;
    private final Map<String, UUID> idByName = new HashMap<>();

    private PortfolioFamilies(PlantedPortfolio planted, DocumentFindings findings) {
        this.planted = planted;
        this.findings = findings;
        this.statedRelations = findings.areAccepted();
        planted.portfolio().documents().forEach(document -> idByName.put(name(document.file()), id(document.file())));
    }

    /** The wanted families by their short names. */
    static Map<String, ContractFamily> of(
            PlantedPortfolio planted, DocumentFindings findings, Predicate<String> wanted) {
        PortfolioFamilies read = new PortfolioFamilies(planted, findings);
        Map<String, List<SamplePortfolio.Document>> documents = new LinkedHashMap<>();
        planted.portfolio().documents().stream()
                .filter(document -> wanted.test(document.family()))
                .forEach(document -> documents
                        .computeIfAbsent(document.family(), name -> new ArrayList<>())
                        .add(document));
        Map<String, ContractFamily> families = new LinkedHashMap<>();
        documents.forEach((name, ofFamily) -> families.put(name, read.family(ofFamily)));
        return families;
    }

    private ContractFamily family(List<SamplePortfolio.Document> documents) {
        String counterparty = documents.get(0).counterparty();
        UUID id = id(counterparty);
        List<FamilyDocument> read =
                documents.stream().map(document -> document(id, document)).toList();
        return new ContractFamily(
                new Counterparty(id, counterparty, List.of(), null),
                read.stream().map(PortfolioFamilies::member).toList(),
                statedRelations ? relations(documents) : RelationReader.read(read));
    }

    private FamilyDocument document(UUID counterparty, SamplePortfolio.Document document) {
        UUID id = id(document.file());
        TenantRole role = TenantRole.valueOf(document.role().toUpperCase(Locale.ROOT));
        ParsedDocument parsed = parsed(planted.folder(), document.file());
        return new FamilyDocument(
                new Contract(id, document.title(), role, id, counterparty, Map.of(), Map.of(), Instant.EPOCH),
                new ContractReading(id, id, document.file(), role, parsed, new Segmenter().segment(id, parsed)),
                findings.list(document, parsed));
    }

    private static FamilyMember member(FamilyDocument document) {
        return new FamilyMember(
                        document.contract(),
                        RelationReader.referencesOf(document),
                        document.findings(),
                        document.reading().segmentation().definitions())
                .with(document.reading().segmentation().clauses());
    }

    /** The text of a document of a portfolio. */
    static ParsedDocument parsed(Path folder, String file) {
        ParseOutcome outcome =
                new FileParser().parse(folder.resolve("documents").resolve(file), file);
        if (!(outcome instanceof ParseOutcome.Parsed parsed)) {
            throw new EvalException("documents/" + file + " cannot be parsed");
        }
        return parsed.document();
    }

    private List<DocumentRelation> relations(List<SamplePortfolio.Document> documents) {
        Set<String> names =
                documents.stream().map(document -> name(document.file())).collect(Collectors.toSet());
        return planted.relations().stream()
                .filter(relation -> names.contains(relation.document()))
                .map(relation -> new DocumentRelation(
                        idOf(relation.document()),
                        relation.relation(),
                        relation.to() == null ? null : idByName.get(relation.to()),
                        relation.to() == null ? "" : relation.to(),
                        relation.signed(),
                        relation.effective(),
                        1,
                        List.of()))
                .toList();
    }

    private UUID idOf(String name) {
        return requireNonNull(idByName.get(name), name);
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static String name(String file) {
        return file.replaceFirst("\\.[^.]*$", "");
    }
}
