package io.recital.models.inference;

import static java.util.Objects.requireNonNull;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.util.List;

/** Our encoder behind LangChain4j's interface, for code that speaks it. Texts are embedded as passages. */
public final class EncoderEmbeddingModel implements EmbeddingModel {
    private final Encoder encoder;

    public EncoderEmbeddingModel(Encoder encoder) {
        this.encoder = requireNonNull(encoder, "encoder");
    }

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
        List<String> texts = segments.stream().map(TextSegment::text).toList();
        return Response.from(encoder.encode(texts).stream().map(Embedding::from).toList());
    }

    @Override
    public int dimension() {
        return Encoder.DIMENSION;
    }

    @Override
    public String modelName() {
        return encoder.modelId();
    }
}
