package io.recital.samples.build;

import io.recital.samples.BuildSamples;
import io.recital.samples.Complaints;
import io.recital.samples.SampleException;
import io.recital.samples.SampleJson;
import io.recital.samples.SourceDocument;
import io.recital.samples.evidence.StoredDocument;
import io.recital.samples.facts.FactReader;
import io.recital.samples.facts.FactRow;
import io.recital.samples.gold.GoldSource;
import io.recital.samples.truth.TruthSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One counterparty's folder of sources, as far as it can be read, and what is wrong with it. */
final class Family {
    private final String name;
    private final Path folder;
    private final Complaints complaints = new Complaints();
    private final List<SourceDocument> sources = new ArrayList<>();
    private final List<StoredDocument> stored = new ArrayList<>();
    private final List<FactRow> facts;
    private final TruthSource truth;
    private String wording = "";

    Family(Path folder, Path documents) throws IOException {
        this.name = String.valueOf(folder.getFileName());
        this.folder = folder;
        readSources();
        buildDocuments(documents);
        this.facts = new FactReader(name, complaints).read(folder.resolve("facts"));
        this.truth = json("truth.json")
                .map(json -> TruthSource.read(name, json, complaints))
                .orElseGet(() -> new TruthSource(name, List.of(), List.of()));
    }

    private void readSources() throws IOException {
        List<Path> paths;
        try (Stream<Path> files = Files.list(folder)) {
            paths = files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
        for (Path path : paths) {
            wording += Files.readString(path);
            try {
                SourceDocument source = SourceDocument.read(path);
                source.counterparty();
                source.role();
                sources.add(source);
            } catch (SampleException e) {
                complaints.add(String.valueOf(path.getFileName()), String.valueOf(e.getMessage()));
            }
        }
    }

    private void buildDocuments(Path documents) throws IOException {
        for (SourceDocument source : sources) {
            try {
                Files.write(documents.resolve(source.fileName()), BuildSamples.render(source));
                stored.add(StoredDocument.read(source, documents));
            } catch (SampleException | IllegalArgumentException e) {
                complaints.add(source.name() + ".md", String.valueOf(e.getMessage()));
            }
        }
    }

    String name() {
        return name;
    }

    Complaints complaints() {
        return complaints;
    }

    List<SourceDocument> sources() {
        return List.copyOf(sources);
    }

    List<StoredDocument> stored() {
        return List.copyOf(stored);
    }

    List<FactRow> facts() {
        return facts;
    }

    TruthSource truth() {
        return truth;
    }

    /** Everything that its documents say, front matter included. */
    String wording() {
        return wording;
    }

    /** The gold of a document, where its author has written it. */
    Optional<GoldSource> gold(String document) {
        return json(document + ".gold.json").map(json -> GoldSource.read(document, json, complaints));
    }

    Optional<JsonNode> json(String file) {
        Path path = folder.resolve(file);
        return Files.exists(path) ? SampleJson.read(path, complaints) : Optional.empty();
    }
}
