package io.recital.eval.bench.pipeline;

import static java.util.Objects.requireNonNull;

import dev.langchain4j.data.document.Document;
import dev.langchain4j.data.document.DocumentSplitter;
import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.document.splitter.DocumentSplitters;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.EmbeddingStoreIngestor;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import io.recital.eval.retrieval.RetrievedPassage;
import io.recital.models.evidence.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a beginner puts together from LangChain4j alone: segments of 500 characters, its encoder, its store in memory. */
final class StockPipeline {
    static final int SEGMENT = 500;
    private static final String FILE = "file";
    private static final String INDEX = "index";

    private final DocumentSplitter splitter = DocumentSplitters.recursive(SEGMENT, 0);
    private final EmbeddingModel model = new BgeSmallEnV15QuantizedEmbeddingModel();
    private final Map<String, List<Span>> places = new HashMap<>();
    private InMemoryEmbeddingStore<TextSegment> store = new InMemoryEmbeddingStore<>();
    private EmbeddingStoreIngestor ingestor = ingestor();

    private EmbeddingStoreIngestor ingestor() {
        return EmbeddingStoreIngestor.builder()
                .documentSplitter(splitter)
                .embeddingModel(model)
                .embeddingStore(store)
                .build();
    }

    /** Forgets all that was ingested. */
    void clear() {
        places.clear();
        store = new InMemoryEmbeddingStore<>();
        ingestor = ingestor();
    }

    void ingest(List<TextFile> files) {
        ingestor.ingest(files.stream().map(StockPipeline::document).toList());
    }

    private static Document document(TextFile file) {
        return Document.from(file.text(), Metadata.from(FILE, file.name()));
    }

    /** How many segments there are. */
    int segments() {
        return store.size();
    }

    /** Works out where the segments stand; no part of what is timed. */
    void locate(List<TextFile> files) {
        for (TextFile file : files) {
            List<String> segments = splitter.split(document(file)).stream()
                    .map(TextSegment::text)
                    .toList();
            places.put(file.name(), SegmentPlaces.of(file.text(), segments));
        }
    }

    Embedding encode(String question) {
        return model.embed(question).content();
    }

    List<RetrievedPassage> search(Embedding question, int wanted) {
        var request = EmbeddingSearchRequest.builder()
                .queryEmbedding(question)
                .maxResults(wanted)
                .build();
        return store.search(request).matches().stream()
                .map(match -> {
                    Metadata of = match.embedded().metadata();
                    String file = of.getString(FILE);
                    Span place = requireNonNull(places.get(file)).get(of.getInteger(INDEX));
                    return new RetrievedPassage("txt/" + file, place.start(), place.end(), match.score());
                })
                .toList();
    }
}
