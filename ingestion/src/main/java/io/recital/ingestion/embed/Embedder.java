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
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Embeds the passages of a document version, each distinct text once: contract families repeat themselves, so texts that
 * the tenant has vectors for already are looked up. Passages in a language that the encoder was not trained on get none.
 */
public final class Embedder {
    private static final int BATCH = 64;

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
        Map<Passage, Sha256> hashes = new HashMap<>();
        Map<Sha256, String> texts = new LinkedHashMap<>();
        EmbeddingText context = new EmbeddingText(segmentation);
        for (Passage passage : segmentation.passages()) {
            if (isEncodable(passage)) {
                String text = context.of(passage);
                Sha256 hash = Sha256.of(text);
                hashes.put(passage, hash);
                texts.put(hash, text);
            }
        }
        Map<Sha256, float[]> vectors =
                vectors(tenant, texts, segmentation.passages().size(), progress);
        List<EmbeddedPassage> embedded = new ArrayList<>();
        for (Passage passage : segmentation.passages()) {
            embedded.add(new EmbeddedPassage(passage, embedding(hashes.get(passage), vectors)));
        }
        return embedded;
    }

    private static boolean isEncodable(Passage passage) {
        return passage.language().equals("en") || passage.language().equals("und");
    }

    private @Nullable Embedding embedding(@Nullable Sha256 hash, Map<Sha256, float[]> vectors) {
        float[] vector = hash == null ? null : vectors.get(hash);
        return hash == null || vector == null ? null : new Embedding(encoder.modelId(), hash, vector);
    }

    private Map<Sha256, float[]> vectors(UUID tenant, Map<Sha256, String> texts, int passages, IntConsumer progress) {
        Map<Sha256, float[]> vectors =
                new HashMap<>(tenancy.call(tenant, () -> stored.findEmbeddings(encoder.modelId(), texts.keySet())));
        List<Map.Entry<Sha256, String>> missing = texts.entrySet().stream()
                .filter(entry -> !vectors.containsKey(entry.getKey()))
                .sorted(Comparator.comparingInt(entry -> entry.getValue().length()))
                .toList();
        for (int from = 0; from < missing.size(); from += BATCH) {
            List<Map.Entry<Sha256, String>> batch = missing.subList(from, Math.min(missing.size(), from + BATCH));
            List<float[]> encoded =
                    encoder.encode(batch.stream().map(Map.Entry::getValue).toList());
            for (int i = 0; i < batch.size(); i++) {
                vectors.put(batch.get(i).getKey(), encoded.get(i));
            }
            progress.accept(passages - missing.size() + from + batch.size());
        }
        return vectors;
    }
}
