package io.recital.eval.ledger;

import io.recital.eval.EvalException;
import io.recital.ingestion.document.FileParser;
import io.recital.ingestion.document.ParseOutcome;
import io.recital.ingestion.family.FamilyDocument;
import io.recital.ingestion.family.RelationReader;
import io.recital.ingestion.segment.Segmenter;
import io.recital.models.clause.ParsedDocument;
import io.recital.models.contract.Contract;
import io.recital.models.contract.ContractReading;
import io.recital.models.contract.TenantRole;
import io.recital.models.family.DocumentRelation;
import io.recital.models.family.RelationKind;
import io.recital.samples.SamplePortfolio;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code eval relations}: how well it is read from documents how they stand to each other. */
@Command(
        name = "relations",
        mixinStandardHelpOptions = true,
        description = {
            "Measures the relations between the documents of a folder in the samples' layout (documents/, portfolio.json,",
            "gold.json, truth.json): precision and recall by kind. A relation is right when document, kind and the other",
            "document are. Then: whose the documents are, and on which side the tenant stands."
        })
public final class RelationsCommand implements Callable<Integer> {
    @Option(names = "--data", required = true, paramLabel = "DIR", description = "Folder with the portfolio.")
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @Option(
            names = "--findings",
            defaultValue = "extracted",
            paramLabel = "SOURCE",
            description = "Whose facts and terms are read along: extracted or gold (default ${DEFAULT-VALUE}).")
    private String findings = "extracted";

    private final Map<SamplePortfolio.Document, FamilyDocument> documents = new LinkedHashMap<>();

    @Override
    public Integer call() {
        PlantedPortfolio planted = PlantedPortfolio.read(data);
        Set<String> read = read(planted);
        Set<String> wanted = planted.relations().stream()
                .map(relation -> key(
                        relation.document(), relation.relation(), relation.to() == null ? "" : relation.to(), planted))
                .collect(Collectors.toCollection(TreeSet::new));
        System.out.printf("%-20s %8s %8s %8s%n", "kind", "right", "wrong", "missed");
        for (RelationKind kind : RelationKind.values()) {
            print(kind.label(), only(read, kind), only(wanted, kind));
        }
        print("all", read, wanted);
        difference(read, wanted).forEach(relation -> System.out.println("wrong   " + relation));
        difference(wanted, read).forEach(relation -> System.out.println("missed  " + relation));
        SidesReport.print(documents, System.out);
        return 0;
    }

    private static void print(String name, Set<String> read, Set<String> wanted) {
        long right = read.stream().filter(wanted::contains).count();
        System.out.printf("%-20s %8d %8d %8d%n", name, right, read.size() - right, wanted.size() - right);
    }

    private static Set<String> only(Set<String> relations, RelationKind kind) {
        return relations.stream()
                .filter(relation -> relation.contains(" " + kind.label() + " "))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> difference(Set<String> some, Set<String> others) {
        Set<String> left = new TreeSet<>(some);
        left.removeAll(others);
        return left;
    }

    /** What is missing has no name that both could agree on but its label. */
    private static String key(String document, RelationKind kind, String to, PlantedPortfolio planted) {
        boolean isDocument = planted.portfolio().documents().stream()
                .anyMatch(each -> name(each.file()).equals(to));
        String other = kind == RelationKind.UNSIGNED ? "" : isDocument ? to : to.replaceFirst("\\s*[(,].*", "");
        return document + " " + kind.label() + " " + other;
    }

    private Set<String> read(PlantedPortfolio planted) {
        if (findings.equals("gold")) {
            return read(planted, new GoldFindings(planted.gold()));
        }
        try (ExtractedFindings extracted = new ExtractedFindings()) {
            return read(planted, extracted);
        }
    }

    private Set<String> read(PlantedPortfolio planted, DocumentFindings source) {
        Map<String, List<FamilyDocument>> families = new LinkedHashMap<>();
        Map<UUID, String> names = new LinkedHashMap<>();
        for (SamplePortfolio.Document document : planted.portfolio().documents()) {
            names.put(PortfolioFamilies.id(document.file()), name(document.file()));
            FamilyDocument opened = document(document, source);
            documents.put(document, opened);
            families.computeIfAbsent(document.family(), family -> new ArrayList<>())
                    .add(opened);
        }
        Set<String> relations = new TreeSet<>();
        for (List<FamilyDocument> family : families.values()) {
            for (DocumentRelation relation : RelationReader.read(family)) {
                String to = relation.to() == null ? relation.toName() : names.getOrDefault(relation.to(), "");
                relations.add(key(names.getOrDefault(relation.contract(), ""), relation.kind(), to, planted));
            }
        }
        return relations;
    }

    private FamilyDocument document(SamplePortfolio.Document document, DocumentFindings source) {
        UUID id = PortfolioFamilies.id(document.file());
        TenantRole role = TenantRole.valueOf(document.role().toUpperCase(Locale.ROOT));
        ParsedDocument parsed = parsed(document.file());
        return new FamilyDocument(
                new Contract(id, document.title(), role, id, null, Map.of(), Map.of(), Instant.EPOCH),
                new ContractReading(id, id, document.file(), role, parsed, new Segmenter().segment(id, parsed)),
                source.list(document, parsed));
    }

    private ParsedDocument parsed(String file) {
        ParseOutcome outcome = new FileParser().parse(data.resolve("documents").resolve(file), file);
        if (!(outcome instanceof ParseOutcome.Parsed parsed)) {
            throw new EvalException("documents/" + file + " cannot be parsed");
        }
        return parsed.document();
    }

    private static String name(String file) {
        return file.replaceFirst("\\.[^.]*$", "");
    }
}
