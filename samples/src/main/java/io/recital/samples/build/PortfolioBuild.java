package io.recital.samples.build;

import io.recital.samples.Complaints;
import io.recital.samples.SampleJson;
import io.recital.samples.SourceDocument;
import io.recital.samples.evidence.Quotes;
import io.recital.samples.evidence.StoredDocument;
import io.recital.samples.facts.FactCheck;
import io.recital.samples.facts.FactFiles;
import io.recital.samples.facts.FactRow;
import io.recital.samples.facts.FactTable;
import io.recital.samples.gold.GoldCheck;
import io.recital.samples.question.QuestionCheck;
import io.recital.samples.truth.CheckedTruth;
import io.recital.samples.truth.TruthCheck;
import io.recital.samples.truth.TruthItem;
import io.recital.samples.truth.TruthJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Builds one portfolio in memory, its documents on disk, and collects what does not hold in its sources. */
public final class PortfolioBuild {
    private static final String ACROSS = "across counterparties";

    private final Path folder;
    private final Path documents;
    private final Optional<String> only;
    private final List<Family> families = new ArrayList<>();
    private final Complaints across = new Complaints();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * Prepares the build.
     *
     * @param folder of the portfolio, which holds {@code sources}
     * @param target where {@code documents} are built
     * @param only the only counterparty to build; empty for all
     */
    public PortfolioBuild(Path folder, Path target, Optional<String> only) {
        this.folder = folder;
        this.documents = target.resolve("documents");
        this.only = only;
    }

    /** Builds and checks everything. */
    public void run() throws IOException {
        Files.createDirectories(documents);
        try (Stream<Path> folders = Files.list(folder.resolve("sources"))) {
            for (Path family : folders.filter(Files::isDirectory).sorted().toList()) {
                if (only.isEmpty() || only.get().equals(family.getFileName().toString())) {
                    families.add(new Family(family, documents));
                }
            }
        }
        Quotes quotes = new Quotes(
                families.stream().flatMap(family -> family.stored().stream()).toList());
        note(quotes);
        FactTable facts = facts();
        List<CheckedTruth> truths = truths(quotes, facts);
        json("gold.json", gold(quotes), 4);
        json("questions.json", questions(quotes, facts), 1);
        json("truth.json", TruthJson.write(truths), 3);
        json("portfolio.json", portfolio(), 2);
        FactFiles.write(facts).forEach((name, bytes) -> files.put("facts/" + name, bytes));
        String listing = Readme.name(folder);
        files.put(listing, Readme.write(folder.resolve(listing), truths, documentsByFamily()));
    }

    private void note(Quotes quotes) {
        for (String name : quotes.names().stream().sorted().toList()) {
            List<String> unplaced = quotes.find(name).orElseThrow().unplaced();
            if (!unplaced.isEmpty()) {
                notes.add("note: " + name + ": " + unplaced.size()
                        + " pieces are not in the stored text as written, first: " + unplaced.get(0));
            }
        }
    }

    private FactTable facts() {
        List<FactRow> all =
                families.stream().flatMap(family -> family.facts().stream()).toList();
        Set<String> named = families.stream()
                .flatMap(family -> family.truth().namedRows().stream())
                .collect(Collectors.toSet());
        FactCheck check = new FactCheck(all, named);
        families.forEach(family -> check.check(family.facts(), family.wording(), family.complaints()));
        return new FactTable(all);
    }

    private List<CheckedTruth> truths(Quotes quotes, FactTable facts) {
        TruthCheck check = new TruthCheck(quotes, facts);
        return families.stream()
                .map(family -> check.check(family.truth(), family.complaints()))
                .toList();
    }

    private JsonNode gold(Quotes quotes) {
        GoldCheck check = new GoldCheck(quotes);
        ObjectNode root = JsonMapper.shared().createObjectNode();
        ArrayNode gold = root.putArray("documents");
        for (Family family : families) {
            for (StoredDocument stored : family.stored()) {
                family.gold(stored.source().name())
                        .ifPresent(source -> gold.add(check.check(source, stored, family.complaints())));
            }
        }
        return root;
    }

    private JsonNode questions(Quotes quotes, FactTable facts) {
        Set<String> items = new HashSet<>();
        families.forEach(
                family -> family.truth().items().stream().map(TruthItem::id).forEach(items::add));
        QuestionCheck check = new QuestionCheck(quotes, facts, items);
        ArrayNode all = JsonMapper.shared().createArrayNode();
        for (Family family : families) {
            family.json("questions.json")
                    .ifPresent(json -> all.addAll(check.check(json, "questions.json", family.complaints())));
        }
        Path cross = folder.resolve("sources/questions.json");
        if (only.isEmpty() && Files.exists(cross)) {
            SampleJson.read(cross, across)
                    .ifPresent(json -> all.addAll(check.check(json, "sources/questions.json", across)));
        }
        return all;
    }

    private JsonNode portfolio() {
        Path file = folder.resolve("sources/portfolio.json");
        ObjectNode root = SampleJson.read(file, across)
                .map(json -> (ObjectNode) json.deepCopy())
                .orElseGet(() -> JsonMapper.shared().createObjectNode());
        ArrayNode list = root.putArray("documents");
        for (Family family : families) {
            for (SourceDocument source : family.sources()) {
                list.addObject()
                        .put("file", source.fileName())
                        .put("title", source.title())
                        .put("counterparty", source.counterparty())
                        .put("role", source.role())
                        .put("family", family.name());
            }
        }
        return root;
    }

    private Map<String, String> documentsByFamily() {
        Map<String, String> counterparties = new LinkedHashMap<>();
        for (Family family : families) {
            family.sources().stream()
                    .findFirst()
                    .ifPresent(source -> counterparties.put(family.name(), source.counterparty()));
        }
        return counterparties;
    }

    private void json(String name, JsonNode root, int depth) {
        files.put(name, CompactJson.write(root, depth).getBytes(StandardCharsets.UTF_8));
    }

    /** What is built beside the documents, by path within the portfolio. */
    public Map<String, byte[]> files() {
        return Map.copyOf(files);
    }

    /** The names of the built documents. */
    public Set<String> documentFiles() {
        return families.stream()
                .flatMap(family -> family.sources().stream())
                .map(SourceDocument::fileName)
                .collect(Collectors.toSet());
    }

    /** What does not hold, by counterparty. */
    public Map<String, List<String>> complaints() {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        families.forEach(family -> lists.put(family.name(), family.complaints().list()));
        if (only.isEmpty()) {
            lists.put(ACROSS, across.list());
        }
        return lists;
    }

    /** What is worth knowing and no fault of an author. */
    public List<String> notes() {
        return List.copyOf(notes);
    }
}
