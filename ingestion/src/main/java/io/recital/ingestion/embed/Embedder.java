package io.recital.ingestion.embed;

import io.recital.models.clause.Passage;
import io.recital.models.clause.Segmentation;
import io.recital.models.evidence.Sha256;
import io.recital.models.inference.TextEncoder;
import io.recital.models.store.EmbeddedPassage;
import io.recital.models.store.Embedding;
import io.recital.models.store.JdbcPassages;
import io.recital.models.store.Tenancy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Embeds the passages of a document version, each distinct text once: contract families repeat themselves, so texts that
 * the tenant has vectors for already are looked up.
 */
public final class Embedder {
    private final TextEncoder encoder;
    private final Tenancy tenancy;
    private final JdbcPassages stored;

    public Embedder(TextEncoder encoder, Tenancy tenancy, JdbcPassages stored) {
        this.encoder = encoder;
        this.tenancy = tenancy;
        this.stored = stored;
    }

    /**
     * The passages with their vectors, in their order.
     *
     * @param progress told how many of the passages are done, rising
     */
    public List<EmbeddedPassage> embed(UUID tenant, Segmentation segmentation, IntConsumer progress) {
        PassageTexts texts = new PassageTexts(segmentation);
        Map<Sha256, float[]> known = tenancy.call(
                tenant,
                () -> stored.findEmbeddings(encoder.modelId(), texts.texts().keySet()));
        int done = segmentation.passages().size() - (texts.texts().size() - known.size());
        Map<Sha256, float[]> vectors = texts.encode(encoder, known, made -> progress.accept(done + made));
        List<EmbeddedPassage> embedded = new ArrayList<>();
        for (Passage passage : segmentation.passages()) {
            embedded.add(
                    new EmbeddedPassage(passage, embedding(texts.hashOf(passage).orElse(null), vectors)));
        }
        return embedded;
    }

    private @Nullable Embedding embedding(@Nullable Sha256 hash, Map<Sha256, float[]> vectors) {
        float[] vector = hash == null ? null : vectors.get(hash);
        return hash == null || vector == null ? null : new Embedding(encoder.modelId(), hash, vector);
    }
}
